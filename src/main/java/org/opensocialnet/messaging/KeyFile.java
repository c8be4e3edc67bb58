package org.opensocialnet.messaging;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.opensocialnet.kernel.OperatorError;

/** A random key in a file that only its owner reads, made at first need. */
record KeyFile(Path path) {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    byte[] read() throws IOException {
        if (!Files.exists(path)) {
            make();
        }
        return decoded(Files.readString(path).strip());
    }

    private byte[] decoded(String text) {
        try {
            var key = Base64.getUrlDecoder().decode(text);
            if (key.length == BYTES) {
                return key;
            }
        } catch (IllegalArgumentException _) {
            // Told below: whatever it holds, it is no key.
        }
        throw new OperatorError(4, """
                %s is damaged: it holds no key. Put the right one back, or delete it:
                then a new one is made, and letters that wait to be sent cannot be opened any more.""".formatted(path));
    }

    /** A link and not a move: of two programs that make one at once, the second keeps the first one's. */
    private void make() throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var half = Files.createTempFile(path.toAbsolutePath().getParent(), "key-", "", ownerOnly);
        try {
            var key = new byte[BYTES];
            RANDOM.nextBytes(key);
            Files.writeString(half, Base64.getUrlEncoder().withoutPadding().encodeToString(key) + "\n");
            Files.createLink(path, half);
        } catch (FileAlreadyExistsException _) {
            // The other one's is as good as ours.
        } finally {
            Files.delete(half);
        }
    }
}
