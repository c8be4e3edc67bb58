package org.opensocialnet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The project's own files, as the rule tests read them. */
final class Sources {

    static final Path JAVA = Path.of("src/main/java/org/opensocialnet");
    static final Path TEMPLATES = Path.of("src/main/jte");
    static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    static final Path MESSAGES = Path.of("src/main/resources/messages");
    static final Path FRONT_END = Path.of("frontend/src");

    private Sources() {}

    /** The names of the rooms: one package each. */
    static List<String> rooms() {
        try (var entries = Files.list(JAVA)) {
            return entries.filter(Files::isDirectory)
                    .map(room -> room.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files below a folder whose names end so; none where the folder is not there (yet). */
    static List<Path> below(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
