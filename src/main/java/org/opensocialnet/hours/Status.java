package org.opensocialnet.hours;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How it stands at one moment. */
public sealed interface Status {

    /** Open until a moment, or with no end in the coming week; {@code allDay} when it does not close on this day. */
    record Open(@Nullable Instant until, boolean allDay) implements Status {

        public boolean closesWithin(Duration time, Instant now) {
            return until != null && !until.isAfter(now.plus(time));
        }
    }

    /** Shut, and when it opens next, if that is known. */
    record Closed(@Nullable Instant opens) implements Status {}

    /** For those who have asked for an appointment, and when it opens to everyone, if it does. */
    record ByAppointment(@Nullable Instant opens) implements Status {}

    /** Not known by rule; perhaps told in words. */
    record Unknown(@Nullable String prose) implements Status {}
}
