package org.opensocialnet.matching;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of one field, and what it makes of texts: tokens, which are equal for equal texts and say nothing else, and
 * signatures, which agree in the more bits the more two sets of features have in common.
 *
 * <p>A signature has one bit per position: the lowest of the smallest keyed hash of all features (one-bit minwise
 * hashing, Li and König 2010; for linkage Smith 2017). Of two sets with Jaccard similarity J a share of (1+J)/2 of the
 * bits agrees. Unlike a Bloom filter it is balanced by construction: half its bits are set, however long the text was.
 */
final class Salt {

    static final int SIGNATURE_LONGS = 4;
    static final int SIGNATURE_BITS = SIGNATURE_LONGS * 64;

    /** Texts of all the world have fewer features; more is an attack on memory. */
    private static final int MOST_ROWS = 50_000;

    private final ThreadLocal<Mac> macs;
    private final Map<String, int[]> rows = new ConcurrentHashMap<>();

    Salt(MatchingKey key, String purpose) {
        var derived = key.derived(purpose);
        macs = ThreadLocal.withInitial(() -> MatchingKey.mac(derived));
    }

    /** 64 keyed bits of a text, never 0. */
    long token(String text) {
        var token = ByteBuffer.wrap(hash(text)).getLong();
        return token == 0 ? 1 : token;
    }

    /** 32 keyed bits of a text, never 0. */
    int shortToken(String text) {
        int token = (int) token(text);
        return token == 0 ? 1 : token;
    }

    void sign(Collection<String> features, long[] into, int from) {
        int[] least = new int[SIGNATURE_BITS];
        Arrays.fill(least, Integer.MAX_VALUE);
        for (var feature : features) {
            int[] row = row(feature);
            for (int bit = 0; bit < SIGNATURE_BITS; bit++) {
                least[bit] = Math.min(least[bit], row[bit]);
            }
        }
        for (int bit = 0; bit < SIGNATURE_BITS; bit++) {
            into[from + (bit >> 6)] |= (long) (least[bit] & 1) << bit;
        }
    }

    private int[] row(String feature) {
        var known = rows.get(feature);
        if (known != null) {
            return known;
        }
        var made = expand(hash("f" + feature));
        if (rows.size() < MOST_ROWS) {
            rows.put(feature, made);
        }
        return made;
    }

    private byte[] hash(String text) {
        return macs.get().doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Pseudorandom numbers from a seed: the key stream of AES in counter mode. */
    private static int[] expand(byte[] seed) {
        try {
            var cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(seed, "AES"), new IvParameterSpec(new byte[16]));
            var numbers = new int[SIGNATURE_BITS];
            ByteBuffer.wrap(cipher.doFinal(new byte[SIGNATURE_BITS * Integer.BYTES]))
                    .asIntBuffer()
                    .get(numbers);
            return numbers;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }
}
