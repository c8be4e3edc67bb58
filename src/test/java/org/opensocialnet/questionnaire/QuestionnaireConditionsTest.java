package org.opensocialnet.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.opensocialnet.forms.Bilingual;
import org.opensocialnet.forms.Blueprint;
import org.opensocialnet.forms.Condition;
import org.opensocialnet.forms.Kind;
import org.opensocialnet.forms.Option;
import org.opensocialnet.forms.Question;
import org.opensocialnet.forms.Soundness;
import org.opensocialnet.upkeep.Filled;
import org.springframework.beans.factory.annotation.Autowired;

/** Questions that are asked only after certain answers: built at the desk, followed without a script, forgotten where they fell away. */
class QuestionnaireConditionsTest extends QuestionnaireWorld {

    @Autowired
    Questionnaires questionnaires;

    @Test
    void whatFollowsFromAnAnswerIsAskedAfterItAndKeptUntilTheEnd() {
        var link = link();
        var path = link + "/page/" + PRACTICE;
        assertThat(page(anybody.get(path))).doesNotContain("name=\"referral_how\"");
        var more = fill(anybody, link, PRACTICE, Map.of("referrals", "yes"));
        assertThat(more.statusCode()).isEqualTo(200);
        assertThat(more.body()).contains("name=\"referral_how\"", "Προκύπτει άλλη μία ερώτηση");
        assertThat(page(anybody.get(link))).as("it need not be answered").contains("Αποθηκεύτηκε");
        var typed = Filled.form(more.body());
        assertThat(typed.get("referrals")).isEqualTo("yes");
        typed.put("referral_how", "Στο Φανάρι, τηλεφωνικά.");
        assertThat(anybody.post(path, typed).statusCode()).isEqualTo(302);

        filled(anybody, link, PRACTICE, Map.of("referrals", "no"));
        assertThat(page(anybody.get(path))).doesNotContain("name=\"referral_how\"");
        var again = fill(anybody, link, PRACTICE, Map.of("referrals", "yes"));
        assertThat(Filled.form(again.body()).get("referral_how")).isEqualTo("Στο Φανάρι, τηλεφωνικά.");

        sent(anybody, link);
        assertThat(page(team.get("/desk/editions/asked/" + respondent(kitchen).id())))
                .doesNotContain("Στο Φανάρι");
        assertThat(answers("referral_how")).as("it was not asked in the end").isZero();
    }

    @Test
    void aPageThatIsNotAskedIsPassedOverAndNeedsNothing() {
        asked(new Blueprint(
                label("Κρεβάτια"),
                List.of(
                        choice("beds"),
                        Question.of("how_many", Kind.SECTION, label("Πόσα κρεβάτια"))
                                .onlyAfter(new Condition("beds", List.of("yes"))),
                        Question.of("many", Kind.NUMBER, label("Πόσα;")).mustBeAnswered(),
                        Question.of("last", Kind.SECTION, label("Τελευταία")),
                        Question.of("rest", Kind.LINE, label("Κάτι ακόμη;")))));
        var link = link();
        assertThat(page(anybody.get(link))).contains("Τελευταία").doesNotContain("Πόσα κρεβάτια");
        assertThat(page(anybody.get(link + "/page/3"))).contains("σελίδα 2 από 2");
        assertThat(anybody.get(link + "/page/2").statusCode()).isEqualTo(404);

        assertThat(goesTo(link, "1", Map.of("beds", "yes"))).endsWith("/page/2");
        var stale = Filled.form(page(anybody.get(link + "/page/2")));
        assertThat(page(anybody.get(link))).contains("Πόσα κρεβάτια", "Δεν έχει απαντηθεί");
        assertThat(anybody.post(link + "/end", Map.of()).statusCode()).isEqualTo(422);
        assertThat(goesTo(link, "2", Map.of("many", "7"))).endsWith("/page/3");
        assertThat(goesTo(link, "1", Map.of("beds", "no"))).endsWith("/page/3");
        stale.put("many", "9");
        assertThat(anybody.post(link + "/page/2", stale).statusCode())
                .as("it fell away while somebody had it open")
                .isEqualTo(302);
        assertThat(anybody.post(link + "/end", Map.of()).statusCode()).isEqualTo(302);
        assertThat(answers("many")).isZero();
        assertThat(answers("beds")).isOne();
    }

