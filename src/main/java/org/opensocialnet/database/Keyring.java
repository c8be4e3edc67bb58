package org.opensocialnet.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.kernel.OperatorError;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The keys of the program's strongboxes, which are never in the database: given by the environment as
 * {@code OSN_KEYS_SIGNIN}, else lines of a file that only its owner reads, made at first need. The first line closes,
 * those below open what they once closed.
 */
@Component
public class Keyring {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final DataDirectory data;
    private final Environment environment;

    Keyring(DataDirectory data, Environment environment) {
        this.data = data;
        this.environment = environment;
    }

    /** The box of one purpose, such as "signin". */
    public Strongbox box(String name) {
        return box(name, null);
    }

    /** @param elsewhere a file an operator named for this purpose alone */
    public Strongbox box(String name, @Nullable Path elsewhere) {
        var given = environment.getProperty("osn.keys." + name, "");
        if (!given.isBlank()) {
            var variable = "OSN_KEYS_" + name.toUpperCase(Locale.ROOT);
            return new Strongbox(variable, keys(given, variable));
        }
        var file = elsewhere == null ? file(name) : elsewhere;
        return new Strongbox(file.toString(), read(file));
    }

    private Path file(String name) {
        var directory = environment.getProperty("osn.keys.directory", "");
        return (directory.isBlank() ? data.path() : Path.of(directory)).resolve("key-of-" + name);
    }

    private static List<byte[]> read(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            mustBeTheOwnersAlone(file);
            return keys(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void mustBeTheOwnersAlone(Path file) throws IOException {
        if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
            throw new OperatorError(4, """
                    %s can be read by others than its owner. Ask yourself who has read it, then: chmod 600 %1$s""".formatted(file));
        }
    }

    private static List<byte[]> keys(String text, String where) {
        var keys = Stream.of(text.split("[\\s,]+"))
                .filter(line -> !line.isEmpty())
                .map(line -> key(line, where))
                .toList();
        if (keys.isEmpty()) {
            throw noKey(where);
        }
        return keys;
    }

    /** Written with either of the two alphabets of Base64. */
    private static byte[] key(String line, String where) {
        try {
            var key = Base64.getDecoder().decode(line.replace('-', '+').replace('_', '/'));
            if (key.length == Strongbox.KEY) {
                return key;
            }
        } catch (IllegalArgumentException _) {
            // Told below: whatever it holds, it is no key.
        }
        throw noKey(where);
    }

    private static OperatorError noKey(String where) {
        return new OperatorError(4, """
                %s is damaged: it holds no key of 32 bytes in Base64. Put the right one back, or take it away:
                then a new one is made, and what the lost one closed cannot be opened any more.""".formatted(where));
    }

    /** A link and not a move: of two programs that make one at once, the second keeps the first one's. */
    private static void make(Path file) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        var half = Files.createTempFile(folder, "key-", "", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        try {
            var key = new byte[Strongbox.KEY];
            RANDOM.nextBytes(key);
            Files.writeString(half, Base64.getEncoder().encodeToString(key) + "\n");
            Files.createLink(file, half);
        } catch (FileAlreadyExistsException _) {
            // The other one's is as good as ours.
        } finally {
            Files.delete(half);
        }
    }
}
