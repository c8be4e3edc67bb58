package org.opensocialnet.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.opensocialnet.directory.HsdsColumn;
import org.opensocialnet.directory.HsdsColumn.Type;
import org.opensocialnet.directory.HsdsTable;

/**
 * What only the rows together can show: the same id twice, records that do not exist, another source's records.
 * Tables are gone through in load order, so that whatever hangs on a row left out is left out with it.
 */
final class IntakeChecks {

    /** What one row must fulfil within itself. */
    private record Rule(String table, String broken, String column, String reason) {}

    private static final List<Rule> RULES = List.of(
            new Rule("service", "s.minimum_age > s.maximum_age", "minimum_age", "is above the maximum age"),
            new Rule(
                    "location",
                    "(s.latitude is null) <> (s.longitude is null)",
                    "latitude",
                    "latitude and longitude come together or not at all"),
            new Rule(
                    "organization_succession",
                    "s.event = 'renamed' and (s.former_name is null or s.predecessor_id <> s.successor_id)",
                    "event",
                    "a renaming tells the former name and is about one organisation"),
            new Rule(
                    "organization_succession",
                    "s.event <> 'renamed' and s.predecessor_id = s.successor_id",
                    "successor_id",
                    "an organisation does not follow itself"),
            new Rule(
                    "notice",
                    "num_nonnulls(s.organization_id, s.service_id, s.location_id) <> 1",
                    "kind",
                    "a notice is about exactly one organisation, service or location"),
            new Rule("notice", "s.ends_at <= s.starts_at", "ends_at", "is not after the start"),
            new Rule(
                    "notice",
                    "s.kind = 'changed-hours' and (s.opens_at is null or s.closes_at is null)",
                    "kind",
                    "changed hours tell when it opens and closes"));

    private final IntakeSql sql;
    private final Map<String, Long> leftOut = new LinkedHashMap<>();
    private final Map<String, Long> recognised = new HashMap<>();

    IntakeChecks(IntakeSql sql) {
        this.sql = sql;
    }

    /** Leaves out what is wrong; answers how many rows of each table. */
    Map<String, Long> leaveOut() {
        for (var table : HsdsTable.all()) {
            if (sql.isStaged(table.name())) {
                withinThemselves(table);
                ownRecords(table);
                for (var column : table.columns()) {
                    if (column.references() != null) {
                        references(table, column, column.references());
                    }
                }
                linkedRecords(table);
                codes(table);
                inCircles(table);
            }
        }
        return leftOut;
    }

    /** How many rows of each table say what another source says already. */
    Map<String, Long> recognised() {
        return recognised;
    }

    private long out(HsdsTable table, String condition, String column, String reason) {
        long count = sql.leaveOut(table.name(), condition, column, reason);
        if (count > 0) {
            leftOut.merge(table.name(), count, Long::sum);
        }
        return count;
    }

    private void withinThemselves(HsdsTable table) {
        for (var rule : RULES) {
            if (rule.table().equals(table.name())) {
                out(table, rule.broken(), rule.column(), text(rule.reason()));
            }
        }
        var owners = table.owners();
        if (!owners.isEmpty() && owners.stream().noneMatch(HsdsColumn::required)) {
            var nothing = owners.stream()
                    .map(owner -> "s.%s is null".formatted(Staging.quoted(owner.name())))
                    .collect(Collectors.joining(" and "));
            out(table, nothing, owners.getFirst().name(), text("belongs to no record"));
        }
    }

    private void ownRecords(HsdsTable table) {
        out(table, """
                exists (
                    select
                    from (select d.id, min(d."#n") as first from pg_temp.new_%1$s d group by d.id having count(*) > 1) twice
                    where twice.id = s.id and s."#n" > twice.first)""".formatted(table.name()), "id", text("this id came before; the first row counts"));
        if (!sql.mayChangeOthers()) {
            recognise(table);
            out(
                    table,
                    "exists (select from directory.%s d where d.id = s.id and d.record_source <> :source)"
                            .formatted(table.name()),
                    "id",
                    text("this record belongs to another source"));
        }
    }

    /** Words that another directory has from where we have them, and that are the same: we need no second telling. */
    private void recognise(HsdsTable table) {
        var same = switch (table.name()) {
            case "taxonomy" -> "d.code = s.code";
            case "taxonomy_term" -> "d.code = s.code and d.taxonomy_id = s.taxonomy_id";
            default -> "";
        };
        if (!same.isEmpty()) {
            recognised.put(table.name(), sql.setAside(table.name(), """
                            exists (
                                select from directory.%s d
                                where d.id = s.id and d.record_source <> :source and d.gone_at is null and %s)""".formatted(table.name(), same)));
        }
    }