    @Test
    void somethingThatMustBeAnsweredAndFollowsFromAnotherPageKeepsTheAnswerFromBeingGiven() {
        asked(new Blueprint(
                label("Κρεβάτια"),
                List.of(
                        choice("beds"),
                        Question.of("last", Kind.SECTION, label("Τελευταία")),
                        Question.of("rest", Kind.LINE, label("Κάτι ακόμη;")),
                        Question.of("many", Kind.NUMBER, label("Πόσα;"))
                                .mustBeAnswered()
                                .onlyAfter(new Condition("beds", List.of("yes"))))));
        var link = link();
        filled(anybody, link, "1", Map.of("beds", "no"));
        filled(anybody, link, "2", Map.of("rest", "τίποτα"));
        filled(anybody, link, "1", Map.of("beds", "yes"));
        assertThat(page(anybody.get(link))).contains("Θέλει ακόμη κάτι");
        assertThat(anybody.post(link + "/end", Map.of()).statusCode()).isEqualTo(422);
        assertThat(fill(anybody, link, "2", Map.of()).statusCode()).isEqualTo(422);
        filled(anybody, link, "2", Map.of("many", "3"));
        assertThat(anybody.post(link + "/end", Map.of()).statusCode()).isEqualTo(302);
    }

    @Test
    void aConditionIsTickedAtTheDesk() {
        var path = "/desk/questionnaires/" + form;
        var fields = Filled.form(page(team.get(path + "/questions?kind=text")));
        fields.putAll(Map.of("label-el", "Γιατί όχι;", "name", "why_not", "if", "referrals=never"));
        assertThat(team.post(path + "/questions", fields).statusCode()).isEqualTo(422);
        fields.put("if", "referrals=no");
        assertThat(team.post(path + "/questions", fields).statusCode()).isEqualTo(302);
        assertThat(page(team.get(path))).contains("μόνο μετά από «Παραπέμπετε σε άλλους φορείς;»: Όχι");
        var built = as(() -> questionnaires.one(form)).questions();
        assertThat(built.question("why_not").orElseThrow().onlyIf())
                .isEqualTo(new Condition("referrals", List.of("no")));
        assertThat(Soundness.faults(built)).isEmpty();

        var version = Filled.form(page(team.get(path + "/questions/why_not"))).get("version");
        team.post(path + "/questions/referrals/order", Map.of("then", "out", "version", version));
        assertThat(page(team.get(path))).contains("Εξαρτάται από ερώτηση που δεν τίθεται πριν από αυτήν. why_not");
    }

    static Bilingual label(String text) {
        return new Bilingual(text, "");
    }

    static Question choice(String name) {
        return Question.of(name, Kind.ONE, label("Έχετε κρεβάτια;"))
                .offering(List.of(new Option("yes", label("Ναι")), new Option("no", label("Όχι"))));
    }

    /** Asks the kitchen with other questions. */
    void asked(Blueprint questions) {
        form = as(() -> questionnaires.make(questions));
        edition = as(() -> editions.make(
                new Editions.Wanted(form, "Κρεβάτια", "", today().plusDays(9), List.of(), "", "", Set.of(kitchen))));
        assertThat(team.post("/desk/editions/" + edition + "/sending", Map.of()).statusCode())
                .isEqualTo(302);
    }

    /** Where one is led after a page was saved. */
    String goesTo(String link, String number, Map<String, String> answers) {
        var saved = fill(anybody, link, number, answers);
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(302);
        return saved.headers().firstValue("Location").orElseThrow();
    }

    int answers(String question) {
        var asked = respondent(kitchen).id();
        return as(() -> jdbc.sql("select count(*) from questionnaire.answer where respondent = ? and question = ?")
                .params(asked, question)
                .query(Integer.class)
                .single());
    }
}
