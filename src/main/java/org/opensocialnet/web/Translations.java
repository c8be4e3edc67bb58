package org.opensocialnet.web;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The other languages of a record's texts, and which of them a reader gets. */
final class Translations {

    private static final JsonMapper JSON = new JsonMapper();

    private Translations() {}

    /** The texts of one field by language, from a document such as {"en":{"name":"…"}}. */
    static Map<String, String> of(@Nullable String document, String field) {
        if (document == null || document.isBlank()) {
            return Map.of();
        }
        return JSON.readTree(document).properties().stream()
                .filter(language -> !written(language.getValue(), field).isBlank())
                .collect(Collectors.toMap(Map.Entry::getKey, language -> written(language.getValue(), field)));
    }

    static Passage choose(@Nullable String main, Map<String, String> others, String mainLanguage, String wanted) {
        var own = Objects.requireNonNullElse(main, "");
        if (wanted.equals(mainLanguage) && !own.isBlank()) {
            return new Passage(own, null);
        }
        var translated = others.get(wanted);
        if (translated != null && !translated.isBlank()) {
            return new Passage(translated, null);
        }
        return new Passage(own, wanted.equals(mainLanguage) || own.isBlank() ? null : mainLanguage);
    }

    private static String written(JsonNode texts, String field) {
        return texts.path(field).asString("");
    }
}
