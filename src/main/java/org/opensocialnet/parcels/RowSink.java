package org.opensocialnet.parcels;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.intake.Intake;
import org.opensocialnet.intake.RowOrigin;

/** Where rows go as they are read, and word of rows that could not be read. */
public interface RowSink {

    void row(String table, RowOrigin origin, Map<String, String> values);

    void leaveOut(String table, RowOrigin origin, @Nullable String column, @Nullable String value, String reason);

    static RowSink into(Intake intake) {
        return new RowSink() {
            @Override
            public void row(String table, RowOrigin origin, Map<String, String> values) {
                intake.accept(table, origin, values);
            }

            @Override
            public void leaveOut(
                    String table, RowOrigin origin, @Nullable String column, @Nullable String value, String reason) {
                intake.leaveOut(table, origin, column, value, reason);
            }
        };
    }

    /** The same, telling somebody of each row. */
    default RowSink counted(Runnable each) {
        var sink = this;
        return new RowSink() {
            @Override
            public void row(String table, RowOrigin origin, Map<String, String> values) {
                sink.row(table, origin, values);
                each.run();
            }

            @Override
            public void leaveOut(
                    String table, RowOrigin origin, @Nullable String column, @Nullable String value, String reason) {
                sink.leaveOut(table, origin, column, value, reason);
                each.run();
            }
        };
    }
}
