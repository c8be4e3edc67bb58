package org.opensocialnet.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.opensocialnet.database.DataDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Encrypts what nobody may read in the database: AES-256 in Galois/counter mode, the setting's key bound in, so that a
 * secret cannot be moved to another setting. The key lies in a file of the data directory that only its owner reads.
 */
@Component
class SecretBox {

    private static final Logger LOG = LoggerFactory.getLogger(SecretBox.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE = 12;
    private static final int KEY = 32;

    private final Path file;

    SecretBox(DataDirectory data) {
        this.file = data.resolve("key-of-settings");
    }

    String close(String setting, String secret) {
        try {
            var nonce = random(NONCE);
            var closed = cipher(Cipher.ENCRYPT_MODE, setting, nonce).doFinal(secret.getBytes(StandardCharsets.UTF_8));
            var both = Arrays.copyOf(nonce, NONCE + closed.length);
            System.arraycopy(closed, 0, both, NONCE, closed.length);
            return Base64.getEncoder().encodeToString(both);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was closed; none where this machine has another key, which is said in the log. */
    Optional<String> open(String setting, String closed) {
        try {
            var both = Base64.getDecoder().decode(closed);
            var nonce = Arrays.copyOf(both, NONCE);
            var opened = cipher(Cipher.DECRYPT_MODE, setting, nonce).doFinal(both, NONCE, both.length - NONCE);
            return Optional.of(new String(opened, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            LOG.atWarn()
                    .addKeyValue("setting", setting)
                    .addKeyValue("file", file)
                    .log("a secret setting cannot be opened with this machine's key: copy the file from the machine"
                            + " where it was typed, or type it again");
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, String setting, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key(), "AES"), new GCMParameterSpec(128, nonce));
        cipher.updateAAD(setting.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private byte[] key() {
        try {
            if (!Files.exists(file)) {
                make();
            }
            var key = Base64.getDecoder().decode(Files.readString(file).strip());
            if (key.length != KEY) {
                throw new IllegalArgumentException("the key has another length");
            }
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whoever comes second keeps the key of the first: a file that exists is never written over. */
    private void make() throws IOException {
        Files.createDirectories(file.getParent());
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var half = Files.createTempFile(file.getParent(), "key-", "", ownerOnly);
        try {
            Files.writeString(half, Base64.getEncoder().encodeToString(random(KEY)) + "\n");
            Files.createLink(file, half);
        } catch (FileAlreadyExistsException first) {
            LOG.debug("another thread made the key first");
        } finally {
            Files.delete(half);
        }
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
