package org.opensocialnet.kernel;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Time-ordered ids (UUIDv7, RFC 9562): an index grows at its end, and a device can name a record
 * while it is offline. Of two ids made by one process the later is the greater, also within a
 * millisecond, whose fraction stands in the twelve bits behind it (section 6.2, method 3).
 */
public final class Uuid7 {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Clock CLOCK = Clock.systemUTC();
    private static final AtomicLong LAST = new AtomicLong();

    private Uuid7() {}

    public static UUID next() {
        long now = ticks(CLOCK.instant());
        return at(LAST.updateAndGet(last -> Math.max(last + 1, now)));
    }

    /** The moment in 4096ths of a millisecond. */
    static long ticks(Instant moment) {
        return moment.toEpochMilli() << 12 | (moment.getNano() % 1_000_000L << 12) / 1_000_000;
    }

    static UUID at(long ticks) {
        long time = ticks >>> 12 << 16 | 0x7000 | ticks & 0xfff;
        long noise = RANDOM.nextLong() >>> 2 | 1L << 63;
        return new UUID(time, noise);
    }
}
