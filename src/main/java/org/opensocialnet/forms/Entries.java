package org.opensocialnet.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was answered, as it was written: each spot with its text. Several choices are their codes with blanks between, as
 * XLSForm has them. Spots without a text are absent.
 */
public record Entries(Map<Spot, String> texts) {

    public static final Entries NONE = new Entries(Map.of());

    public Entries {
        var kept = new LinkedHashMap<Spot, String>();
        texts.forEach((spot, text) -> {
            if (!text.isBlank()) {
                kept.put(spot, text.strip());
            }
        });
        texts = java.util.Collections.unmodifiableMap(kept);
    }

    public String text(Spot spot) {
        return texts.getOrDefault(spot, "");
    }

    public String text(String question) {
        return text(Spot.of(question));
    }

    /** The codes that were chosen there. */
    public List<String> codes(Spot spot) {
        var text = text(spot);
        return text.isEmpty() ? List.of() : List.of(text.split("\\s+"));
    }

    /** The rows of a table that say anything, in their order. */
    public List<String> rows(String question) {
        var rows = new LinkedHashSet<String>();
        texts.keySet().stream()
                .filter(spot -> spot.question().equals(question) && !spot.row().isEmpty())
                .forEach(spot -> rows.add(spot.row()));
        return List.copyOf(rows);
    }

    /** Only what some questions were answered. */
    public Entries of(Set<String> questions) {
        var some = new LinkedHashMap<Spot, String>();
        texts.forEach((spot, text) -> {
            if (questions.contains(spot.question())) {
                some.put(spot, text);
            }
        });
        return new Entries(some);
    }

    /** All but what some questions were answered. */
    public Entries without(Set<String> questions) {
        var others = new LinkedHashMap<Spot, String>();
        texts.forEach((spot, text) -> {
            if (!questions.contains(spot.question())) {
                others.put(spot, text);
            }
        });
        return new Entries(others);
    }

    /** Whether a question was answered, in any row where it is a table. */
    public boolean answers(String question) {
        return texts.keySet().stream().anyMatch(spot -> spot.question().equals(question));
    }

    /** These, and what others say where these say nothing. */
    public Entries over(Entries others) {
        var all = new LinkedHashMap<>(others.texts);
        all.putAll(texts);
        return new Entries(all);
    }

    /** The spots in which two differ. */
    public List<Spot> differing(Entries other) {
        var spots = new LinkedHashSet<>(texts.keySet());
        spots.addAll(other.texts.keySet());
        var differing = new ArrayList<Spot>();
        for (var spot : spots) {
            if (!text(spot).equals(other.text(spot))) {
                differing.add(spot);
            }
        }
        return differing;
    }
}
