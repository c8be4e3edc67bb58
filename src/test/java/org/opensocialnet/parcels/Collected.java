package org.opensocialnet.parcels;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.intake.RowOrigin;

/** Rows as they come out of a file, kept for looking at. */
class Collected implements RowSink {

    record Row(String table, RowOrigin origin, Map<String, String> values) {}

    record LeftOut(
            String table,
            String file,
            long line,
            @Nullable String column,
            @Nullable String value,
            String reason) {}

    final List<Row> rows = new ArrayList<>();
    final List<LeftOut> leftOut = new ArrayList<>();

    @Override
    public void row(String table, RowOrigin origin, Map<String, String> values) {
        rows.add(new Row(table, origin, values));
    }

    @Override
    public void leaveOut(
            String table, RowOrigin origin, @Nullable String column, @Nullable String value, String reason) {
        leftOut.add(new LeftOut(table, origin.file(), origin.line(), column, value, reason));
    }

    List<Row> of(String table) {
        return rows.stream().filter(row -> row.table().equals(table)).toList();
    }

    Map<String, String> only(String table) {
        var rows = of(table);
        if (rows.size() != 1) {
            throw new AssertionError(rows.size() + " rows of " + table + " in " + this.rows);
        }
        return rows.getFirst().values();
    }
}
