package org.opensocialnet.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** One of the two who may sign in to our PostgreSQL, each with a password in a file only the owner reads. */
enum Login {

    /** Sets up, backs up and restores; PostgreSQL's superuser. */
    KEEPER("keeper"),

    /** The program itself; owns its database and nothing else, so that row-level security will bind it. */
    PROGRAM("osn");

    private static final SecureRandom RANDOM = new SecureRandom();

    private final String user;

    Login(String user) {
        this.user = user;
    }

    String user() {
        return user;
    }

    Path file(Path data) {
        return data.resolve("password-of-" + user);
    }

    /** The password, made at first need. */
    String password(Path data) {
        try {
            if (!Files.exists(file(data))) {
                write(data);
            }
            return Files.readString(file(data)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Path data) throws IOException {
        var bytes = new byte[30];
        RANDOM.nextBytes(bytes);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var half = Files.createTempFile(data, "password-", "", ownerOnly);
        Files.writeString(half, Base64.getUrlEncoder().encodeToString(bytes) + "\n");
        Files.move(half, file(data), StandardCopyOption.ATOMIC_MOVE);
    }
}
