package org.opensocialnet.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.opensocialnet.database.TestDatabase;
import org.opensocialnet.index.Facet;
import org.opensocialnet.index.Index;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchTest {

    /** A Saturday at half past one in Athens. */
    @TestConfiguration
    static class Saturday {
        @Bean
        @Primary
        Clock saturday() {
            return Clock.fixed(Instant.parse("2026-11-21T11:30:00Z"), ZoneId.of("Europe/Athens"));
        }
    }

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry properties) {
        var url = TestDatabase.another("search_test");
        properties.add("osn.database.url", () -> url);
    }

    @Autowired
    Search search;

    @Autowired
    Index index;

    @Autowired
    JdbcClient jdbc;

    SmallCity city;

    @BeforeAll
    void fill() {
        city = new SmallCity(jdbc);
        jdbc.sql("delete from directory.taxonomy_term").update();
        city.taxonomy("osn-service");
        city.taxonomy("osn-target-group");
        city.term("osn-service", "food", null, "Τροφή", "Food", "{\"el\":[\"φαγητό\"]}");
        city.term(
                "osn-service", "meals", "food", "Συσσίτια", "Meals", "{\"el\":[\"σίτιση\"],\"en\":[\"soup kitchen\"]}");
        city.term("osn-service", "parcels", "food", "Δέματα τροφίμων", "Food parcels", "{}");
        city.term(
                "osn-service",
                "legal-aid",
                null,
                "Νομική βοήθεια",
                "Legal aid",
                "{\"el\":[\"δικηγόρος\"],\"en\":[\"lawyer\"]}");
        city.term(
                "osn-service",
                "shelter",
                null,
                "Υπνωτήριο",
                "Night shelter",
                "{\"el\":[\"ύπνος\"],\"en\":[\"sleep\"]}");
        city.term("osn-target-group", "women", null, "Γυναίκες", "Women", "{}");
        city.organization("Δήμος Αθηναίων");
        city.organization("Αλληλέγγυα Κουζίνα");
        city.service(
                "Συσσίτιο Ομόνοιας", "Omonia soup kitchen", "Αλληλέγγυα Κουζίνα", "Ζεστό γεύμα κάθε μέρα", "meals");
        city.place("Συσσίτιο Ομόνοιας", "Πλατεία Ομονοίας", 37.9841, 23.7280, "1");
        city.hours("Συσσίτιο Ομόνοιας", "MO,TU,WE,TH,FR,SA,SU", "12:00", "14:00");
        city.service("Συσσίτιο Κυψέλης", "Kypseli soup kitchen", "Αλληλέγγυα Κουζίνα", "Γεύμα το βράδυ", "meals");
        city.place("Συσσίτιο Κυψέλης", "Αγορά Κυψέλης", 37.9990, 23.7395, "6");
        city.hours("Συσσίτιο Κυψέλης", "MO,WE,FR", "18:00", "20:00");
        city.service(
                "Δωρεάν νομικές συμβουλές",
                "Free legal advice",
                "Δήμος Αθηναίων",
                "Δικηγόροι απαντούν",
                "legal-aid",
                "women");
        city.place("Δωρεάν νομικές συμβουλές", "Δημαρχείο", 37.9820, 23.7270, "1");
        city.service("Υπνωτήριο Δήμου", "City night shelter", "Δήμος Αθηναίων", "Κρεβάτι για μία νύχτα", "shelter");
        city.hours("Υπνωτήριο Δήμου", "MO,TU,WE,TH,FR,SA,SU", "20:00", "08:00");
        city.service("Δέματα", "Parcels", "Δήμος Αθηναίων", "Τρόφιμα για οικογένειες", "parcels");
        index.refresh();
    }

    List<String> names(Question question) {
        return search.find(question).hits().stream()
                .map(hit -> jdbc.sql("select name from directory.service where id = :id")
                        .param("id", hit.service())
                        .query(String.class)
                        .single())
                .toList();
    }

    List<String> names(String words) {
        return names(Question.EVERYTHING.withWords(words));
    }

    @Test
    void everythingIsFoundWithoutAQuestion() {
        assertThat(search.find(Question.EVERYTHING).total()).isEqualTo(5);
    }

    @Test
    void wordsAreFoundInGreekGreeklishAndWithSlips() {
        for (var words : List.of(
                "συσσίτιο", "ΣΥΣΣΙΤΙΑ", "syssitio", "sisitio", "συσιτιο", "soup kitchen", "σίτηση", "susitio")) {
            assertThat(names(words)).as(words).containsExactlyInAnyOrder("Συσσίτιο Ομόνοιας", "Συσσίτιο Κυψέλης");
        }
    }

    @Test
    void aWiderKindFindsTheNarrowerOnes() {
        assertThat(names("φαγητό")).contains("Συσσίτιο Ομόνοιας", "Συσσίτιο Κυψέλης", "Δέματα");
    }

    @Test
    void synonymsOfSeveralWordsNameAKind() {
        assertThat(names("legal aid")).containsExactly("Δωρεάν νομικές συμβουλές");
        assertThat(names("dikigoros")).containsExactly("Δωρεάν νομικές συμβουλές");
    }

    @Test
    void filtersCountWhatTheyWouldLeave() {
        var found = search.find(Question.EVERYTHING.with(Facet.TERM, "meals"));

        assertThat(found.total()).isEqualTo(2);
        assertThat(found.count(Facet.ZONE, "1")).isEqualTo(1);
        assertThat(found.count(Facet.TERM, "legal-aid")).isEqualTo(1);
        assertThat(found.count(Facet.GROUP, "women")).isZero();
    }

    @Test
    void whereNothingIsFoundTheNearestWiderQuestionsAreOffered() {
        var found = search.find(Question.EVERYTHING.withWords("συσσίτιο").with(Facet.GROUP, "women"));

        assertThat(found.total()).isZero();
        assertThat(found.offers()).extracting(Offer::widening).contains(Offer.Widening.WITHOUT_CHOICE);
        assertThat(found.offers())
                .allSatisfy(offer -> assertThat(search.find(offer.question()).total())
                        .isEqualTo(offer.count())
                        .isPositive());
    }

    @Test
    void wordsThatNothingKnowsAreLeftOutAndNamed() {
        var found = search.find(Question.EVERYTHING.withWords("συσσίτιο ψρτγκξ"));

        assertThat(found.total()).isEqualTo(2);
        assertThat(found.understood().ignored()).containsExactly("ψρτγκξ");
    }

    @Test
    void whatIsOpenAtATimeIsFoundThroughMidnightAndNotices() {
        assertThat(names(Question.EVERYTHING.withWhen(new When.Now()))).containsExactly("Συσσίτιο Ομόνοιας");
        assertThat(names(Question.EVERYTHING.withWhen(new When.At(LocalDateTime.parse("2026-11-23T18:30")))))
                .containsExactly("Συσσίτιο Κυψέλης");
        assertThat(names("ypnos apopse")).containsExactly("Υπνωτήριο Δήμου");
        assertThat(search.find(Question.EVERYTHING.withWords("υπνωτήριο")).hits())
                .singleElement()
                .satisfies(hit -> assertThat(hit.state().next()).isEqualTo("2026-11-21T18:00:00Z"));

        city.closed(
                "Συσσίτιο Κυψέλης",
                OffsetDateTime.parse("2026-11-23T00:00+02:00"),
                OffsetDateTime.parse("2026-11-24T00:00+02:00"));
        index.refresh();

        assertThat(names(Question.EVERYTHING.withWhen(new When.At(LocalDateTime.parse("2026-11-23T18:30")))))
                .isEmpty();
    }

    @Test
    void theNearerComesFirstWhenAPlaceIsGiven() {
        assertThat(names(Question.EVERYTHING.withWords("συσσίτιο").withNear(new Near(37.9990, 23.7395, null))))
                .containsExactly("Συσσίτιο Κυψέλης", "Συσσίτιο Ομόνοιας");
    }

    @Test
    void whatBecomesForProfessionalsOnlyIsNotFoundAnyMore() {
        city.service("Μυστικό", "Secret", "Δήμος Αθηναίων", "απόρρητο");
        index.refresh();
        assertThat(names("μυστικό")).hasSize(1);

        city.set("Μυστικό", "visibility = 'professionals'");
        index.refresh();

        assertThat(names("μυστικό")).isEmpty();
    }
}
