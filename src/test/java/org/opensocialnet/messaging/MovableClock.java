package org.opensocialnet.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock one can put forward. */
final class MovableClock extends Clock {

    static final Instant MORNING = Instant.parse("2026-11-21T09:00:00Z");

    private volatile Instant now = MORNING;

    void forward(Duration time) {
        now = now.plus(time);
    }

    void reset() {
        now = MORNING;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneId.of("Europe/Athens");
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
