package org.opensocialnet.search;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.index.Facet;
import org.opensocialnet.index.OpenState;

/**
 * The answer to a question: one page of points where help is given, how many there are in all and by each
 * filter, how the words were understood, and where there is nothing, the nearest questions that have answers.
 */
public record Found(
        Understood understood,
        int total,
        int services,
        int openNow,
        List<Hit> hits,
        Map<Facet, Map<String, Integer>> counts,
        List<Offer> offers) {

    /** One service at one place; metres only where a place was asked for and this one is known. */
    public record Hit(
            UUID point,
            UUID service,
            @Nullable UUID location,
            @Nullable Integer metres,
            OpenState state) {}

    Found with(List<Offer> others) {
        return new Found(understood, total, services, openNow, hits, counts, others);
    }

    public int count(Facet facet, String value) {
        return counts.getOrDefault(facet, Map.of()).getOrDefault(value, 0);
    }
}
