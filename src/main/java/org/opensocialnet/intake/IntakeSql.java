package org.opensocialnet.intake;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.directory.HsdsColumn;
import org.opensocialnet.directory.HsdsTable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The statements of one intake: all on its own connection, in its one transaction. */
final class IntakeSql {

    private static final String LEFT_OUT = """
            select "#file", "#line", table_name, column_name, value, reason, left_out
            from pg_temp.left_out order by "#file", "#line", "#n\"""";
    private static final int FETCHED = 1_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate rowByRow;
    private final Intake.Source source;
    private final Set<String> staged;
    private final boolean proseRead;

    IntakeSql(Connection connection, Intake.Source source, Set<String> staged, boolean proseRead) {
        this.rowByRow = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        this.rowByRow.setFetchSize(FETCHED);
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        this.source = source;
        this.staged = staged;
        this.proseRead = proseRead;
    }

    boolean isStaged(String table) {
        return staged.contains(table);
    }

    /** Two loads at once would each miss what the other brings. */
    void takeTurn() {
        run("select pg_advisory_xact_lock(hashtext('directory.intake'))");
    }

    /** Whether the rows may change records of whatever source. */
    boolean mayChangeOthers() {
        return source.mayChangeOthers();
    }

    /** Readies the rows. */
    void prepare() {
        update("set local jit = off");
        update("set local work_mem = '64MB'");
        if (proseRead) {
            // hours read from prose earlier and brought again stay as they were brought
            update("""
                    insert into pg_temp.new_schedule
                    select r.* from pg_temp.read_schedule r
                    where not exists (select from pg_temp.new_schedule n where n.id = r.id)""");
        }
        for (var table : staged) {
            update("analyze pg_temp.new_%s (%s)".formatted(table, joined(table)));
        }
        update("create index on pg_temp.left_out (id)");
        update("analyze pg_temp.left_out");
    }

    /** The columns that rows are looked up by; of the others nothing is asked. */
    private static String joined(String table) {
        return HsdsTable.named(table).orElseThrow().columns().stream()
                .filter(column -> column.type() == HsdsColumn.Type.ID)
                .map(column -> Staging.quoted(column.name()))
                .collect(Collectors.joining(", "));
    }

    /** The source is one from now on, and was loaded now. */
    void nameSource() {
        jdbc.sql("""
                        insert into directory.source (id, name, loaded_at) values (:source, :name, now())
                        on conflict (id) do update set name = excluded.name, loaded_at = excluded.loaded_at""").param("source", source.id()).param("name", source.name()).update();
    }

    /** The source is one from now on, under the name it has or else its own. */
    void knowSource() {
        update("insert into directory.source (id, name) values (:source, :source) on conflict (id) do nothing");
    }

    /** Runs a statement that may name :source, and answers how many rows it touched. */
    long update(String sql) {
        var statement = jdbc.sql(sql);
        return (sql.contains(":source") ? statement.param("source", source.id()) : statement).update();
    }

    /** Runs a statement about one difference. */
    long update(String sql, Difference about) {
        return jdbc.sql(sql)
                .param("source", source.id())
                .param("table", about.table())
                .param("id", about.id())
                .param("column", about.column())
                .param("before", about.before(), Types.VARCHAR)
                .param("after", about.after(), Types.VARCHAR)
                .update();
    }

    <T> List<T> rows(String sql, RowMapper<T> mapper) {
        var statement = jdbc.sql(sql);
        return (sql.contains(":source") ? statement.param("source", source.id()) : statement)
                .query(mapper)
                .list();
    }

    /** Hands over row by row what does not fit into memory. */
    void each(String sql, RowCallbackHandler row) {
        rowByRow.query(sql.contains(":source") ? sql.replace(":source", "'" + source.id() + "'") : sql, row);
    }

    long count(String sql) {
        var statement = jdbc.sql(sql);
        return (sql.contains(":source") ? statement.param("source", source.id()) : statement)
                .query(Long.class)
                .single();
    }

    private void run(String sql) {
        jdbc.sql(sql).query((row, number) -> 0).list();
    }

    /** Leaves out the staged rows (s) a condition finds, and keeps why. */
    long leaveOut(String table, String condition, @Nullable String column, String reason) {
        var value = column == null ? "null" : "left(s.%s::text, 80)".formatted(Staging.quoted(column));
        return update("""
                with gone as (
                    delete from pg_temp.new_%1$s s where %2$s
                    returning s."#n", s."#file", s."#line", s.id, %3$s as value, %4$s as reason)
                insert into pg_temp.left_out
                select "#n", "#file", "#line", '%1$s', id, %5$s, value, reason, true from gone""".formatted(table, condition, value, reason, column == null ? "null" : "'" + column + "'"));
    }

    /** Takes staged rows (s) out of which nothing needs to be said. */
    long setAside(String table, String condition) {
        return update("delete from pg_temp.new_%s s where %s".formatted(table, condition));
    }

    /** Takes an optional value out of the staged rows (s) a condition finds, and keeps why; the rows stay. */
    void blank(String table, String condition, String column, String reason) {
        var name = Staging.quoted(column);
        long found = update("""
                insert into pg_temp.left_out
                select s."#n", s."#file", s."#line", '%1$s', s.id, '%2$s', left(s.%3$s::text, 80), %4$s, false
                from pg_temp.new_%1$s s where %5$s""".formatted(table, column, name, reason, condition));
        if (found > 0) {
            update("""
                    update pg_temp.new_%1$s set %2$s = null
                    where "#n" in (
                        select o."#n" from pg_temp.left_out o
                        where not o.left_out and o.table_name = '%1$s' and o.column_name = '%3$s')""".formatted(table, name, column));
        }
    }

    /** The first problems, in the order they came. */
    List<IntakeProblem> leftOut(List<String> files, int most) {
        return rows(LEFT_OUT + " limit " + most, (row, number) -> problem(files, row));
    }

    /** All problems, in the order they came. */
    void eachLeftOut(List<String> files, IntakeListener listener) {
        each(LEFT_OUT, row -> listener.wrong(problem(files, row)));
    }

    private static IntakeProblem problem(List<String> files, ResultSet row) throws SQLException {
        return new IntakeProblem(
                files.get(row.getInt(1)),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getBoolean(7));
    }
}
