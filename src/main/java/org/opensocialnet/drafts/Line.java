package org.opensocialnet.drafts;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.directory.RecordRow;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * One row of a record as it is edited: each text in another language is a field of its own, "name@en". Fields without a
 * value are absent.
 *
 * @param fresh it is only in the draft
 * @param gone it is out of use, or the draft takes it away
 */
public record Line(String table, UUID id, Map<String, String> values, boolean fresh, boolean gone) {

    private static final String TRANSLATIONS = "translations";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public Line {
        values = Map.copyOf(values);
    }

    static Line of(RecordRow row) {
        var values = new HashMap<>(row.values());
        var translations = values.remove(TRANSLATIONS);
        if (translations != null) {
            values.putAll(spread(translations));
        }
        values.remove("id");
        return new Line(row.table(), row.id(), values, false, row.gone());
    }

    /** Each text of a translations document under its own name: {"en":{"name":"…"}} as "name@en". */
    static Map<String, String> spread(@Nullable String translations) {
        var spread = new TreeMap<String, String>();
        if (translations == null || translations.isEmpty()) {
            return spread;
        }
        try {
            for (var language : JSON.readTree(translations).properties()) {
                for (var text : language.getValue().properties()) {
                    if (text.getValue().isString()
                            && !text.getValue().stringValue().isEmpty()) {
                        spread.put(
                                text.getKey() + "@" + language.getKey(),
                                text.getValue().stringValue());
                    }
                }
            }
            return spread;
        } catch (JacksonException e) {
            return spread;
        }
    }

    public @Nullable String value(String column) {
        return values.get(column);
    }

    /** The value, or an empty text. */
    public String text(String column) {
        return values.getOrDefault(column, "");
    }

    public boolean is(String column, String value) {
        return value.equals(values.get(column));
    }

    Line with(String column, @Nullable String value) {
        var changed = new HashMap<>(values);
        if (value == null || value.isEmpty()) {
            changed.remove(column);
        } else {
            changed.put(column, value);
        }
        return new Line(table, id, changed, fresh, gone);
    }

    Line asGone() {
        return new Line(table, id, values, fresh, true);
    }

    /** All texts in other languages as the document the directory keeps. */
    String translations() {
        var document = new TreeMap<String, Map<String, String>>();
        new TreeMap<>(values).forEach((column, value) -> {
            int at = column.indexOf('@');
            if (at > 0) {
                document.computeIfAbsent(column.substring(at + 1), _ -> new LinkedHashMap<>())
                        .put(column.substring(0, at), value);
            }
        });
        return JSON.writeValueAsString(document);
    }
}
