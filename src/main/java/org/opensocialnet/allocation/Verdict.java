package org.opensocialnet.allocation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a proposal says to one line.
 *
 * @param value of what it gets
 * @param whole the value it would have if it got all
 * @param reasons why it does not get the rest, those first that lack least
 * @param wayIn the least money that lets in what is next of it, with everything else kept
 */
public record Verdict(
        String line,
        long asked,
        long gets,
        long value,
        long whole,
        List<Reason> reasons,
        @Nullable WayIn wayIn) {

    public Verdict {
        reasons = List.copyOf(reasons);
    }

    /** In or out. */
    public enum Outcome {
        WHOLE,
        PART,
        NOTHING
    }

    public Outcome outcome() {
        return gets == asked ? Outcome.WHOLE : gets > 0 ? Outcome.PART : Outcome.NOTHING;
    }

    /** So much more in this envelope, and so many more units of the line are covered, whatever else was proposed. */
    public record WayIn(String envelope, long cents, long units) {}
}
