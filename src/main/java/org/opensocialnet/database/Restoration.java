package org.opensocialnet.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.opensocialnet.kernel.OperatorError;
import org.opensocialnet.kernel.Terminal;

/** Puts a backup into an empty data directory, and starts it once to see that it lives. */
record Restoration(Path backup, Path data) {

    BackupArchive.About run(Terminal terminal) throws IOException {
        if (!Files.isReadable(backup)) {
            throw new OperatorError(2, "There is no backup " + backup + " that can be read.");
        }
        mustBeEmpty();
        BackupArchive.About about;
        try (var nobodyWatches = terminal.progress("Opening  ", 1)) {
            about = new BackupReader(backup, nobodyWatches).about();
        }
        mustFit(about);
        unpack(terminal);
        Postgres.start(data).close();
        return about;
    }

    private void mustBeEmpty() throws IOException {
        if (!Files.exists(data)) {
            return;
        }
        try (var files = Files.list(data)) {
            if (files.findAny().isPresent()) {
                throw new OperatorError(2, """
                        The data directory %s is not empty, and a restore never overwrites.
                        Restore into another one: ./run --data DIR restore %s""".formatted(data, backup));
            }
        }
    }

    private void mustFit(BackupArchive.About about) throws IOException {
        if (about.format() != BackupArchive.FORMAT || newer(about.schema(), ProgramVersion.newestMigration())) {
            throw new OperatorError(
                    1,
                    "%s was written by a newer release (%s). Restore it with that release or a later one."
                            .formatted(backup, about.program()));
        }
        if (!about.postgresMajor().equals(Cluster.MAJOR_VERSION)) {
            throw new OperatorError(
                    1,
                    "%s holds files of PostgreSQL %s; this release brings %s. Restore it with the release that wrote it (%s)."
                            .formatted(backup, about.postgres(), Cluster.MAJOR_VERSION, about.program()));
        }
    }

    private static boolean newer(String schema, String ours) {
        return schema.matches("\\d+") && Integer.parseInt(schema) > Integer.parseInt(ours);
    }

    private void unpack(Terminal terminal) throws IOException {
        var half = data.resolveSibling(data.getFileName() + ".being-restored");
        if (Files.exists(half)) {
            Binaries.delete(half);
        }
        Files.createDirectories(half);
        try (var progress = terminal.progress("Restoring", 0)) {
            new BackupReader(backup, progress).unpackInto(half);
            keepToOwner(half);
            Files.deleteIfExists(data);
            Files.move(half, data, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            if (Files.exists(half)) {
                Binaries.delete(half);
            }
        }
    }

    private static void keepToOwner(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.toList()) {
                Files.setPosixFilePermissions(
                        file, PosixFilePermissions.fromString(Files.isDirectory(file) ? "rwx------" : "rw-------"));
            }
        }
    }
}
