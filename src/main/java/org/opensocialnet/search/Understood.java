package org.opensocialnet.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was read out of a question: the question that was answered (with the place and the time its words
 * named), the kind of service or target group that the words name, words that nothing knows, and words that
 * were taken in another spelling.
 */
public record Understood(Question question, @Nullable String term, List<String> ignored, List<Respelled> respelled) {

    /** A word that was not found as it was typed, and the key of the nearest one that was. */
    public record Respelled(String typed, @Nullable String key) {}
}
