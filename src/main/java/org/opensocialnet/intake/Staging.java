package org.opensocialnet.intake;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.directory.HsdsTable;

/**
 * A temporary table that rows pour into through COPY, some kilobytes at a time, so that any number of them
 * needs the same memory.
 */
final class Staging {

    private static final int BATCH = 64 * 1024;

    private final CopyPipe pipe;
    private final String copy;
    private byte[] batch = new byte[BATCH + BATCH / 4];
    private int filled;

    private Staging(CopyPipe pipe, String copy) {
        this.pipe = pipe;
        this.copy = copy;
    }

    /** Makes the staging table of a table: row number, file, line, then the columns. */
    static Staging of(CopyPipe pipe, HsdsTable table, String name) throws SQLException {
        var columns =
                table.columns().stream().map(column -> quoted(column.name())).toList();
        return create(pipe, name, """
                create temporary table %s on commit drop as
                select 0::bigint as "#n", 0 as "#file", 0::bigint as "#line", %s from directory.%s where false""".formatted(name, String.join(", ", columns), table.name()), columns);
    }

    /** Makes the table of what is left out and why. */
    static Staging ofLeftOut(CopyPipe pipe) throws SQLException {
        return create(pipe, "left_out", """
                create temporary table left_out (
                    "#n" bigint, "#file" integer, "#line" bigint, table_name text, id uuid, column_name text, value text, reason text,
                    left_out boolean not null default true
                ) on commit drop""", List.of("table_name", "id", "column_name", "value", "reason"));
    }

    private static Staging create(CopyPipe pipe, String name, String ddl, List<String> columns) throws SQLException {
        pipe.execute(ddl);
        return new Staging(
                pipe,
                "copy pg_temp.%s (\"#n\", \"#file\", \"#line\", %s) from stdin"
                        .formatted(name, String.join(", ", columns)));
    }

    static String quoted(String column) {
        return '"' + column + '"';
    }

    void add(long number, int file, long line, @Nullable String... values) throws SQLException {
        text(Long.toString(number));
        put('\t');
        text(Integer.toString(file));
        put('\t');
        text(Long.toString(line));
        for (var value : values) {
            put('\t');
            if (value == null) {
                put('\\');
                put('N');
            } else {
                text(value);
            }
        }
        put('\n');
        if (filled >= BATCH) {
            flush();
        }
    }

    /** In UTF-8, with what COPY reads as more than a character written so that it is one. */
    private void text(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < 0x80) {
                switch (c) {
                    case '\\' -> escaped('\\');
                    case '\t' -> escaped('t');
                    case '\n' -> escaped('n');
                    case '\r' -> escaped('r');
                    default -> put(c);
                }
            } else if (c < 0x800) {
                put(0xC0 | c >> 6);
                put(0x80 | c & 0x3F);
            } else if (Character.isSurrogate(c)) {
                int point = value.codePointAt(i++);
                put(0xF0 | point >> 18);
                put(0x80 | point >> 12 & 0x3F);
                put(0x80 | point >> 6 & 0x3F);
                put(0x80 | point & 0x3F);
            } else {
                put(0xE0 | c >> 12);
                put(0x80 | c >> 6 & 0x3F);
                put(0x80 | c & 0x3F);
            }
        }
    }

    private void escaped(char letter) {
        put('\\');
        put(letter);
    }

    private void put(int value) {
        if (filled == batch.length) {
            batch = Arrays.copyOf(batch, filled * 2);
        }
        batch[filled++] = (byte) value;
    }

    void flush() throws SQLException {
        if (filled > 0) {
            pipe.write(copy, batch, filled);
            filled = 0;
        }
    }
}
