package org.opensocialnet.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.opensocialnet.upkeep.Filled;
import org.springframework.beans.factory.annotation.Autowired;

/** What organisations say is missing, and what a person makes of it. */
class GapsTest extends QuestionnaireWorld {

    @Autowired
    Gaps gaps;

    @Autowired
    Vocabularies vocabularies;

    UUID told(Map<String, String> answers) {
        filled(anybody, link(), GAPS, answers);
        sent(anybody, link());
        return as(() -> gaps.of(edition, 1, 10)).getFirst().id();
    }

    @Test
    void wordsAreMetAsTheyAreWrittenAndSound() {
        var text = "Δεν υπαρχουν ντούς για γυναικες το Σαββατοκύριακο";
        assertThat(vocabularies.suggestions(Vocabularies.KINDS, text))
                .extracting(Vocabularies.Suggestion::code)
                .contains("showers");
        assertThat(vocabularies.suggestions(Vocabularies.GROUPS, text))
                .extracting(Vocabularies.Suggestion::code)
                .startsWith("women");
        assertThat(vocabularies
                        .suggestions(Vocabularies.KINDS, "χρειάζεται ξενώνας για γυναίκες")
                        .getFirst()
                        .code())
                .as("longer names say more")
                .isEqualTo("womens-hostel");
        assertThat(vocabularies.suggestions(Vocabularies.KINDS, "ωωω …")).isEmpty();
    }

    @Test
    void aPersonCodesAGapWithSuggestions() {
        var gap = told(Map.of("gap_words", "Δεν υπάρχουν ντους για γυναίκες το Σαββατοκύριακο."));
        assertThat(page(team.get("/desk"))).contains("χωρίς κωδικό");
        var path = "/desk/editions/gaps/" + gap;
        var page = page(team.get(path));
        assertThat(page).contains("Σαββατοκύριακο", "Ντους", "από τη λέξη");
        assertThat(team.post(path, Map.of("then", "code", "likely-kind", "showers"))
                        .statusCode())
                .as("a need is of so many people")
                .isEqualTo(422);
        assertThat(team.post(path, Map.of("then", "code", "kind", "nonsense", "people", "5"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(team.post(
                                path,
                                Map.of(
                                        "then",
                                        "code",
                                        "likely-kind",
                                        "showers",
                                        "likely-group",
                                        "women",
                                        "people",
                                        "40"))
                        .statusCode())
                .isEqualTo(302);
        var coded = as(() -> gaps.one(gap));
        assertThat(coded.serviceType()).isEqualTo("showers");
        assertThat(coded.targetGroup()).isEqualTo("women");
        assertThat(coded.people()).isEqualTo(40);
        assertThat(team.post(path, Map.of("then", "nothing")).statusCode())
                .as("somebody decided it already")
                .isEqualTo(409);
        assertThat(page(team.get("/desk/editions/" + edition + "/gaps"))).contains("Ντους · Γυναίκες · 40");
        assertThat(respondent(kitchen).gaps()).isZero();
        assertThat(inTheBook(gap)).isEqualTo(40);
        assertThat(team.post(path, Map.of("then", "again")).statusCode()).isEqualTo(302);
        assertThat(respondent(kitchen).gaps()).isOne();
        assertThat(inTheBook(gap)).as("taken back by a reversal").isZero();
    }

    /** How many people of the need that was made of a gap stand in the ledger; entries are found by the marks the gap left. */
    int inTheBook(UUID gap) {
        var entry = as(() -> jdbc.sql("select entry from questionnaire.gap where id = ?")
                .param(gap)
                .query(UUID.class)
                .optional());
        entry.ifPresent(written -> this.written = written);
        return as(
                () -> jdbc.sql("""
                        select sum(people)::int from ledger.need
                        where source = 'questionnaire' and (id = :entry or reverses = :entry)
                        """).param("entry", written).query(Integer.class).single());
    }

    UUID written = new UUID(0, 0);

    @Test
    void whatAnOrganisationChoseItselfIsChosenAlready() {
        var gap = told(Map.of("gap--1--kind", "showers", "gap--1--group", "women", "gap--1--people", "12"));
        var form = Filled.form(page(team.get("/desk/editions/gaps/" + gap)));
        assertThat(form)
                .containsEntry("kind", "showers")
                .containsEntry("group", "women")
                .containsEntry("people", "12");
        form.put("then", "code");
        assertThat(team.post("/desk/editions/gaps/" + gap, form).statusCode()).isEqualTo(302);
        assertThat(as(() -> gaps.one(gap)).state()).isEqualTo(Gaps.State.CODED);
    }

    @Test
    void whatCannotBeCountedIsNotWrittenDownAsANeed() {
        var gap = told(Map.of("gap_words", "Λείπει η συνεργασία."));
        assertThat(team.post("/desk/editions/gaps/" + gap, Map.of("then", "nothing"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(as(() -> gaps.one(gap)).state()).isEqualTo(Gaps.State.NOTHING);
        assertThat(team.post("/desk/editions/asked/" + respondent(kitchen).id() + "/settling", Map.of())
                        .statusCode())
                .isEqualTo(302);
    }
}
