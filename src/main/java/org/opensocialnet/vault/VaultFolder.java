package org.opensocialnet.vault;

import java.nio.file.Path;
import org.opensocialnet.database.DataDirectory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The folder beside the database that no backup holds: the keys of people's records and the list of the erased. Whoever
 * restores a backup elsewhere brings it along.
 */
@Component
public class VaultFolder {

    private final Path path;

    VaultFolder(DataDirectory data, Environment environment) {
        var named = environment.getProperty("osn.people.folder", "");
        var keys = environment.getProperty("osn.keys.directory", "");
        this.path = !named.isBlank()
                ? Path.of(named)
                : keys.isBlank() ? data.resolve("people") : Path.of(keys).resolve("people");
    }

    public Path resolve(String file) {
        return path.resolve(file);
    }
}
