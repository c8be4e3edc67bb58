package org.opensocialnet.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything written about the invented city, as its texts say it. */
final class CityText {

    private static final List<String> FILES = List.of(
            "municipal.txt",
            "state.txt",
            "civil-named.txt",
            "civil-food-and-shelter.txt",
            "civil-health.txt",
            "civil-women-and-rights.txt",
            "civil-work-and-family.txt");

    private final List<Entry> bodies;
    private final Map<String, Area> areas;
    private final Map<String, Both> words = new HashMap<>();
    private final Map<String, Entry> bodiesByKey;

    private CityText() {
        bodies = FILES.stream()
                .flatMap(file -> Entry.read(file, text(file)).stream())
                .toList();
        bodiesByKey = bodies.stream().collect(Collectors.toMap(Entry::key, Function.identity()));
        areas = rows("areas.tsv").map(Area::of).collect(Collectors.toMap(Area::key, Function.identity()));
        rows("words.tsv")
                .map(line -> line.split("\t"))
                .forEach(cells -> words.put(cells[0] + " " + cells[1], new Both(cells[2], cells[3])));
    }

    static CityText read() {
        return new CityText();
    }

    /** The organisations, in the order in which they are written down. */
    List<Entry> bodies() {
        return bodies;
    }

    Entry body(String key) {
        return Objects.requireNonNull(bodiesByKey.get(key), () -> "no organisation " + key);
    }

    Area area(String key) {
        return Objects.requireNonNull(areas.get(key), () -> "no area " + key);
    }

    List<Area> areas() {
        return areas.values().stream().sorted(Comparator.comparing(Area::key)).toList();
    }

    /** A word of words.tsv: {@code word("language", "fa")}. */
    Both word(String sort, String key) {
        return Objects.requireNonNull(words.get(sort + " " + key), () -> "no %s %s".formatted(sort, key));
    }

    long count(String sort) {
        return words.keySet().stream()
                .filter(word -> word.startsWith(sort + " "))
                .count();
    }

    /** Changes whenever a text changes. */
    String fingerprint() {
        var all = Stream.concat(FILES.stream(), Stream.of("areas.tsv", "words.tsv"))
                .map(CityText::text)
                .collect(Collectors.joining("\n"));
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static Stream<String> rows(String file) {
        return text(file).lines().filter(line -> !line.startsWith("#"));
    }

    private static String text(String file) {
        try (InputStream in = Objects.requireNonNull(CityText.class.getResourceAsStream("/demo/" + file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