    /** A row without its owner is left out; without another record that it may do without, it only loses the name. */
    private void references(HsdsTable table, HsdsColumn column, String target) {
        var name = "s." + Staging.quoted(column.name());
        var missing = "%s is not null and %s".formatted(name, isNowhere(target, name));
        if (!column.required() && !column.owner()) {
            sql.blank(table.name(), missing, column.name(), whyMissing(target, name));
            return;
        }
        long found;
        do {
            found = out(table, missing, column.name(), whyMissing(target, name));
            // a row left out may be the one another row of this table names
        } while (found > 0 && target.equals(table.name()));
        if (column.owner() && !sql.mayChangeOthers()) {
            out(
                    table,
                    "exists (select from directory.%s d where d.id = %s and d.record_source <> :source)"
                            .formatted(target, name),
                    column.name(),
                    text("it hangs on a record of another source"));
        }
    }

    private String isNowhere(String target, String name) {
        var known = "not exists (select from directory.%s d where d.id = %s)".formatted(target, name);
        return sql.isStaged(target)
                ? known + " and not exists (select from pg_temp.new_%s n where n.id = %s)".formatted(target, name)
                : known;
    }

    private static String whyMissing(String target, String name) {
        return """
                case when exists (select from pg_temp.left_out o where o.left_out and o.table_name = '%1$s' and o.id = %2$s)
                    then 'the %1$s it names was left out' else 'there is no %1$s with this id' end""".formatted(target, name);
    }

    /** attribute and metadata name their record's table in a column. */
    private void linkedRecords(HsdsTable table) {
        var link = switch (table.name()) {
            case "attribute" -> List.of("link_id", "link_entity");
            case "metadata" -> List.of("resource_id", "resource_type");
            default -> List.<String>of();
        };
        if (link.isEmpty()) {
            return;
        }
        var name = "s." + link.getFirst();
        for (var target : table.column(link.getLast()).orElseThrow().allowed()) {
            var kind = "s.%s = '%s' and ".formatted(link.getLast(), target);
            out(table, kind + isNowhere(target, name), link.getFirst(), whyMissing(target, name));
            if (sql.mayChangeOthers()) {
                continue;
            }
            out(
                    table,
                    kind
                            + "exists (select from directory.%s d where d.id = %s and d.record_source <> :source)"
                                    .formatted(target, name),
                    link.getFirst(),
                    text("it hangs on a record of another source"));
        }
    }

    /** A code names one term of its vocabulary, and one vocabulary; who comes later has none. */
    private void codes(HsdsTable table) {
        var scope = switch (table.name()) {
            case "taxonomy" -> "true";
            case "taxonomy_term" -> "d.taxonomy_id = s.taxonomy_id";
            default -> "";
        };
        if (scope.isEmpty()) {
            return;
        }
        sql.blank(table.name(), """
                s.code is not null and (
                    exists (select from pg_temp.new_%1$s d where d.code = s.code and d."#n" < s."#n" and %2$s)
                    or exists (
                        select from directory.%1$s d
                        where d.code = s.code and d.id <> s.id and %2$s
                          and not exists (select from pg_temp.new_%1$s n where n.id = d.id)))""".formatted(table.name(), scope), "code", text("another one has this code"));
    }

    /** A term or an organisation is not above itself. */
    private void inCircles(HsdsTable table) {
        for (var column : new ArrayList<>(table.columns())) {
            if (column.type() == Type.ID && table.name().equals(column.references()) && !column.owner()) {
                sql.blank(
                        table.name(),
                        """
                        s.%2$s is not null and s.id in (
                            with recursive edge (id, above) as (
                                select n.id, n.%2$s from pg_temp.new_%1$s n where n.%2$s is not null
                                union all
                                select d.id, d.%2$s from directory.%1$s d
                                where d.%2$s is not null and not exists (select from pg_temp.new_%1$s n where n.id = d.id)
                            ), way (start, above) as (
                                select n.id, n.%2$s from pg_temp.new_%1$s n where n.%2$s is not null
                                union
                                select way.start, edge.above from way join edge on edge.id = way.above
                            )
                            select start from way where above = start)""".formatted(table.name(), column.name()),
                        column.name(),
                        text("it would stand above itself"));
            }
        }
    }

    private static String text(String words) {
        return "'" + words.replace("'", "''") + "'";
    }
}
