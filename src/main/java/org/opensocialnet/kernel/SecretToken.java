package org.opensocialnet.kernel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The secret of a link that opens something without an account: chance in the address, its fingerprint in the database.
 * Whoever reads the database cannot make the address of it. Rooms keep beside the fingerprint what it opens and until when.
 */
public record SecretToken(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22,43}");

    /** 256 random bits, for links in letters. */
    public static SecretToken fresh() {
        return of(32);
    }

    /** 128 random bits: as hard to guess for all who try over the network, and short enough to be written down by hand. */
    public static SecretToken brief() {
        return of(16);
    }

    private static SecretToken of(int bytes) {
        var chance = new byte[bytes];
        RANDOM.nextBytes(chance);
        return new SecretToken(Base64.getUrlEncoder().withoutPadding().encodeToString(chance));
    }

    /** What an address says, where that can be one at all. */
    public static Optional<SecretToken> read(String typed) {
        return FORM.matcher(typed).matches() ? Optional.of(new SecretToken(typed)) : Optional.empty();
    }

    /** What is stored of it. */
    public byte[] fingerprint() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Never its text: it must stand in no log. */
    @Override
    public String toString() {
        return "SecretToken";
    }
}
