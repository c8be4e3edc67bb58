package org.opensocialnet.directory;

import java.util.List;

/**
 * How much a reader may rely on a service's record.
 *
 * @param score 0 to 100
 * @param unmet what would make it better, the heaviest first
 * @param freshness when its provider last confirmed it, in words
 */
public record Quality(int score, List<Criterion> unmet, Freshness freshness) {

    public Quality {
        unmet = List.copyOf(unmet);
    }
}
