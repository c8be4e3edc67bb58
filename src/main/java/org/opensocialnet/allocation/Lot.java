package org.opensocialnet.allocation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The lot that breaks ties. Whoever knows the seed can draw it again: the first eight bytes of SHA-256 over the seed, a
 * colon and the name. It depends on nothing else, so the order in which lines came gives no advantage.
 */
final class Lot {

    private static final int BITS = 20;

    private final MessageDigest digest;
    private final long seed;

    Lot(long seed) {
        this.seed = seed;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    long of(String name) {
        return ByteBuffer.wrap(digest.digest((seed + ":" + name).getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    /** What is added among equals for a line that is covered: from 1 to a million and some. */
    long bonus(String name) {
        return 1 + (of(name) >>> (Long.SIZE - BITS));
    }
}
