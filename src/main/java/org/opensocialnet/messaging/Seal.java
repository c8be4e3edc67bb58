package org.opensocialnet.messaging;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.opensocialnet.database.DataDirectory;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps what letters will say unreadable in the database: AES-256-GCM with a key in the data directory, bound to the
 * letter's number, so that a stolen dump opens no door and no value can be moved to another letter.
 */
@Component
class Seal {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};

    private final SecretKeySpec key;
    private final String name;

    Seal(DataDirectory data, OutboxSettings settings) throws IOException, GeneralSecurityException {
        var file = settings.keyFile();
        var bytes = new KeyFile(file == null ? data.resolve("key-of-letters") : file).read();
        this.key = new SecretKeySpec(bytes, "AES");
        this.name = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes))
                .substring(0, 12);
    }

    /** Which key this is; says nothing about what it is. */
    String name() {
        return name;
    }

    byte[] close(UUID letter, Map<String, String> values) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            var closed = cipher(Cipher.ENCRYPT_MODE, nonce, letter)
                    .doFinal(JsonMapper.shared().writeValueAsBytes(values));
            return ByteBuffer.allocate(NONCE + closed.length)
                    .put(nonce)
                    .put(closed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Nothing where another key closed it, or somebody changed it. */
    Optional<Map<String, String>> open(UUID letter, byte[] sealed) {
        try {
            var nonce = ByteBuffer.wrap(sealed).slice(0, NONCE);
            var opened =
                    cipher(Cipher.DECRYPT_MODE, bytes(nonce), letter).doFinal(sealed, NONCE, sealed.length - NONCE);
            return Optional.of(JsonMapper.shared().readValue(opened, VALUES));
        } catch (AEADBadTagException _) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, UUID letter) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(letter.toString().getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }

    private static byte[] bytes(ByteBuffer part) {
        var bytes = new byte[part.remaining()];
        part.get(bytes);
        return bytes;
    }
}
