package org.opensocialnet.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opensocialnet.access.AtTheDesk;
import org.opensocialnet.access.Role;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.ledger.Asked;
import org.opensocialnet.people.Known;
import org.opensocialnet.people.People;
import org.springframework.beans.factory.annotation.Autowired;

/** A night shelter asks for sleeping bags, the coordination team decides. */
class SupportTest extends RequestWorld {

    @Autowired
    People people;

    @Test
    void aRequestIsWrittenSentAskedBackAnsweredAcceptedAndOpened() {
        var page = begun("Υπνόσακοι για τον χειμώνα");
        assertThat(maria.get(page).statusCode()).as("a draft is nobody else's").isEqualTo(404);
        assertThat(submit(danae, page).statusCode()).as("without lines").isEqualTo(409);

        added(page, bags("30"));
        assertThat(danae.get(page).body()).contains(BAG, "30 τεμάχια", "25 άνθρωποι: Γυναίκες", "πρόχειρο");
        assertThat(need()).as("a draft is no need yet").isZero();
        assertThat(submit(danae, page).statusCode()).isEqualTo(302);
        assertThat(need()).isEqualTo(25);

        assertThat(maria.get("/desk/requests?shown=waiting").body()).contains("Υπνόσακοι για τον χειμώνα");
        var seen = maria.get(page).body();
        assertThat(seen).contains("περιμένει απόφαση", "Πρώτο αίτημα του φορέα", "όριο 100", "Περίπου");
        assertThat(maria.post(page + "/return", step(seen, Map.of())).statusCode())
                .as("without a question")
                .isEqualTo(422);
        assertThat(maria.post(page + "/return", step(seen, Map.of("question", "Για πόσες νύχτες;")))
                        .statusCode())
                .isEqualTo(302);
        assertThat(danae.get(page).body()).contains("Για πόσες νύχτες;");
        assertThat(danae.get("/desk").body()).contains("Σας ρωτούν κάτι");

        var line = link(danae.get(page).body(), page + "/lines/one");
        var form = danae.get(line).body();
        assertThat(danae.post(page + "/lines/one", with(step(form, bags("20")), Map.of("line", hidden(form, "line"))))
                        .statusCode())
                .isEqualTo(302);
        assertThat(submit(danae, page).statusCode()).isEqualTo(302);
        assertThat(need()).as("asked anew, not twice").isEqualTo(25);

        decide(page, "acceptance", Map.of());
        decide(page, "call", Map.of());
        assertThat(danae.get(page).body())
                .contains("ζητά κάλυψη", "Κανείς δεν έχει προσφέρει", "ομάδα συντονισμού", "Άλλαξε γραμμή");
    }

    @Test
    void aDraftThatIsWithdrawnWasNeverTheTeams() {
        var page = begun("Κουβέρτες");
        assertThat(danae.post(page + "/withdrawal", step(danae.get(page).body(), Map.of("why", "Βρέθηκαν αλλού.")))
                        .statusCode())
                .isEqualTo(302);
        assertThat(danae.get(page).body()).contains("ανακλήθηκε");
        assertThat(maria.get(page).statusCode()).isEqualTo(404);
        var sent = sent("Σεντόνια");
        danae.post(sent + "/withdrawal", step(danae.get(sent).body(), Map.of("why", "Βρέθηκαν αλλού.")));
        assertThat(maria.get(sent).body()).contains("ανακλήθηκε");
    }

    @Test
    void aRefusalSaysWhyAndIsAppealedOnce() {
        var page = sent("Στρώματα");
        assertThat(maria.post(page + "/refusal", step(maria.get(page).body(), Map.of("ground", "no-means")))
                        .statusCode())
                .as("in words too")
                .isEqualTo(422);
        decide(page, "refusal", Map.of("ground", "no-means", "words", "Ρωτήστε ξανά τον Ιανουάριο."));
        assertThat(danae.get(page).body()).contains("δεν υπάρχουν μέσα", "Ρωτήστε ξανά τον Ιανουάριο.");
        assertThat(need()).as("who is refused still needs it").isEqualTo(25);
        assertThat(danae.post(
                                page + "/appeal",
                                step(danae.get(page).body(), Map.of("appeal", "Κοιμούνται στο πάτωμα.")))
                        .statusCode())
                .isEqualTo(302);
        var nikos = AtTheDesk.of(context).as(Role.COORDINATOR, null);
        var own = maria.get(page).body();
        assertThat(own).contains("την αποφασίζει άλλο μέλος").doesNotContain(page + "/acceptance");
        assertThat(maria.post(page + "/acceptance", Map.of("once", Uuid7.next().toString(), "version", "9"))
                        .statusCode())
                .as("nobody answers an appeal against herself")
                .isEqualTo(409);
        decide(nikos, page, "return", Map.of("question", "Πόσοι κοιμούνται έτσι;"));
        assertThat(submit(danae, page).statusCode()).isEqualTo(302);
        assertThat(nikos.get(page).body()).as("it is an appeal still").contains("ένσταση", "Κοιμούνται στο πάτωμα.");
        decide(nikos, page, "refusal", Map.of("ground", "no-means", "words", "Δεν υπάρχουν."));
        assertThat(danae.get(page).body()).contains("η απάντηση είναι τελική").doesNotContain(page + "/appeal");
    }

