package org.opensocialnet.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.directory.HsdsTable;
import org.opensocialnet.intake.IntakeOptions.Extent;
import org.opensocialnet.intake.IntakeReport.TableCount;

/**
 * Brings the staged rows into the directory: changes what differs, adds what is new, leaves alone what is as it was,
 * and retires what the source no longer has.
 */
final class IntakeMerge {

    private static final long WORTH_A_LOOK = 100;

    private final IntakeSql sql;
    private final Extent extent;
    private final IntakeDifferences differences;
    private final boolean tells;

    IntakeMerge(IntakeSql sql, IntakeOptions options, @Nullable IntakeListener listener) {
        this.sql = sql;
        this.extent = options.extent();
        this.differences = new IntakeDifferences(sql, listener);
        this.tells = options.differences() || listener != null;
    }

    /** What is other than it was, where that was asked for. */
    List<Difference> differences() {
        return differences.found();
    }

    /** @param recognised rows of each table that were set aside because they are known already */
    List<TableCount> keep(Map<String, Long> recognised) {
        var counts = new ArrayList<TableCount>();
        for (var table : HsdsTable.all()) {
            // what goes is looked for before new rows come, while there is little to look through
            long gone = gone(table);
            long changed = 0;
            long added = 0;
            long staged = 0;
            if (sql.isStaged(table.name())) {
                long aside = sql.mayChangeOthers() ? 0 : new KeptValues(sql).hold(table);
                if (!sql.mayChangeOthers()) {
                    new KeptValues(sql).follow(table);
                }
                staged = sql.count("select count(*) from pg_temp.new_" + table.name())
                        + aside
                        + recognised.getOrDefault(table.name(), 0L);
                if (tells) {
                    differences.ofStaged(table);
                }
                changed = changed(table);
                added = added(table);
            }
            counts.add(new TableCount(table.name(), 0, added, changed, staged - added - changed, gone, 0));
            if (isOtherThanKnown(table, added + changed)) {
                sql.update("analyze directory." + table.name());
            }
        }
        return counts;
    }

    /**
     * Whether so much came that what the database knows of the table misleads it, at a small one too: what it planned
     * for sixty rows, in the gate's functions as well, it would do for a thousand until it looks again by itself.
     */
    private boolean isOtherThanKnown(HsdsTable table, long rows) {
        return rows > WORTH_A_LOOK
                && rows
                        > sql.count(
                                "select greatest(0, reltuples)::bigint / 10 from pg_class where oid = 'directory.%s'::regclass"
                                        .formatted(table.name()));
    }

    private long changed(HsdsTable table) {
        var others = table.columns().stream()
                .filter(column -> !column.name().equals("id"))
                .map(column -> Staging.quoted(column.name()))
                .toList();
        return sql.update("""
                update directory.%1$s d set %2$s from pg_temp.new_%1$s s
                where d.id = s.id and (%3$s (%4$s) is distinct from (%5$s))""".formatted(
                        table.name(),
                        others.stream().map(column -> column + " = s." + column).collect(Collectors.joining(", "))
                                + (table.root() ? ", gone_at = null" : ""),
                        table.root() ? "d.gone_at is not null or" : "",
                        others.stream().map(column -> "d." + column).collect(Collectors.joining(", ")),
                        others.stream().map(column -> "s." + column).collect(Collectors.joining(", "))));
    }

    /** What hangs on one record lies together, where it is read together and its record is looked up once. */
    private long added(HsdsTable table) {
        var columns = table.columns().stream()
                .map(column -> Staging.quoted(column.name()))
                .toList();
        var owners = switch (table.name()) {
            case "attribute" -> "s.link_id";
            case "metadata" -> "s.resource_id";
            default ->
                table.owners().stream()
                        .map(owner -> "s." + Staging.quoted(owner.name()))
                        .collect(Collectors.joining(", "));
        };
        return sql.update("""
                insert into directory.%1$s (%2$s, record_source)
                select %3$s, :source from pg_temp.new_%1$s s
                where not exists (select from directory.%1$s d where d.id = s.id)%4$s""".formatted(
                        table.name(),
                        String.join(", ", columns),
                        columns.stream().map(column -> "s." + column).collect(Collectors.joining(", ")),
                        owners.isEmpty() ? "" : " order by " + owners));
    }

    private long gone(HsdsTable table) {
        var condition = table.root() ? retired(table) : removed(table);
        if (condition.isEmpty()) {
            return 0;
        }
        if (tells) {
            differences.ofGoing(table, condition);
        }
        return sql.update(
                table.root()
                        ? "update directory.%s d set gone_at = now()%s where %s"
                                .formatted(
                                        table.name(),
                                        table.name().equals("service") ? ", status = 'inactive'" : "",
                                        condition)
                        : "delete from directory.%s d where %s".formatted(table.name(), condition));
    }

    /** Roots stay, marked as gone; they come back with the row. */
    private String retired(HsdsTable table) {
        var scope = switch (extent) {
            case WHOLE_SOURCE -> "true";
            case WHOLE_RECORDS ->
                table.name().equals("service_at_location") && sql.isStaged("service")
                        ? "d.service_id in (select id from pg_temp.new_service)"
                        : "false";
            case SINGLE_ROWS -> "false";
        };
        return scope.equals("false")
                ? ""
                : "d.record_source = :source and d.gone_at is null and %s and %s"
                        .formatted(scope, isNotInTheRows(table));
    }

    /** Rows that hang on a record go when it comes without them. */
    private String removed(HsdsTable table) {
        var hanging = extent == Extent.SINGLE_ROWS ? "" : hanging(table);
        return hanging.isEmpty()
                ? ""
                : "d.record_source = :source and (%s) and %s".formatted(hanging, isNotInTheRows(table));
    }

    private String hanging(HsdsTable table) {
        var names = new ArrayList<String>();
        switch (table.name()) {
            case "unit" -> {
                return extent == Extent.WHOLE_SOURCE
                        ? "not exists (select from directory.service_capacity c where c.unit_id = d.id)"
                        : "";
            }
            case "organization_succession" -> {
                return extent == Extent.WHOLE_SOURCE ? "true" : "";
            }
            case "attribute" -> linked(table, "link_entity", "link_id", names);
            case "metadata" -> linked(table, "resource_type", "resource_id", names);
            default -> {
                for (var owner : table.owners()) {
                    if (sql.isStaged(String.valueOf(owner.references()))) {
                        names.add("d.%s in (select id from pg_temp.new_%s)"
                                .formatted(Staging.quoted(owner.name()), owner.references()));
                    }
                }
            }
        }
        return String.join(" or ", names);
    }

    private void linked(HsdsTable table, String kind, String id, List<String> names) {
        for (var target : table.column(kind).orElseThrow().allowed()) {
            if (sql.isStaged(target)) {
                names.add(
                        "d.%s = '%s' and d.%s in (select id from pg_temp.new_%s)".formatted(kind, target, id, target));
            }
        }
    }

    /** A row that came but was left out is not missing: what is known of it stays. */
    private String isNotInTheRows(HsdsTable table) {
        var notLeftOut =
                "not exists (select from pg_temp.left_out o where o.left_out and o.table_name = '%s' and o.id = d.id)"
                        .formatted(table.name());
        return sql.isStaged(table.name())
                ? notLeftOut
                        + " and not exists (select from pg_temp.new_%s s where s.id = d.id)".formatted(table.name())
                : notLeftOut;
    }
}
