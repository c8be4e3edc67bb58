package org.opensocialnet.search;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.index.Facet;

/** What a reader asks for. Every part may be left open; pages are counted from 1. */
public record Question(
        String words,
        @Nullable Near near,
        When when,
        Map<Facet, Set<String>> chosen,
        @Nullable Box box,
        Sort sort,
        int page,
        int size) {

    /** In which order results come. */
    public enum Sort {
        BEST,
        DISTANCE,
        NAME
    }

    public static final int PAGE = 20;

    public static final Question EVERYTHING =
            new Question("", null, new When.Anytime(), Map.of(), null, Sort.BEST, 1, PAGE);

    public Question {
        var copy = new EnumMap<Facet, Set<String>>(Facet.class);
        chosen.forEach((facet, values) -> {
            if (!values.isEmpty()) {
                copy.put(facet, new TreeSet<>(values));
            }
        });
        chosen = copy;
    }

    public Set<String> chosen(Facet facet) {
        return chosen.getOrDefault(facet, Set.of());
    }

    /** The same question with what its words meant. */
    Question meaning(String rest, @Nullable Near place, When time) {
        return new Question(rest, place, time, chosen, box, sort, page, size);
    }

    public Question withWords(String other) {
        return new Question(other, near, when, chosen, box, sort, 1, size);
    }

    public Question withNear(@Nullable Near other) {
        return new Question(words, other, when, chosen, box, sort, 1, size);
    }

    public Question withWhen(When other) {
        return new Question(words, near, other, chosen, box, sort, 1, size);
    }

    public Question withBox(@Nullable Box other) {
        return new Question(words, near, when, chosen, other, sort, 1, size);
    }

    public Question sortedBy(Sort other) {
        return new Question(words, near, when, chosen, box, other, 1, size);
    }

    public Question onPage(int other, int otherSize) {
        return new Question(words, near, when, chosen, box, sort, other, otherSize);
    }

    /** Chooses one more value, or instead of the one before where only one can be. */
    public Question with(Facet facet, String value) {
        var values = facet.single() ? new TreeSet<String>() : new TreeSet<>(chosen(facet));
        values.add(value);
        return choosing(facet, values);
    }

    public Question without(Facet facet, String value) {
        var values = new TreeSet<>(chosen(facet));
        values.remove(value);
        return choosing(facet, values);
    }

    public Question without(Facet facet) {
        return choosing(facet, Set.of());
    }

    private Question choosing(Facet facet, Set<String> values) {
        var other = new EnumMap<Facet, Set<String>>(Facet.class);
        other.putAll(chosen);
        other.put(facet, values);
        return new Question(words, near, when, other, box, sort, 1, size);
    }
}