    @Test
    void onlyWhoIsConcernedSeesIt() {
        var page = sent("Υπνόσακοι");
        var other = AtTheDesk.of(context).as(Role.CASEWORKER, Uuid7.next());
        assertThat(other.get(page).statusCode()).isEqualTo(404);
        assertThat(other.get("/desk/requests").body()).contains("Κανένα αίτημα ακόμη");
        assertThat(danae.get("/desk/requests?q=%CF%85%CF%80%CE%BD%CE%BF%CF%83").body())
                .as("found by the beginning of a word without accents")
                .contains(page);
        assertThat(danae.get("/desk/requests?q=kleidia").body()).contains("Κανένα αίτημα δεν ταιριάζει");
        assertThat(danae.post(page + "/acceptance", step(danae.get(page).body(), Map.of()))
                        .statusCode())
                .as("nobody decides of the own")
                .isEqualTo(404);
        assertThat(maria.get(page + "/about").statusCode())
                .as("the team does not write for others")
                .isEqualTo(409);
        assertThat(AtTheDesk.of(context)
                        .as(Role.RESEARCHER, null)
                        .get("/desk/requests")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void theTeamAsksForACellOfCoverageWithoutWritingItsNeedsAgain() {
        var form = maria.get("/desk/requests/new?type=night-shelter&group=women&zone=")
                .body();
        assertThat(form).contains("Απαντά στο έλλειμμα: Υπνωτήριο · Γυναίκες");
        var begun = maria.post(
                "/desk/requests/new",
                with(
                        step(form, Map.of()),
                        Map.of("title", "Κρεβάτια για γυναίκες", "type", "night-shelter", "group", "women")));
        var first = begun.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]*", "");
        assertThat(first).contains("/lines/new?type=night-shelter&group=women");
        var page = first.substring(0, first.indexOf("/lines"));
        var line = with(
                Map.of(
                        "kind",
                        "places",
                        "what",
                        "Κρεβάτια",
                        "quantity",
                        "12",
                        "unit",
                        "night",
                        "people",
                        "12",
                        "type",
                        "night-shelter",
                        "group",
                        "women"),
                step(maria.get(page + "/lines/new?kind=places").body(), Map.of()));
        assertThat(maria.post(page + "/lines/new", line).statusCode()).isEqualTo(302);
        var before = of(Asked.asOf(LocalDate.now(clock)));
        submit(maria, page);
        decide(page, "acceptance", Map.of());
        assertThat(of(Asked.asOf(LocalDate.now(clock)))).isEqualTo(before);
        assertThat(maria.get(page).body()).contains("Απαντά στο έλλειμμα");
    }

    @Test
    void forSomebodyItIsAskedFromHerPageAndWhoSheIsStaysThere() {
        var person = Known.registered(people, shelter, Known.named("Ευγενία", "Επινόητη"));
        var form = "/desk/people/" + person.value() + "/requests/new";
        assertThat(danae.get("/desk/people/" + person.value()).body()).contains(form);
        var begun = danae.post(form, step(danae.get(form).body(), Map.of("title", "Ένα κρεβάτι", "story", "")));
        var first = begun.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]*", "");
        var page = first.substring(0, first.indexOf("/lines"));
        added(page, bags("1"));
        submit(danae, page);
        assertThat(danae.get(page).body()).contains("/desk/people/" + person.value());
        assertThat(maria.get(page).body()).doesNotContain(person.value().toString());
        assertThat(AtTheDesk.of(context)
                        .as(Role.CASEWORKER, Uuid7.next())
                        .get(form)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatHappenedIsNeverChanged() {
        sent("Υπνόσακοι");
        assertThat(catchThrowable(() -> new Sight(null, shelter, "caseworker", Sight.Reach.ORGANIZATION, "desk", "here")
                        .run(() -> transactions.executeWithoutResult(_ ->
                                jdbc.sql("update support.step set words = 'x'").update()))))
                .hasMessageContaining("never changed");
    }
}
