package org.opensocialnet.index;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A word of a vocabulary: a kind of service or a target group. Its value is how filters name it: its code in
 * our own vocabularies, its id in others.
 */
public record Concept(
        UUID id,
        Facet facet,
        String value,
        boolean own,
        String name,
        Map<String, String> names,
        List<String> synonyms,
        @Nullable UUID parent) {

    /** Its name in a language, else in the main one. */
    public String name(String language) {
        return names.getOrDefault(language, name);
    }
}
