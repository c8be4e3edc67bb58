package org.opensocialnet.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    private final CopyPipe pipe;
    private final Source source;
    private final IntakeOptions options;
    private final Cells cells;
    private final Consumer<DirectoryChanged> told;
    private final Staging leftOut;
    private final Map<String, Staging> staged = new LinkedHashMap<>();
    private final IntakeCounts counts = new IntakeCounts();
    private final List<String> files = new ArrayList<>();
    private final Map<String, Integer> fileNumbers = new HashMap<>();
    private final Remarks remarks = new Remarks();
    private final boolean joined;
    private @Nullable IntakeListener listener;
    private @Nullable Staging read;
    private long rows;
    private boolean finished;

    /** Where the rows come from, and whether they may change what others brought. */
    record Source(String id, String name, boolean mayChangeOthers) {}

    /** @param joined the transaction is another's, who ends it and closes the connection */
    Intake(
            Connection connection,
            Source source,
            IntakeOptions options,
            Cells cells,
            Consumer<DirectoryChanged> told,
            boolean joined)
            throws SQLException {
        this.joined = joined;
        this.connection = connection;
        this.source = source;
        this.options = options;
        this.cells = cells;
        this.told = told;
        this.pipe = new CopyPipe(connection);
        this.leftOut = Staging.ofLeftOut(pipe);
    }

    /** Tells somebody everything there is to tell, instead of the first of it in the report. */
    public Intake telling(IntakeListener somebody) {
        listener = somebody;
        return this;
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
            remarks.unknownTable(origin, table);
            return;
        }
        rows++;
        counts.came(table);
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
        counts.came(table);
        counts.leftOut(table, 1);
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
            remarks.unknownColumns(table, origin, values);
        }
        if (!good) {
            counts.leftOut(table.name(), 1);
            return;
        }
        staging(table).add(rows, fileNumber(origin.file()), origin.line(), row);
        if (table.name().equals("schedule")) {
            remarks.addAll(Unreckoned.in(origin, values));
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

    /** Hours told only in prose are also kept as hours, where what they say is certain. */
    private void readProse(HsdsTable table, RowOrigin origin, @Nullable String[] row) throws SQLException {
        for (var reading : ProseSchedule.of(table, row)) {
            if (read == null) {
                read = Staging.of(pipe, table, "read_schedule");
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

    private int fileNumber(String file) {
        return fileNumbers.computeIfAbsent(file, name -> {
            files.add(name);
            return files.size() - 1;
        });
    }

    private Staging staging(HsdsTable table) throws SQLException {
        var existing = staged.get(table.name());
        if (existing == null) {
            existing = Staging.of(pipe, table, "new_" + table.name());
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
            var report = settle();
            end(report.saved());
            if (report.saved()) {
                told.accept(new DirectoryChanged(source.id()));
            }
            return report;
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not take the rows of " + source.id(), e);
        }
    }

    /** Checks and keeps, and leaves the end of the transaction to the caller. */
    IntakeReport settle() throws SQLException {
        if (read != null) {
            staging(HsdsTable.named("schedule").orElseThrow());
            read.flush();
        }
        for (var table : staged.values()) {
            table.flush();
        }
        leftOut.flush();
        pipe.end();
        var sql = new IntakeSql(connection, source, staged.keySet(), read != null);
        sql.prepare();
        if (!source.mayChangeOthers()) {
            sql.takeTurn();
            sql.nameSource();
        }
        var checks = new IntakeChecks(sql);
        checks.leaveOut().forEach(counts::leftOut);
        long bad = sql.count("select count(*) from pg_temp.left_out");
        boolean refused = options.strict() && bad > 0;
        var merge = new IntakeMerge(sql, options, listener);
        if (listener != null) {
            sql.eachLeftOut(files, listener);
            remarks.first(IntakeReport.PROBLEMS_KEPT).forEach(listener::wrong);
        }
        var kept = refused || rows == 0 ? List.<TableCount>of() : merge.keep(checks.recognised());
        return new IntakeReport(
                source.id(),
                !refused && !options.dryRun(),
                refused,
                counts.with(kept),
                problems(sql),
                remarks.count() + bad,
                merge.differences());
    }

    private List<IntakeProblem> problems(IntakeSql sql) {
        var problems = new ArrayList<>(sql.leftOut(files, IntakeReport.PROBLEMS_KEPT));
        problems.addAll(remarks.first(IntakeReport.PROBLEMS_KEPT - problems.size()));
        return problems;
    }

    private void end(boolean keep) throws SQLException {
        if (joined) {
            pipe.execute("discard temporary"); // what follows in the caller's transaction may bring rows again
            return;
        }
        if (keep) {
            connection.commit();
        } else {
            connection.rollback();
        }
    }

    @Override
    public void close() {
        finished = true;
        try {
            if (joined) {
                pipe.close();
            } else {
                leave();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The intake of " + source.id() + " could not be closed", e);
        }
    }

    private void leave() throws SQLException {
        try (connection) {
            if (!connection.isClosed()) {
                pipe.close();
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }
}
