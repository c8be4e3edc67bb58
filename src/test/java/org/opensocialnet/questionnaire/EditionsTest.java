package org.opensocialnet.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.opensocialnet.database.Sight;
import org.opensocialnet.messaging.LetterUndelivered;
import org.opensocialnet.messaging.LetterWithheld;
import org.opensocialnet.upkeep.Filled;

/** Editions from the form to their end: who is asked, reminded, marked, compared; what links open, and how often. */
class EditionsTest extends QuestionnaireWorld {

    @Test
    void theDeskMakesAnEditionFromItsForm() {
        var path = "/desk/questionnaires/" + form + "/editions";
        var typed = Filled.form(page(team.get(path)));
        typed.putAll(Map.of("name", "Μάιος 2022", "q", "κουζινα"));
        var made = id(team.post(path, typed));
        assertThat(page(team.get("/desk/editions/" + made)))
                .contains("Μάιος 2022", "Κουζίνα")
                .doesNotContain("Ξενώνας</a>");
        assertThat(team.post("/desk/editions/" + made + "/removal", Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(team.get("/desk/editions/" + made).statusCode()).isEqualTo(404);
        typed.put("deadline-year", "2019");
        assertThat(team.post(path, typed).statusCode()).isEqualTo(422);
        typed.putAll(Map.of("deadline-year", String.valueOf(today().plusDays(28).getYear()), "q", "κανένας τέτοιος"));
        assertThat(team.post(path, typed).body()).contains("Αφαιρέστε ένα φίλτρο");
    }

    @Test
    void remindersGoOnTheDeclaredDaysOnceAndNotToWhoAnswered() {
        var deadline = respondent(kitchen).deadline();
        assertThat(mailsAfter(deadline.minusDays(8))).isEqualTo(1);
        assertThat(mailsAfter(deadline.minusDays(7))).isEqualTo(2);
        assertThat(mailsAfter(deadline.minusDays(7))).isEqualTo(2);
        assertThat(mailsAfter(deadline.minusDays(1))).isEqualTo(3);
        assertThat(mailsAfter(deadline.plusDays(1))).isEqualTo(3);
        var links = links();
        assertThat(Set.copyOf(links)).hasSize(3);
        for (var each : links) {
            assertThat(anybody.get(each).statusCode()).as("earlier links go on").isEqualTo(200);
        }
        sent(anybody, link());
        team.post("/desk/editions/" + edition + "/reminders", Map.of());
        assertThat(links()).hasSize(3);
    }

    @Test
    void aMailProgramThatOpensLinksAnswersNothing() {
        var link = link();
        for (var what : List.of("", "/end", "/page/1", "/page/2")) {
            anybody.get(link + what);
            anybody.send(anybody.asked(link + what).method("HEAD", HttpRequest.BodyPublishers.noBody()));
        }
        assertThat(respondent(kitchen).saved()).isZero();
        assertThat(respondent(kitchen).progress()).isEqualTo(Respondent.Progress.OPENED);
    }

    @Test
    void aLinkThatIsOldWithdrawnUsedOrUnknownOpensNothingAndSaysWhy() {
        var link = link();
        assertThat(anybody.get("/answer/" + "x".repeat(43)).statusCode()).isEqualTo(404);
        assertThat(anybody.get(link + "/page/77").statusCode()).isEqualTo(404);
        assertThat(anybody.get(link + "/page/x").statusCode()).isEqualTo(404);
        var kitchens = respondent(kitchen).id();
        as(() -> jdbc.sql("update questionnaire.link set expires_at = now() - interval '1 day' where respondent = ?")
                .param(kitchens)
                .update());
        var old = anybody.get(link);
        assertThat(old.statusCode()).isEqualTo(410);
        assertThat(old.body()).contains("Ο σύνδεσμος έληξε");

        var path = "/desk/editions/asked/" + respondent(kitchen).id();
        team.post(path + "/letter", Map.of());
        var fresh = link();
        var typed = Filled.form(page(anybody.get(fresh + "/page/" + PRACTICE)));
        team.post(path + "/withdrawal", Map.of());
        assertThat(anybody.get(fresh).statusCode()).isEqualTo(410);
        assertThat(anybody.post(fresh + "/page/" + PRACTICE, typed).statusCode())
                .isEqualTo(410);
        assertThat(respondent(kitchen).progress()).isEqualTo(Respondent.Progress.WITHDRAWN);

        team.post(path + "/letter", Map.of());
        var last = link();
        sent(anybody, last);
        assertThat(page(anybody.get(last))).contains("Ευχαριστούμε");
        typed.put("referrals", "no");
        assertThat(anybody.post(last + "/page/" + PRACTICE, typed).statusCode()).isEqualTo(409);
        assertThat(anybody.post(last + "/end", Map.of()).statusCode()).isEqualTo(409);
    }

    @Test
    void aClosedEditionTakesNoAnswers() {
        var link = link();
        assertThat(team.post("/desk/editions/" + edition + "/closing", Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(anybody.get(link).statusCode()).isEqualTo(410);
        assertThat(team.post("/desk/editions/" + edition + "/closing", Map.of()).statusCode())
                .isEqualTo(409);
        assertThat(team.get("/desk/editions/asked/" + respondent(kitchen).id() + "/phone")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void anEditionKeepsItsQuestionsAsTheyWereAsked() {
        var version = page(team.get("/desk/questionnaires/" + form))
                .replaceAll("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1");
        assertThat(team.post(
                                "/desk/questionnaires/" + form + "/questions/staff/order",
                                Map.of("then", "out", "version", version))
                        .statusCode())
                .isEqualTo(302);
        assertThat(page(team.get("/desk/questionnaires/" + form))).doesNotContain("/questions/staff");
        assertThat(page(anybody.get(link() + "/page/1"))).contains("name=\"staff\"");
    }

    @Test
    void twoEditionsAreComparedByThoseWhoAnsweredBoth() {
        filled(anybody, link(), "1", Map.of("staff", "10"));
        sent(anybody, link());
        var phone = "/desk/editions/asked/" + respondent(shelter).id() + "/phone";
        filled(team, phone, "1", Map.of("staff", "400"));
        var before = edition;
        edition = made("Μάιος 2022", 30);
        team.post("/desk/editions/" + edition + "/sending", Map.of());
        filled(anybody, link(), "1", Map.of("staff", "13"));
        sent(anybody, link());

        var page = page(team.get("/desk/questionnaires/" + form + "/comparison?one=" + before + "&other=" + edition));
        assertThat(page).contains("Δεκέμβριος 2021", "Μάιος 2022", ">+3<").doesNotContain(">410<");
        assertThat(page(team.get("/desk/questionnaires/" + form + "/comparison?one=nonsense")))
                .contains(">+3<");
        assertThat(page(team.get("/desk/editions/" + edition + "/answers.csv")))
                .contains("Κουζίνα", "Πόσοι εργάζονται με αμοιβή", "13");
    }

    @Test
    void whatThePostCannotDeliverAndWhoWantsNoLettersAreSeenAtTheDesk() {
        var asked = respondent(kitchen);
        as(() -> {
            context.publishEvent(
                    new LetterUndelivered(UUID.randomUUID(), "questionnaire.request", null, asked.id(), "refused"));
            return 1;
        });
        assertThat(respondent(kitchen).progress()).isEqualTo(Respondent.Progress.UNDELIVERED);
        var path = "/desk/editions/asked/" + asked.id();
        assertThat(team.post(path + "/address", Map.of("email", "nobody")).statusCode())
                .isEqualTo(422);
        email = "new-" + UUID.randomUUID() + "@example.org";
        assertThat(team.post(path + "/address", Map.of("email", email)).statusCode())
                .isEqualTo(302);
        as(() -> {
            context.publishEvent(new LetterWithheld(UUID.randomUUID(), "questionnaire.request", null, asked.id()));
            return 1;
        });
        assertThat(respondent(kitchen).progress()).isEqualTo(Respondent.Progress.WITHHELD);
        assertThat(page(team.get("/desk/editions/" + edition + "?state=withheld&q=κουζ")))
                .contains("Κουζίνα");
        team.post(path + "/letter", Map.of());
        assertThat(page(anybody.get(link()))).contains("Χαρτογράφηση");
    }

    @Test
    void namesAndLinksAreForgottenAndAnswersStay() {
        sent(anybody, link());
        var asked = respondent(kitchen);
        team.post("/desk/editions/" + edition + "/closing", Map.of());
        Sight.job("questionnaire").run(() -> jobs(today().plusDays(91)).forget());
        assertThat(count("select count(*) from questionnaire.link where respondent = ?", asked.id()))
                .isZero();
        assertThat(respondent(kitchen).email()).isNull();
        assertThat(count("select count(*) from questionnaire.answer where respondent = ?", asked.id()))
                .isPositive();
    }

    @Test
    void theTrailKnowsTheActs() {
        sent(anybody, link());
        var asked = respondent(kitchen).id();
        var acts = as(() -> jdbc.sql("select what || ' ' || coalesce(why, '') from audit.act where subject = any(?)")
                .param(new UUID[] {edition, asked})
                .query(String.class)
                .list());
        assertThat(acts).contains("questionnaire.edition.sent ", "questionnaire.answer.given answer.by-link");
    }
}
