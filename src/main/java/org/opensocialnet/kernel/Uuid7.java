package org.opensocialnet.kernel;

import java.security.SecureRandom;
import java.util.UUID;

/**
 * Time-ordered ids (UUIDv7, RFC 9562): an index grows at its end, and a device can name a record
 * while it is offline.
 */
public final class Uuid7 {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Uuid7() {}

    public static UUID next() {
        return at(System.currentTimeMillis());
    }

    static UUID at(long epochMillis) {
        long time = epochMillis << 16 | 0x7000 | RANDOM.nextInt(1 << 12);
        long noise = RANDOM.nextLong() >>> 2 | 1L << 63;
        return new UUID(time, noise);
    }
}
