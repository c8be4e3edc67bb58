package org.opensocialnet.demo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One line of the city's text: a word, what follows it, and the lines indented below. */
record Entry(String file, int line, int depth, String word, String rest, List<Entry> below) {

    /** Reads a text: two spaces of indentation put a line below the one before; # starts a remark. */
    static List<Entry> read(String file, String text) {
        var top = new ArrayList<Entry>();
        var open = new ArrayDeque<Entry>();
        var lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            var words = line.strip().split(" ", 2);
            int depth = (line.length() - line.stripLeading().length()) / 2;
            var entry = new Entry(
                    file, i + 1, depth, words[0], words.length > 1 ? words[1].strip() : "", new ArrayList<>());
            while (!open.isEmpty() && open.getLast().depth >= depth) {
                open.removeLast();
            }
            (open.isEmpty() ? top : open.getLast().below).add(entry);
            open.add(entry);
        }
        return List.copyOf(top);
    }

    Stream<Entry> all(String word) {
        return below.stream().filter(entry -> entry.word.equals(word));
    }

    Optional<Entry> first(String word) {
        return all(word).findFirst();
    }

    boolean has(String word) {
        return first(word).isPresent();
    }

    /** What follows the word, or the word that stands for its absence. */
    String said(String word, String otherwise) {
        return first(word).map(Entry::rest).orElse(otherwise);
    }

    /** The words that follow a word; none when it is not there. */
    List<String> list(String word) {
        return first(word).map(Entry::words).orElse(List.of());
    }

    List<String> words() {
        return rest.isBlank() ? List.of() : List.of(rest.split("[, ]+"));
    }

    /** The entry's own name: the first word after its kind. */
    String key() {
        return words().getFirst();
    }

    Both both() {
        return Both.of(rest);
    }

    /** The name in both languages, from "el Όνομα | …" and "en Name | …". */
    Both name() {
        return new Both(half("el", 0), half("en", 0));
    }

    /** What is told of it in both languages. */
    Both description() {
        return new Both(half("el", 1), half("en", 1));
    }

    private String half(String language, int half) {
        var parts = first(language)
                .orElseThrow(() -> fault("has no text in " + language))
                .rest
                .split(" \\| ", 2);
        if (parts.length < 2) {
            throw fault("needs a name and a description in " + language);
        }
        return parts[half].strip();
    }

    IllegalStateException fault(String what) {
        return new IllegalStateException("%s:%d: %s %s %s".formatted(file, line, word, rest, what));
    }
}
