package org.opensocialnet.intake;

import java.util.Map;
import org.opensocialnet.directory.HsdsColumn;
import org.opensocialnet.intake.Cells.BadValue;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The columns that hold JSON: translations {"en": {"name": "…"}}, synonyms {"el": ["…"]}, matches
 * {"esd": "…"}. Nothing but objects, lists and text goes in.
 */
final class Translated {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Translated() {}

    static String read(HsdsColumn column, String text) throws BadValue {
        try {
            var json = JSON.readTree(text);
            if (!json.isObject()) {
                throw new BadValue("is not a JSON object");
            }
            int depth = switch (column.name()) {
                case "translations", "synonyms" -> 2;
                default -> 1;
            };
            for (var entry : json.properties()) {
                shaped(column, entry, depth - 1);
            }
            return JSON.writeValueAsString(json);
        } catch (JacksonException e) {
            throw new BadValue("is not JSON");
        }
    }

    private static void shaped(HsdsColumn column, Map.Entry<String, JsonNode> entry, int depth) throws BadValue {
        Cells.plain(entry.getKey());
        var value = entry.getValue();
        boolean right =
                depth == 0 ? value.isString() : column.name().equals("synonyms") ? value.isArray() : value.isObject();
        if (!right) {
            throw new BadValue(
                    switch (column.name()) {
                        case "translations" -> "is not like {\"en\": {\"name\": \"…\"}}";
                        case "synonyms" -> "is not like {\"en\": [\"…\"]}";
                        default -> "is not like {\"name\": \"…\"}";
                    });
        }
        if (value.isString()) {
            Cells.plain(value.stringValue());
        } else if (value.isArray()) {
            for (var each : value) {
                shaped(column, Map.entry("", each), 0);
            }
        } else {
            for (var each : value.properties()) {
                shaped(column, each, depth - 1);
            }
        }
    }
}
