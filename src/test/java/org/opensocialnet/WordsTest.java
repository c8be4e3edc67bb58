package org.opensocialnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sentence exists in Greek and in English, every use has its sentence, every sentence its use. */
class WordsTest {

    static final Pattern USE = Pattern.compile(
            "\\b(?:t|words)\\.\\w+\\(\\s*\"([a-z]+(?:\\.[a-z0-9-]+)+)\"" + "|Refusal\\s*\\.\\w+\\(\\s*\"([^\"]+)\"");

    /** A key may also stand alone, as the constant of an enum or the value of a map. */
    static final Pattern LITERAL = Pattern.compile("[\"'`]([a-z]+(?:\\.[a-z0-9-]+)+)[\"'`]");

    static final Pattern HOLE = Pattern.compile("\\{(\\d+)");

    static Stream<String> rooms() {
        return Sources.below(Sources.MESSAGES, ".properties").stream()
                .map(file -> file.getFileName().toString().replaceAll("(_en)?\\.properties$", ""))
                .distinct();
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("rooms")
    void everySentenceExistsInBothLanguages(String room) {
        var greek = sentences(room + ".properties");
        var english = sentences(room + "_en.properties");
        assertThat(english.keySet()).isEqualTo(greek.keySet());
        assertThat(greek).allSatisfy((key, sentence) -> {
            assertThat(sentence).as(key).isNotBlank();
            assertThat(english.get(key)).as(key).isNotBlank();
            assertThat(holes(english.get(key)))
                    .as("what is filled into %s", key)
                    .isEqualTo(holes(sentence));
        });
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("rooms")
    void aSentenceLiesWithItsRoom(String room) {
        assertThat(Sources.rooms()).contains(room);
        assertThat(sentences(room + ".properties").keySet()).allMatch(key -> key.startsWith(room + "."));
    }

    /** MessageFormat swallows a single apostrophe and all holes after it. */
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("rooms")
    void apostrophesBesideHolesAreDoubled(String room) {
        for (var file : List.of(room + ".properties", room + "_en.properties")) {
            assertThat(sentences(file)).allSatisfy((key, sentence) -> {
                if (HOLE.matcher(sentence).find()) {
                    assertThat(sentence.replace("''", "")).as(key).doesNotContain("'");
                }
            });
        }
    }

    @Test
    void everyUseHasItsSentence() {
        var known = allKeys();
        assertThat(sources()).allSatisfy(file -> {
            var used = USE.matcher(Sources.text(file))
                    .results()
                    .map(use -> use.group(1) != null ? use.group(1) : use.group(2))
                    .toList();
            assertThat(known).as("sentences used in %s", file).containsAll(used);
        });
    }

    @Test
    void everySentenceIsUsed() {
        var literals = sources().stream()
                .flatMap(file -> LITERAL.matcher(Sources.text(file)).results())
                .map(literal -> literal.group(1))
                .collect(Collectors.toSet());
        assertThat(allKeys()).as("sentences, each of which something says").allMatch(literals::contains);
    }

    static List<Path> sources() {
        return Stream.of(
                        Sources.below(Sources.JAVA, ".java"),
                        Sources.below(Sources.TEMPLATES, ".jte"),
                        Sources.below(Sources.FRONT_END, ".ts"))
                .flatMap(List::stream)
                .toList();
    }

    static Set<String> allKeys() {
        return rooms().flatMap(room -> sentences(room + ".properties").keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Set<String> holes(String sentence) {
        return HOLE.matcher(sentence)
                .results()
                .map(hole -> hole.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static TreeMap<String, String> sentences(String file) {
        var bundle = new Properties();
        var path = Sources.MESSAGES.resolve(file);
        try {
            bundle.load(new StringReader(Files.exists(path) ? Files.readString(path) : ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var sentences = new TreeMap<String, String>();
        bundle.forEach((key, sentence) -> sentences.put((String) key, (String) sentence));
        return sentences;
    }
}
