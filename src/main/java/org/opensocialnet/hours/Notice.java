package org.opensocialnet.hours;

import java.time.Instant;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** Something that changes the hours for a while: closed, or open at other times. It may have no end yet. */
public record Notice(
        Instant from,
        @Nullable Instant to,
        @Nullable LocalTime opensAt,
        @Nullable LocalTime closesAt) {

    /** Shut between two moments. */
    public static Notice closed(Instant from, @Nullable Instant to) {
        return new Notice(from, to, null, null);
    }

    /** Open at other times on the days between two moments that have opening times. */
    public static Notice changedHours(Instant from, @Nullable Instant to, LocalTime opensAt, LocalTime closesAt) {
        return new Notice(from, to, opensAt, closesAt);
    }

    @Nullable
    Range hours() {
        return opensAt == null || closesAt == null ? null : Rule.range(opensAt, closesAt);
    }

    Interval time() {
        return new Interval(from, to == null ? Instant.MAX : to);
    }

    /** A notice about a single day means that day, even one that is shut as a rule. */
    boolean isAboutOneDay() {
        return to != null && WallClock.day(from).equals(WallClock.day(to.minusNanos(1)));
    }
}
