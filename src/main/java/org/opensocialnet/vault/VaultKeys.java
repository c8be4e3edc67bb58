package org.opensocialnet.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.OperatorError;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Where the keys lie: in the environment ({@code OSN_KEYS_PEOPLE}), else in a file that only its owner reads, made at the
 * first start. A file that changed is read again, so that keys change while the program runs.
 */
@Component
class VaultKeys {

    static final String GIVEN = "osn.keys.people";
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final long A_MOMENT = 1_000_000_000L;

    private final @Nullable Path file;
    private volatile Known known;
    private volatile long looked = System.nanoTime();

    private record Known(KeySets sets, @Nullable FileTime written) {}

    @Autowired
    VaultKeys(VaultFolder folder, Environment environment, JdbcClient jdbc, TransactionOperations transactions) {
        this(environment.getProperty(GIVEN, ""), folder.resolve("keys"), () -> isInUse(jdbc, transactions));
        noteInUse(jdbc, transactions);
    }

    VaultKeys(String given, Path file, BooleanSupplier somethingIsSealed) {
        try {
            if (given.isBlank()) {
                this.file = file;
                if (!Files.exists(file)) {
                    make(file, somethingIsSealed.getAsBoolean());
                }
                this.known = read(file);
            } else {
                this.file = null;
                this.known = new Known(parsed(given, "OSN_KEYS_PEOPLE"), null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    KeySets current() {
        if (file != null && System.nanoTime() - looked > A_MOMENT) {
            lookAgain(file);
        }
        return known.sets();
    }

    /** The keys that open this text: if another node sealed it with a newer key, the file is read at once. */
    KeySets opening(byte[] sealed) {
        if (file != null && !known.sets().opens(sealed)) {
            lookAgain(file);
        }
        return known.sets();
    }

    private synchronized void lookAgain(Path file) {
        try {
            if (!Files.getLastModifiedTime(file).equals(known.written())) {
                known = read(file);
            }
            looked = System.nanoTime();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes changed keys where they came from; by a new file in its place, so that nobody reads half of it. */
    synchronized void become(KeySets sets) {
        if (file == null) {
            throw new OperatorError(2, "The keys come from OSN_KEYS_PEOPLE: change them there, on every node.");
        }
        try {
            Files.move(half(file, sets), file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            known = read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Known read(Path file) throws IOException {
        if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
            throw new OperatorError(4, """
                    %s can be read by others than its owner. Ask yourself who has read it, then: chmod 600 %1$s""".formatted(file));
        }
        return new Known(parsed(Files.readString(file), file.toString()), Files.getLastModifiedTime(file));
    }

    private static KeySets parsed(String json, String where) {
        try {
            return KeySets.read(json);
        } catch (GeneralSecurityException _) { // its message could hold a part of a key
            throw new OperatorError(4, where + " holds no sets of keys. Put the right ones back.");
        }
    }

    /** Keys lost are people lost: no new ones are made beside a database that was sealed with others. */
    private static void make(Path file, boolean somethingIsSealed) throws IOException {
        if (somethingIsSealed) {
            throw new OperatorError(4, """
                    The keys of people's records are missing: %s
                    Without them nobody in the database has a name. Put the whole folder back from the machine, or from where
                    you keep it apart from backups; the list of those who were erased lies in it too.
                    """.formatted(file));
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        try {
            var half = half(file, KeySets.made());
            try {
                Files.createLink(file, half);
            } catch (FileAlreadyExistsException _) {
                // another program made them first: its keys are as good
            } finally {
                Files.delete(half);
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path half(Path file, KeySets sets) throws IOException {
        var half = Files.createTempFile(
                file.toAbsolutePath().getParent(), "keys-", "", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        try {
            return Files.writeString(half, sets.written());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isInUse(JdbcClient jdbc, TransactionOperations transactions) {
        var inUse = new boolean[1];
        Sight.job("vault")
                .run(() -> transactions.executeWithoutResult(
                        _ -> inUse[0] = jdbc.sql("select exists (select from vault.in_use)")
                                .query(Boolean.class)
                                .single()));
        return inUse[0];
    }

    private static void noteInUse(JdbcClient jdbc, TransactionOperations transactions) {
        Sight.job("vault")
                .run(() -> transactions.executeWithoutResult(
                        _ -> jdbc.sql("insert into vault.in_use (only_one) values (true) on conflict do nothing")
                                .update()));
    }
}
