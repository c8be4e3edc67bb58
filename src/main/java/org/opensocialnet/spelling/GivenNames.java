package org.opensocialnet.spelling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.opensocialnet.kernel.SearchText;

/** Which given names are one: the table of names with their diminutives and foreign forms, looked up by sound. */
final class GivenNames {

    private static final List<List<String>> LINES = read();
    private static final Map<String, Set<String>> BY_SOUND = bySound();

    private GivenNames() {}

    /** The full names a sound may be short for, none if the table does not know it. */
    static Set<String> fullNames(String sound) {
        return BY_SOUND.getOrDefault(sound, Set.of());
    }

    /** Each line of the table, the full name first. */
    static List<List<String>> lines() {
        return LINES;
    }

    private static Map<String, Set<String>> bySound() {
        var map = new HashMap<String, Set<String>>();
        for (int round = 0; round < 2; round++) { // full names first: they mean themselves before they mean another
            for (var line : LINES) {
                var names = round == 0 ? line.subList(0, 1) : line.subList(1, line.size());
                for (var name : names) {
                    for (var sound : NameSound.readings(SearchText.plain(name))) {
                        map.computeIfAbsent(sound, s -> new LinkedHashSet<>()).add(line.getFirst());
                    }
                }
            }
        }
        return map;
    }

    private static List<List<String>> read() {
        try (var in = GivenNames.class.getResourceAsStream("/spelling/given-names.txt")) {
            var text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            var lines = new ArrayList<List<String>>();
            text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> lines.add(List.of(line.split(" "))));
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
