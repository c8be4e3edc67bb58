package org.opensocialnet.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.directory.DirectoryChanged;
import org.opensocialnet.directory.HsdsColumn;
import org.opensocialnet.directory.HsdsTable;
import org.opensocialnet.intake.Cells.BadValue;
import org.opensocialnet.intake.IntakeReport.TableCount;

/**
 * Rows on their way into the directory: checked one by one as they come, then against each other, then kept in one
 * transaction. Closing an intake that was not finished keeps nothing. For one thread.
 */
public final class Intake implements AutoCloseable {

    private final Connection connection;
    private final Source source;
    private final IntakeOptions options;
    private final Cells cells;
    private final Consumer<DirectoryChanged> told;
    private final Staging leftOut;
    private final Map<String, Staging> staged = new LinkedHashMap<>();
    private final Map<String, Counter> counters = new HashMap<>();
    private final List<String> files = new ArrayList<>();
    private final Map<String, Integer> fileNumbers = new HashMap<>();
    private final Set<IntakeProblem> remarks = new HashSet<>();
    private @Nullable Staging read;
    private long rows;
    private boolean finished;

    /** Where the rows come from. */
    record Source(String id, String name) {}

    /** How many rows of a table came and how many of them were left out at sight. */
    private static final class Counter {
        long read;
        long leftOut;
    }

    Intake(Connection connection, Source source, IntakeOptions options, Cells cells, Consumer<DirectoryChanged> told)
            throws SQLException {
        this.connection = connection;
        this.source = source;
        this.options = options;
        this.cells = cells;
        this.told = told;
        this.leftOut = Staging.ofLeftOut(connection);
    }

    /**
     * Takes one row.
     *
     * @param table its HSDS name, in the singular: "service"
     * @param values column to text; an empty text means there is none; unknown columns are remarked once and ignored
     */
    public void accept(String table, RowOrigin origin, Map<String, String> values) {
        var known = HsdsTable.named(table);
        if (known.isEmpty()) {
            remarks.add(new IntakeProblem(
                    origin.file(), 0, table, null, null, "is no table of the directory; its rows are ignored", false));
            return;
        }
        rows++;
        counter(table).read++;
        try {
            read(known.get(), origin, values);
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not take a row of " + table, e);
        }
    }

    /** Counts a row that could not even be read as left out. */
    public void leaveOut(
            String table, RowOrigin origin, @Nullable String column, @Nullable String value, String reason) {
        rows++;
        var counter = counter(table);
        counter.read++;
        counter.leftOut++;
        try {
            problem(table, origin, null, column, value, reason);
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not take a problem of " + table, e);
        }
    }

    private void read(HsdsTable table, RowOrigin origin, Map<String, String> values) throws SQLException {
        var columns = table.columns();
        var row = new @Nullable String[columns.size()];
        var given = values.get("id");
        var id = given == null || given.isBlank() ? null : RecordId.of(source.id(), table.name(), given.strip());
        boolean good = true;
        int found = 0;
        for (int i = 0; i < row.length; i++) {
            var column = columns.get(i);
            var raw = values.get(column.name());
            if (raw != null) {
                found++;
            }
            var text = raw == null ? "" : raw.strip();
            try {
                row[i] = value(table, column, text, values);
            } catch (BadValue e) {
                good = false;
                problem(table.name(), origin, id, column.name(), text, e.reason());
            }
        }
        if (found < values.size()) {
            remarkUnknown(table, origin, values);
        }
        if (!good) {
            counter(table.name()).leftOut++;
            return;
        }
        staging(table).add(rows, fileNumber(origin.file()), origin.line(), row);
        if (table.name().equals("schedule")) {
            readProse(table, origin, row);
        }
    }

    private @Nullable String value(HsdsTable table, HsdsColumn column, String text, Map<String, String> row)
            throws BadValue {
        if (text.isEmpty()) {
            if (column.required()) {
                throw new BadValue("is missing");
            }
            return column.fallback();
        }
        if (column.type() != HsdsColumn.Type.ID) {
            return cells.read(column, text);
        }
        Cells.plain(text);
        var named = column.name().equals("id") ? table.name() : column.references();
        if (named == null) {
            // attribute and metadata name the table of their record in another column
            var kind = row.get(table.name().equals("attribute") ? "link_entity" : "resource_type");
            named = kind == null ? "" : kind.strip().toLowerCase(Locale.ROOT);
        }
        return RecordId.of(source.id(), named, text);
    }

