package org.opensocialnet.database;

import java.nio.file.Path;

/** The one folder this program writes to: the database, the search index, backups. */
public record DataDirectory(Path path) {

    /** A part of it that a room keeps for itself. */
    public Path resolve(String part) {
        return path.resolve(part);
    }
}
