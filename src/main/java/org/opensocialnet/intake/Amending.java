package org.opensocialnet.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.directory.HsdsColumn;
import org.opensocialnet.directory.HsdsTable;
import org.opensocialnet.intake.Amendment.Put;
import org.opensocialnet.intake.Amendment.Remove;

/** Carries out one amendment on the caller's connection, in the caller's transaction. For one thread. */
final class Amending {

    private static final String FILE = "amendment";
    private static final int PROSE_ROWS = 14;

    private final Connection connection;
    private final Cells cells;
    private final Amendment amendment;
    private final IntakeSql sql;
    private final List<IntakeProblem> problems = new ArrayList<>();
    private final Map<HsdsTable, List<UUID>> removed = new LinkedHashMap<>();

    Amending(Connection connection, Cells cells, Amendment amendment) {
        this.connection = connection;
        this.cells = cells;
        this.amendment = amendment;
        this.sql = new IntakeSql(connection, source(), Set.of(), false);
    }

    private Intake.Source source() {
        return new Intake.Source(amendment.source(), amendment.source(), true);
    }

    /** Does it, whether it is to be kept or not: the caller rolls back what is not. */
    Amended carryOut() throws SQLException {
        sql.takeTurn();
        sql.knowSource();
        var report = puts();
        problems.addAll(report.problems());
        var going = new LinkedHashMap<HsdsTable, List<UUID>>();
        for (var row : amendment.rows()) {
            var table = HsdsTable.named(row.table());
            if (table.isEmpty()) {
                problems.add(problem(row.table(), null, "is no table of the directory"));
            } else if (row instanceof Remove) {
                going.computeIfAbsent(table.get(), _ -> new ArrayList<>()).add(row.id());
            } else if (row instanceof Put put && put.table().equals("schedule") && problems.isEmpty()) {
                remove(table.get(), proseNoMore(put));
            }
        }
        // what names others goes before them
        for (var table : HsdsTable.all().reversed()) {
            if (going.containsKey(table)) {
                remove(table, going.getOrDefault(table, List.of()));
            }
        }
        var differences = new ArrayList<>(report.differences());
        differences.addAll(removals());
        new KeptValues(sql).note(report.differences());
        return new Amended(
                problems.isEmpty(), differences, problems, Amendment.undoing(amendment.source(), differences));
    }

    /** Rows made of a schedule's prose before, which its prose says no more. */
    private List<UUID> proseNoMore(Put put) {
        var made = IntStream.range(0, PROSE_ROWS)
                .mapToObj(number ->
                        UUID.fromString(RecordId.named("parsed", put.id().toString(), String.valueOf(number))))
                .toList();
        return sql.rows(
                "select id from unnest(%s) made (id) where id not in (select id from pg_temp.new_schedule)"
                        .formatted(array(made)),
                (row, _) -> row.getObject(1, UUID.class));
    }

    /** With all that hangs on it, so that an undo can bring everything back. */
    private void remove(HsdsTable table, List<UUID> ids) {
        var there =
                ids(table, "d.id = any (%s)".formatted(array(ids)) + (table.root() ? " and d.gone_at is null" : ""));
        if (there.isEmpty()) {
            return;
        }
        removed.computeIfAbsent(table, _ -> new ArrayList<>()).addAll(there);
        if (!table.root()) {
            for (var other : HsdsTable.all()) {
                for (var column : other.columns()) {
                    if (table.name().equals(column.references())) {
                        removeWhatNames(other, column, table, there);
                    }
                }
            }
        }
    }

    private void removeWhatNames(HsdsTable other, HsdsColumn column, HsdsTable table, List<UUID> ids) {
        var names = "d.%s = any (%s)".formatted(Staging.quoted(column.name()), array(ids));
        var found = ids(other, names);
        if (column.owner()) {
            remove(other, found);
        } else if (!removed.getOrDefault(other, List.of()).containsAll(found)) {
            problems.add(problem(table.name(), "id", "is still named by " + other.name() + "." + column.name()));
        }
    }

    private List<Difference> removals() {
        var differences = new IntakeDifferences(sql, null);
        for (var table : HsdsTable.all().reversed()) {
            if (!removed.containsKey(table)) {
                continue;
            }
            var condition = "d.id = any (%s)".formatted(array(removed.getOrDefault(table, List.of())));
            differences.ofGoing(table, condition);
            new KeptValues(sql).noteRemovals(table, condition);
            if (problems.isEmpty()) {
                sql.update(
                        table.root()
                                ? "update directory.%s d set gone_at = now()%s where %s"
                                        .formatted(
                                                table.name(),
                                                table.name().equals("service") ? ", status = 'inactive'" : "",
                                                condition)
                                : "delete from directory.%s d where %s".formatted(table.name(), condition));
            }
        }
        return new ArrayList<>(differences.found());
    }

    private IntakeReport puts() throws SQLException {
        var intake = new Intake(
                connection, source(), IntakeOptions.singleRows().strictly().tellingDifferences(), cells, _ -> {}, true);
        int number = 0;
        for (var row : amendment.rows()) {
            number++;
            if (row instanceof Put(String table, UUID id, Map<String, String> values)
                    && HsdsTable.named(table).isPresent()) {
                var all = HsdsTable.named(table)
                        .flatMap(known -> present(known, id))
                        .orElseGet(HashMap::new);
                all.putAll(values);
                all.put("id", id.toString());
                intake.accept(table, new RowOrigin(FILE, number), all);
            }
        }
        return intake.settle();
    }

    private Optional<Map<String, String>> present(HsdsTable table, UUID id) {
        var columns = table.columns();
        return sql
                .rows(
                        "select %s from directory.%s d where d.id = '%s'"
                                .formatted(
                                        columns.stream()
                                                .map(column -> "d.%s::text".formatted(Staging.quoted(column.name())))
                                                .collect(Collectors.joining(", ")),
                                        table.name(),
                                        id),
                        (row, _) -> {
                            Map<String, String> values = new HashMap<>();
                            for (int i = 0; i < columns.size(); i++) {
                                var text = row.getString(i + 1);
                                values.put(columns.get(i).name(), text == null ? "" : text);
                            }
                            return values;
                        })
                .stream()
                .findFirst();
    }

    private List<UUID> ids(HsdsTable table, String condition) {
        return sql.rows(
                "select d.id from directory.%s d where %s order by d.id".formatted(table.name(), condition),
                (row, _) -> row.getObject(1, UUID.class));
    }

    private static String array(List<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "'{", "}'::uuid[]"));
    }

    private static IntakeProblem problem(String table, @Nullable String column, String reason) {
        return new IntakeProblem(FILE, 0, table, column, null, reason, true);
    }
}
