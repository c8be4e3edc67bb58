package org.opensocialnet.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.opensocialnet.kernel.OperatorError;

/** The one folder this program writes to: the database, the search index, backups. */
public record DataDirectory(Path path) {

    /** A part of it that a room keeps for itself. */
    public Path resolve(String part) {
        return path.resolve(part);
    }

    /** Refuses, with what to do, while another program works in it. */
    public void mustBeFree() throws IOException {
        if (Claim.isTaken(path)) {
            var address = Files.exists(servedAt())
                    ? ", which serves " + Files.readString(servedAt()).strip()
                    : "";
            throw new OperatorError(5, """
                    The data directory %s is in use by process %s%s.
                    Open that one, or stop it first (Ctrl-C in its window, or kill %2$s), or use another directory and port:
                    ./run --data DIR --port N""".formatted(path, Claim.holder(path), address));
        }
    }

    /** Notes where its pages are, for whoever tries to start a second time. */
    public void servedAt(String address) throws IOException {
        Files.createDirectories(path);
        Files.writeString(servedAt(), address + "\n");
    }

    private Path servedAt() {
        return path.resolve("served-at");
    }
}
