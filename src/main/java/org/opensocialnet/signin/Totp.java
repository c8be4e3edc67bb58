package org.opensocialnet.signin;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes of six digits that an authenticator app and we make of a shared secret and the time (RFC 6238, SHA-1, 30 seconds). */
final class Totp {

    private static final int SECONDS = 30;
    private static final int DIGITS = 1_000_000;
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Totp() {}

    static long step(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), SECONDS);
    }

    static String code(byte[] secret, long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "RAW"));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            var offset = hash[hash.length - 1] & 15;
            var number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
            return "%06d".formatted(number % DIGITS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Which step a code belongs to: this one, the one before or after, as clocks differ; none where it is wrong. */
    static OptionalLong stepOf(String typed, byte[] secret, Instant now) {
        var code = typed.replaceAll("\\s", "");
        var step = step(now);
        for (var near = step - 1; near <= step + 1; near++) {
            if (code.equals(code(secret, near))) {
                return OptionalLong.of(near);
            }
        }
        return OptionalLong.empty();
    }

    /** As apps read it and people type it: letters A to Z and digits 2 to 7 (RFC 4648). */
    static String base32(byte[] bytes) {
        var text = new StringBuilder();
        int held = 0;
        int bits = 0;
        for (var one : bytes) {
            held = held << 8 | one & 255;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(ALPHABET.charAt(held >> bits & 31));
            }
        }
        if (bits > 0) {
            text.append(ALPHABET.charAt(held << 5 - bits & 31));
        }
        return text.toString();
    }
}
