package org.opensocialnet.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What is known of the nightly backups: whether they are ours to make, and the newest of them. */
@Component
public class Backups {

    private final DataDirectory data;
    private final BackupSettings settings;
    private final ObjectProvider<Postgres> postgres;

    /** A backup that lies in its folder. */
    public record Newest(Instant at, long bytes) {}

    Backups(DataDirectory data, BackupSettings settings, ObjectProvider<Postgres> postgres) {
        this.data = data;
        this.settings = settings;
        this.postgres = postgres;
    }

    /** Whether the database is our own; another is backed up by its operator's tools. */
    public boolean ours() {
        return postgres.getIfAvailable() != null && settings.nightly();
    }

    public Optional<Newest> newest() throws IOException {
        var folder = settings.directory(data);
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (var files = Files.newDirectoryStream(folder, "nightly-*.tar.gz")) {
            Newest newest = null;
            for (var file : files) {
                var found = at(file);
                if (newest == null || found.at().isAfter(newest.at())) {
                    newest = found;
                }
            }
            return Optional.ofNullable(newest);
        }
    }

    private static Newest at(Path file) throws IOException {
        return new Newest(Files.getLastModifiedTime(file).toInstant(), Files.size(file));
    }
}
