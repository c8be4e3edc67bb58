package org.opensocialnet.directory;

import java.time.Instant;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice to be put up for a while: closed, other hours, moved, or just a message. It takes itself down at its end.
 *
 * @param english the message for readers of English; without it they get the Greek one
 * @param until nothing where the end is not known yet
 */
public record Announcement(
        Subject about,
        Kind kind,
        String greek,
        @Nullable String english,
        Instant from,
        @Nullable Instant until,
        @Nullable LocalTime opensAt,
        @Nullable LocalTime closesAt,
        @Nullable UUID movedTo) {

    /** What a notice changes. */
    public enum Kind {
        CLOSED("closed"),
        CHANGED_HOURS("changed-hours"),
        MOVED("moved"),
        MESSAGE("message");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    public static Announcement closed(
            Subject about, String greek, @Nullable String english, Instant from, @Nullable Instant until) {
        return new Announcement(about, Kind.CLOSED, greek, english, from, until, null, null, null);
    }

    public static Announcement message(
            Subject about, String greek, @Nullable String english, Instant from, @Nullable Instant until) {
        return new Announcement(about, Kind.MESSAGE, greek, english, from, until, null, null, null);
    }
}
