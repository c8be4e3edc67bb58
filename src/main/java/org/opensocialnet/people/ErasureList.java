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
import org.opensocialnet.vault.VaultFolder;
import org.springframework.stereotype.Component;

/** The numbers of those who were erased, a line each, in a file that no restore of a database takes back. */
@Component
class ErasureList {

    private final Path file;

    ErasureList(VaultFolder folder) {
        this.file = folder.resolve("erased");
    }

    /** Whether it is there: it is made at the first start, and with an older database it has to be brought along. */
    boolean isThere() {
        return Files.exists(file);
    }

    Path file() {
        return file;
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
            if (!Files.exists(file)) {
                Files.createFile(file);
            }
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
