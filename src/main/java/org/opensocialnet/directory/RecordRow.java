package org.opensocialnet.directory;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the directory as it lies there, each value as text in the form PostgreSQL writes it; columns without a
 * value are absent.
 *
 * @param source where it came from
 * @param gone a record that is no longer in use
 */
public record RecordRow(String table, UUID id, String source, boolean gone, Map<String, String> values) {

    public RecordRow {
        values = Map.copyOf(values);
    }

    public @Nullable String value(String column) {
        return values.get(column);
    }
}
