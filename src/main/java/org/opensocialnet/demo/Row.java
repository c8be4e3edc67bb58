package org.opensocialnet.demo;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One row being written: Greek in the columns, English beside it. */
final class Row {

    /** Where the city's rows go: the directory's intake, or a test that counts them. */
    @FunctionalInterface
    interface Sink {
        void take(String table, Map<String, String> values);
    }

    private static final JsonMapper JSON = new JsonMapper();

    private final String table;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, String> english = new LinkedHashMap<>();

    private Row(String table, UUID id) {
        this.table = table;
        values.put("id", id.toString());
    }

    static Row of(String table, UUID id) {
        return new Row(table, id);
    }

    /** The id that a name always has: the same on every machine and in every run. */
    static UUID id(Object... name) {
        var text = new StringBuilder("osn-demo");
        for (var part : name) {
            text.append('/').append(part);
        }
        return UUID.nameUUIDFromBytes(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Fills a column; nothing is written where there is nothing to say. */
    Row with(String column, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            values.put(column, value.toString());
        }
        return this;
    }

    Row with(String column, @Nullable Both text) {
        if (text != null) {
            values.put(column, text.greek());
            english.put(column, text.english());
        }
        return this;
    }

    void to(Sink sink) {
        if (!english.isEmpty()) {
            values.put("translations", JSON.writeValueAsString(Map.of("en", english)));
        }
        sink.take(table, values);
    }
}
