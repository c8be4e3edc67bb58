package org.opensocialnet.matching;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret under which values are encoded. It lives outside the database; encodings under different keys have nothing
 * in common, and without it nobody can try names against them.
 */
public final class MatchingKey {

    /** Shorter secrets are refused. */
    public static final int LEAST_BYTES = 32;

    private final byte[] secret;

    private MatchingKey(byte[] secret) {
        this.secret = secret;
    }

    /**
     * @throws IllegalArgumentException for fewer than {@value #LEAST_BYTES} bytes
     */
    public static MatchingKey of(byte[] secret) {
        if (secret.length < LEAST_BYTES) {
            throw new IllegalArgumentException("A matching key has at least " + LEAST_BYTES + " bytes");
        }
        return new MatchingKey(secret.clone());
    }

    /** A key for one run: what was encoded under it can never be compared again. */
    public static MatchingKey forOnce() {
        var secret = new byte[LEAST_BYTES];
        new SecureRandom().nextBytes(secret);
        return new MatchingKey(secret);
    }

    /**
     * The bytes of a file.
     *
     * @throws IllegalArgumentException if it has fewer than {@value #LEAST_BYTES} bytes
     */
    public static MatchingKey read(Path file) throws IOException {
        return of(Files.readAllBytes(file));
    }

    /** A key of its own for each purpose, by HMAC-SHA256. */
    byte[] derived(String purpose) {
        return mac(secret).doFinal(("open-social-net matching 1 " + purpose).getBytes(StandardCharsets.UTF_8));
    }

    static Mac mac(byte[] key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MatchingKey key && Arrays.equals(secret, key.secret);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(derived("identity"));
    }

    @Override
    public String toString() {
        return "MatchingKey[hidden]";
    }
}
