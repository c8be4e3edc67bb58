package org.opensocialnet.database;

import java.time.Instant;
import java.util.List;

/** What a backup says of itself: first what it needs to be restored, last what it holds. */
final class BackupWords {

    static final int FORMAT = 1;
    static final String ABOUT = "about.json";
    static final String MANIFEST = "manifest.json";

    private BackupWords() {}

    /**
     * Stands first in the archive.
     *
     * @param postgres the version of PostgreSQL that wrote the files, "18.6"
     * @param schema the newest migration of our tables in it
     */
    record About(int format, String program, String postgres, String schema, Instant startedAt) {

        String postgresMajor() {
            return postgres.split("\\.")[0];
        }
    }

    /** Stands last: every file before it, so that a cut or changed archive is noticed. */
    record Manifest(List<File> files) {}

    /** One file with the length and the SHA-256 of its content. */
    record File(String path, long bytes, String sha256) {}
}