    private void remarkUnknown(HsdsTable table, RowOrigin origin, Map<String, String> values) {
        for (var name : values.keySet()) {
            if (table.column(name).isEmpty() && remarks.size() < IntakeReport.PROBLEMS_KEPT) {
                remarks.add(new IntakeProblem(
                        origin.file(),
                        0,
                        table.name(),
                        name,
                        null,
                        "is no column of this table and is ignored",
                        false));
            }
        }
    }

    /** Hours told only in prose are also kept as hours, where what they say is certain. */
    private void readProse(HsdsTable table, RowOrigin origin, @Nullable String[] row) throws SQLException {
        for (var reading : ProseSchedule.of(table, row)) {
            if (read == null) {
                read = Staging.of(connection, table, "read_schedule");
            }
            read.add(rows, fileNumber(origin.file()), origin.line(), reading);
        }
    }

    private void problem(
            String table,
            RowOrigin origin,
            @Nullable String id,
            @Nullable String column,
            @Nullable String value,
            String reason)
            throws SQLException {
        leftOut.add(
                rows, fileNumber(origin.file()), origin.line(), table, id, column, IntakeProblem.shown(value), reason);
    }

    private Counter counter(String table) {
        return counters.computeIfAbsent(table, none -> new Counter());
    }

    private int fileNumber(String file) {
        return fileNumbers.computeIfAbsent(file, name -> {
            files.add(name);
            return files.size() - 1;
        });
    }

    private Staging staging(HsdsTable table) throws SQLException {
        var existing = staged.get(table.name());
        if (existing == null) {
            existing = Staging.of(connection, table, "new_" + table.name());
            staged.put(table.name(), existing);
        }
        return existing;
    }

    /** Checks what rows say about each other, keeps them, and tells what became of them. */
    public IntakeReport finish() {
        if (finished) {
            throw new IllegalStateException("An intake is finished once");
        }
        finished = true;
        try {
            if (read != null) {
                staging(HsdsTable.named("schedule").orElseThrow());
                read.flush();
            }
            for (var table : staged.values()) {
                table.flush();
            }
            leftOut.flush();
            return kept();
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not take the rows of " + source.id(), e);
        }
    }

    private IntakeReport kept() throws SQLException {
        var sql = new IntakeSql(connection, source, staged.keySet(), read != null);
        sql.prepare();
        new IntakeChecks(sql).leaveOut().forEach((table, count) -> counter(table).leftOut += count);
        long bad = sql.count("select count(*) from pg_temp.left_out");
        boolean refused = options.strict() && bad > 0;
        var counts = refused || rows == 0 ? List.<TableCount>of() : new IntakeMerge(sql, options.extent()).keep();
        var report = new IntakeReport(
                source.id(),
                !refused && !options.dryRun(),
                refused,
                counted(counts),
                problems(sql),
                remarks.size() + bad);
        end(report.saved());
        if (report.saved()) {
            told.accept(new DirectoryChanged(source.id()));
        }
        return report;
    }

    private List<TableCount> counted(List<TableCount> kept) {
        var byTable = new LinkedHashMap<String, TableCount>();
        for (var table : HsdsTable.all()) {
            var counter = counters.getOrDefault(table.name(), new Counter());
            byTable.put(table.name(), new TableCount(table.name(), counter.read, 0, 0, 0, 0, counter.leftOut));
        }
        for (var count : kept) {
            byTable.computeIfPresent(count.table(), (name, read) -> read.plus(count));
        }
        return byTable.values().stream()
                .filter(count -> count.read() + count.added() + count.changed() + count.gone() > 0)
                .toList();
    }

    private List<IntakeProblem> problems(IntakeSql sql) {
        var problems = new ArrayList<>(sql.leftOut(files, IntakeReport.PROBLEMS_KEPT));
        remarks.stream()
                .sorted(Comparator.comparing(IntakeProblem::toString))
                .limit(Math.max(0, IntakeReport.PROBLEMS_KEPT - problems.size()))
                .forEach(problems::add);
        return problems;
    }

    private void end(boolean keep) throws SQLException {
        if (keep) {
            connection.commit();
        } else {
            connection.rollback();
        }
    }

    @Override
    public void close() {
        finished = true;
        try (connection) {
            if (!connection.isClosed()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The intake of " + source.id() + " could not be closed", e);
        }
    }
}
