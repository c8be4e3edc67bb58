package org.opensocialnet.intake;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.directory.HsdsTable;
import org.postgresql.PGConnection;

/**
 * A temporary table that rows pour into through COPY, some hundred kilobytes at a time, so that any number of them
 * needs the same memory.
 */
final class Staging {

    private static final int BATCH = 256 * 1024;

    private final Connection connection;
    private final String copy;
    private final StringBuilder batch = new StringBuilder();

    private Staging(Connection connection, String copy) {
        this.connection = connection;
        this.copy = copy;
    }

    /** Makes the staging table of a table: row number, file, line, then the columns. */
    static Staging of(Connection connection, HsdsTable table, String name) throws SQLException {
        var columns =
                table.columns().stream().map(column -> quoted(column.name())).toList();
        return create(connection, name, """
                create temporary table %s on commit drop as
                select 0::bigint as "#n", 0 as "#file", 0::bigint as "#line", %s from directory.%s where false""".formatted(name, String.join(", ", columns), table.name()), columns);
    }

    /** Makes the table of what is left out and why. */
    static Staging ofLeftOut(Connection connection) throws SQLException {
        return create(connection, "left_out", """
                create temporary table left_out (
                    "#n" bigint, "#file" integer, "#line" bigint, table_name text, id uuid, column_name text, value text, reason text,
                    left_out boolean not null default true
                ) on commit drop""", List.of("table_name", "id", "column_name", "value", "reason"));
    }

    private static Staging create(Connection connection, String name, String ddl, List<String> columns)
            throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(ddl);
        }
        return new Staging(
                connection,
                "copy pg_temp.%s (\"#n\", \"#file\", \"#line\", %s) from stdin"
                        .formatted(name, String.join(", ", columns)));
    }

    static String quoted(String column) {
        return '"' + column + '"';
    }

    void add(long number, int file, long line, @Nullable String... values) throws SQLException {
        batch.append(number).append('\t').append(file).append('\t').append(line);
        for (var value : values) {
            batch.append('\t');
            append(value);
        }
        batch.append('\n');
        if (batch.length() >= BATCH) {
            flush();
        }
    }

    private void append(@Nullable String value) {
        if (value == null) {
            batch.append("\\N");
            return;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> batch.append("\\\\");
                case '\t' -> batch.append("\\t");
                case '\n' -> batch.append("\\n");
                case '\r' -> batch.append("\\r");
                default -> batch.append(c);
            }
        }
    }

    void flush() throws SQLException {
        if (batch.isEmpty()) {
            return;
        }
        var bytes = batch.toString().getBytes(StandardCharsets.UTF_8);
        batch.setLength(0);
        var in = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy);
        try {
            in.writeToCopy(bytes, 0, bytes.length);
            in.endCopy();
        } finally {
            if (in.isActive()) {
                in.cancelCopy();
            }
        }
    }
}
