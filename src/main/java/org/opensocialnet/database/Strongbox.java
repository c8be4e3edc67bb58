package org.opensocialnet.database;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Closes what nobody may read in the database: AES-256 in Galois/counter mode, bound to what it belongs to, so that
 * nothing can be moved elsewhere. The first key closes; all of them open, so that a key can be changed. Made by
 * {@link Keyring}.
 */
public final class Strongbox {

    static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String where;
    private final List<Key> keys;

    private record Key(String name, SecretKeySpec spec) {}

    /** @param where the keys lie, for whoever must be told that one is missing */
    Strongbox(String where, List<byte[]> keys) {
        this.where = where;
        this.keys = keys.stream()
                .map(bytes -> new Key(name(bytes), new SecretKeySpec(bytes, "AES")))
                .toList();
    }

    /** Which key closes; says nothing about what it is. */
    public String key() {
        return keys.getFirst().name();
    }

    /** Which keys open. */
    public List<String> opening() {
        return keys.stream().map(Key::name).toList();
    }

    public String where() {
        return where;
    }

    /** @param owner what it belongs to: opened for anything else, it stays shut */
    public byte[] close(String owner, byte[] plain) {
        try {
            var nonce = new byte[NONCE];
            RANDOM.nextBytes(nonce);
            var closed =
                    cipher(Cipher.ENCRYPT_MODE, keys.getFirst(), owner, nonce).doFinal(plain);
            var both = Arrays.copyOf(nonce, NONCE + closed.length);
            System.arraycopy(closed, 0, both, NONCE, closed.length);
            return both;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Nothing where another key closed it, it belongs to something else, or somebody changed it. */
    public Optional<byte[]> open(String owner, byte[] closed) {
        return keys.stream().flatMap(key -> open(key, owner, closed).stream()).findFirst();
    }

    /** Whether an older key alone opens it: then it is time to close it anew. */
    public boolean isOld(String owner, byte[] closed) {
        return open(keys.getFirst(), owner, closed).isEmpty()
                && open(owner, closed).isPresent();
    }

    private static Optional<byte[]> open(Key key, String owner, byte[] closed) {
        if (closed.length < NONCE) {
            return Optional.empty();
        }
        try {
            var cipher = cipher(Cipher.DECRYPT_MODE, key, owner, Arrays.copyOf(closed, NONCE));
            return Optional.of(cipher.doFinal(closed, NONCE, closed.length - NONCE));
        } catch (AEADBadTagException _) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Cipher cipher(int mode, Key key, String owner, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.spec(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static String name(byte[] key) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(key);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, 12);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
