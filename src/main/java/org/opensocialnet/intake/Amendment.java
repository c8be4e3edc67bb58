package org.opensocialnet.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opensocialnet.intake.Difference.Kind;

/**
 * A few rows to change together, as an office keeps its records: an edit, an answer to "is this still right?", an
 * undo. Either all of it is kept or nothing. It may change records of any source; who may change which is for the
 * caller to decide. What it changes stands when the record's source says otherwise later.
 *
 * @param source where new records are said to come from: "own" for this city's upkeep
 */
public record Amendment(String source, List<RowChange> rows) {

    public Amendment {
        rows = List.copyOf(rows);
    }

    /** What shall become of one row. */
    public sealed interface RowChange {

        String table();

        UUID id();
    }

    /** Sets the columns named, as text like in a file ("" for none); the others stay. Makes the row if need be. */
    public record Put(String table, UUID id, Map<String, String> values) implements RowChange {

        public Put {
            values = Map.copyOf(values);
        }
    }

    /** Takes a row away with all that hangs on it; a service, place, organisation … only goes out of use. */
    public record Remove(String table, UUID id) implements RowChange {}

    /** What makes good again what was different: of an amendment, or of a whole import that told its differences. */
    public static Amendment undoing(String source, List<Difference> differences) {
        var values = new LinkedHashMap<Remove, Map<String, String>>();
        var added = new ArrayList<RowChange>();
        for (var difference : differences) {
            var row = new Remove(difference.table(), difference.id());
            if (difference.kind() == Kind.ADDED) {
                if (!added.contains(row)) {
                    added.add(row);
                }
            } else {
                var before = difference.before();
                values.computeIfAbsent(row, _ -> new LinkedHashMap<>())
                        .put(difference.column(), before == null ? "" : before);
            }
        }
        var rows = new ArrayList<RowChange>(added);
        values.forEach((row, before) -> {
            if (!added.contains(row)) {
                rows.add(new Put(row.table(), row.id(), before));
            }
        });
        return new Amendment(source, rows);
    }
}
