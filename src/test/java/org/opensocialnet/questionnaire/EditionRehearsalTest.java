package org.opensocialnet.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.opensocialnet.questionnaire.EditionRehearsal.Says;
import org.springframework.beans.factory.annotation.Autowired;

/** An edition played for the demo city. */
class EditionRehearsalTest extends QuestionnaireWorld {

    @Autowired
    EditionRehearsal rehearsal;

    @Autowired
    Gaps gaps;

    @Test
    void itIsAnsweredWithoutALetterAndTakenAwayWithTheNeedsThatWereWrittenOfIt() {
        int before = links().size();
        var played = as(() -> {
            var id = rehearsal.ask("Μάιος 2022", today().minusDays(3), today().plusDays(9), Set.of(kitchen, shelter));
            rehearsal.answers(
                    id,
                    kitchen,
                    new Says(
                            Map.of(
                                    "staff",
                                    "7",
                                    "referrals",
                                    "yes",
                                    "referral_how",
                                    "Τηλεφωνικά",
                                    "gap_words",
                                    "Ντους."),
                            5));
            rehearsal.begins(id, shelter, new Says(Map.of("staff", "2"), 0));
            return id;
        });
        assertThat(as(() -> rehearsal.isOn(today()))).isTrue();
        assertThat(as(() -> rehearsal.isOn(today().plusDays(9)))).isFalse();
        assertThat(links()).hasSize(before);
        assertThat(page(team.get("/desk/editions/" + played))).contains("Απαντήσεις: 1 από 2", "Έχει αρχίσει");
        var asked = as(() -> board.respondents(played, Respondent.Progress.ANSWERED, "", 1, 9))
                .getFirst();
        assertThat(page(team.get("/desk/editions/asked/" + asked.id())))
                .contains("Συσσίτιο · Θέσεις: Θέσεις συνολικά", "45", "Τηλεφωνικά");

        var gap = as(() -> gaps.of(played, 1, 9)).getFirst().id();
        assertThat(team.post("/desk/editions/gaps/" + gap, Map.of("then", "code", "kind", "showers", "people", "40"))
                        .statusCode())
                .isEqualTo(302);
        var entry = as(() -> jdbc.sql("select entry from questionnaire.gap where id = ?")
                .param(gap)
                .query(UUID.class)
                .single());
        as(() -> {
            rehearsal.close(played, today());
            rehearsal.clear();
            return 1;
        });
        assertThat(team.get("/desk/editions/" + played).statusCode()).isEqualTo(404);
        assertThat(as(() -> jdbc.sql("select sum(people)::int from ledger.need where id = :entry or reverses = :entry")
                        .param("entry", entry)
                        .query(Integer.class)
                        .single()))
                .isZero();
        assertThat(team.get("/desk/editions/" + edition).statusCode())
                .as("what was asked in earnest stays")
                .isEqualTo(200);
    }
}
