package org.opensocialnet.chores;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One long piece of work and how far it is.
 *
 * @param subject what it is about
 * @param step where in it, in a code of its kind; empty before it says
 * @param total how much there is to do, where that is known
 */
public record Chore(
        UUID id,
        String kind,
        UUID subject,
        State state,
        String step,
        long done,
        @Nullable Long total,
        OffsetDateTime askedAt,
        @Nullable OffsetDateTime endedAt) {

    /** What became of it. */
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED,

        /** The node that did it went away in the middle; it can be asked for again. */
        ABANDONED
    }

    /** Whether somebody does it, or will. */
    public boolean open() {
        return state == State.WAITING || state == State.RUNNING;
    }

    /** How much of it is done in hundredths, where that is known. */
    public @Nullable Integer percent() {
        var all = total;
        return all == null || all == 0 ? null : (int) Math.min(100, done * 100 / all);
    }
}
