package org.opensocialnet.intake;

import java.util.LinkedHashMap;
import java.util.Map;

/** Rows of a small directory, as a file would bring them. */
public final class Given {

    private final Intakes intakes;
    private final String source;
    private int line;

    public Given(Intakes intakes, String source) {
        this.intakes = intakes;
        this.source = source;
    }

    /** Each row: table, then "column=value" …; the id "a" of a table stands for the UUID {@link #id} makes of it. */
    public IntakeReport take(IntakeOptions options, String... rows) {
        try (var intake = intakes.open(source, "Test " + source, options)) {
            for (var row : rows) {
                var parts = row.strip().split("\\s*\\|\\s*");
                intake.accept(parts[0], new RowOrigin(parts[0] + ".csv", ++line), values(parts));
            }
            return intake.finish();
        }
    }

    private static Map<String, String> values(String[] parts) {
        var values = new LinkedHashMap<String, String>();
        for (int i = 1; i < parts.length; i++) {
            var cell = parts[i].split("=", 2);
            values.put(cell[0], cell[1]);
        }
        return values;
    }

    /** The id a record of this source got for a name that is no UUID. */
    public String id(String table, String name) {
        return RecordId.of(source, table, name);
    }
}
