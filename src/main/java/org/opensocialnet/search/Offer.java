package org.opensocialnet.search;

import org.jspecify.annotations.Nullable;
import org.opensocialnet.index.Facet;

/** A wider question that has answers, where the reader's own has none; facet and value say what is left out or wider. */
public record Offer(
        Widening widening,
        Question question,
        int count,
        @Nullable Facet facet,
        @Nullable String value) {

    /** In what way it is wider. */
    public enum Widening {
        ANY_TIME,
        ANYWHERE,
        WITHOUT_CHOICE,
        WIDER_KIND,
        FEWER_WORDS,
        ONLY_WORDS,
        EVERYTHING
    }
}
