package org.opensocialnet.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.opensocialnet.database.DataDirectory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The numbers of those who were erased, a line each, in a file that no restore of a database takes back. */
@Component
class ErasureList {

    private final Path file;

    ErasureList(DataDirectory data, Environment environment) {
        var elsewhere = environment.getProperty("osn.people.erasure-list", "");
        this.file = elsewhere.isBlank() ? data.resolve("erased-people") : Path.of(elsewhere);
    }

    synchronized Set<UUID> read() {
        var numbers = new LinkedHashSet<UUID>();
        try {
            if (Files.exists(file)) {
                Files.readAllLines(file).stream()
                        .filter(line -> line.length() == 36)
                        .map(UUID::fromString)
                        .forEach(numbers::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return numbers;
    }

    synchronized void add(Collection<UUID> persons) {
        var known = read();
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            for (var person : persons) {
                if (!known.contains(person)) {
                    Files.writeString(
                            file,
                            person + "\n",
                            StandardOpenOption.CREATE,
                            StandardOpenOption.APPEND,
                            StandardOpenOption.SYNC);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
