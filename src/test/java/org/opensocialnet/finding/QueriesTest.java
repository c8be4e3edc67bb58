package org.opensocialnet.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.opensocialnet.database.TestDatabase;
import org.opensocialnet.index.Concept;
import org.opensocialnet.index.Facet;
import org.opensocialnet.index.Index;
import org.opensocialnet.index.Vocabulary;
import org.opensocialnet.places.Place;
import org.opensocialnet.search.DemoCity;
import org.opensocialnet.search.Question;
import org.opensocialnet.search.Search;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What readers type, and what they have to find first in the demo city. */
@SpringBootTest(properties = "osn.demo.enabled=true")
@Import(DemoCity.class)
class QueriesTest {

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry properties) {
        var url = TestDatabase.another("queries_test");
        properties.add("osn.database.url", () -> url);
    }

    @Autowired
    Search search;

    @Autowired
    Index index;

    @Autowired
    Cards cards;

    @Autowired
    Suggestions suggestions;

    @Autowired
    JdbcClient jdbc;

    static Stream<Arguments> queries() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/finding/queries.tsv")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\t"))
                .map(parts -> Arguments.of(parts[0], parts[1]));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("queries")
    void findsFirst(String words, String expected) {
        index.refresh();
        var found = search.find(Question.EVERYTHING.withWords(words));
        var listed = cards.of(found.hits().stream().map(hit -> hit.point()).toList());

        assertThat(listed).as("results for " + words).isNotEmpty();
        assertThat(fits(listed.getFirst(), expected))
                .as(
                        "%s should find %s first, found %s, understood %s",
                        words,
                        expected,
                        listed.stream().limit(4).map(Card::name).toList(),
                        found.understood())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "sysi, concept, soup-kitchen",
        "συσσ, concept, soup-kitchen",
        "ναλοξ, concept, naloxone",
        "omon, place, square-omonia",
        "KYADA, organization, ΚΥΑΔΑ"
    })
    void whatIsMeantIsSuggestedFromItsFirstLetters(String typed, String kind, String expected) {
        index.refresh();
        var first = suggestions.of(typed).stream()
                .map(thing -> switch (thing) {
                    case Concept concept -> "concept " + concept.value();
                    case Place place -> "place " + place.code();
                    case Suggestions.Organization one -> "organization " + one.name();
                    default -> "";
                })
                .toList();
        assertThat(first).as("suggested for " + typed).anyMatch(one -> one.startsWith(kind) && one.contains(expected));
        assertThat(suggestions.of("x")).isEmpty();
        assertThat(suggestions.of("qqqzzz")).isEmpty();
    }

    private boolean fits(Card first, String expected) {
        var wanted = expected.substring(expected.indexOf(':') + 1);
        if (expected.startsWith("service:")) {
            return first.name().equals(wanted);
        }
        if (expected.startsWith("organization:")) {
            return first.organizationName().equals(wanted);
        }
        var codes = Arrays.asList(wanted.split("\\|"));
        return first.terms().stream().anyMatch(term -> isBelow(term, codes));
    }

    private boolean isBelow(java.util.UUID term, List<String> codes) {
        Vocabulary vocabulary = search.vocabulary();
        var concept = vocabulary.find(term);
        return concept != null
                && concept.facet() == Facet.TERM
                && (codes.contains(concept.value())
                        || vocabulary.above(concept).stream().anyMatch(above -> codes.contains(above.value())));
    }
}
