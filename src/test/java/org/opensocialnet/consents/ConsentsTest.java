package org.opensocialnet.consents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.opensocialnet.people.Known.named;
import static org.opensocialnet.people.Known.registered;
import static org.opensocialnet.people.Known.seenBy;
import static org.opensocialnet.people.Known.worker;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opensocialnet.access.AtTheDesk;
import org.opensocialnet.access.AtTheDesk.Visitor;
import org.opensocialnet.access.Role;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.people.People;
import org.opensocialnet.people.PersonId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Korinna agrees that the day centre may see who she is, and changes her mind; the shelter cares for her meanwhile. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ConsentsTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    People people;

    UUID shelter;
    UUID dayCentre;
    String dayCentresName;
    Visitor thaleia;
    Visitor danae;
    PersonId korinna;
    String path;

    @BeforeEach
    void korinnaIsKnownToTheShelter() {
        shelter = organization("Υπνωτήριο Σελήνη");
        dayCentresName = "Κέντρο ημέρας Ήλιος " + Uuid7.next();
        dayCentre = organization(dayCentresName);
        thaleia = AtTheDesk.of(context).as(Role.CASEWORKER, shelter);
        danae = AtTheDesk.of(context).as(Role.CASEWORKER, dayCentre);
        korinna = registered(people, shelter, named("Κόριννα", "Λυρική"));
        path = "/desk/people/" + korinna.value();
    }

    @Test
    void byConsentTheOtherSeesAndWithdrawnNoMore() {
        assertThat(danae.get(path).statusCode()).isEqualTo(404);

        give(consent("what", "identity"));

        assertThat(danae.get(path).body()).contains("Κόριννα Λυρική", "Ανοιχτή από άλλον φορέα", "Υπνωτήριο Σελήνη");
        assertThat(danae.post("/desk/people", Map.of("q", "Κόριννα Λυρική")).body())
                .contains(path);
        assertThat(danae.post(path + "/identity", Map.of("quality", "given", "given-name", "Άλλη"))
                        .statusCode())
                .as("seeing is not changing")
                .isEqualTo(404);

        var page = thaleia.get(path + "/consents").body();
        assertThat(page).contains(dayCentresName, "ισχύει", "share-2026-1");
        assertThat(thaleia.post(path + "/consents/withdrawal", Map.of("consent", field(page, "consent")))
                        .statusCode())
                .isEqualTo(302);

        assertThat(danae.get(path).statusCode()).isEqualTo(404);
        assertThat(thaleia.get(path + "/consents").body()).contains("ανακλήθηκε");
        assertThat(thaleia.post(path + "/consents/withdrawal", Map.of("consent", field(page, "consent")))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void byLawTheOtherSeesUntilItEndsAndAllOfItIsWrittenDown() {
        var lead = AtTheDesk.of(context).as(Role.ORGANIZATION_ADMIN, shelter);
        var form = new HashMap<>(Map.of(
                "q",
                dayCentresName,
                "ground",
                "child-protection",
                "article",
                "άρθρο 23 ν. 3500/2006",
                "decided",
                "Υπεύθυνη κοινωνικής υπηρεσίας",
                "why",
                "Υπάρχει παιδί στο σπίτι",
                "what",
                "identity",
                "ends",
                LocalDate.now().plusDays(30).toString()));
        assertThat(thaleia.post(path + "/bases", form).statusCode())
                .as("who leads decides")
                .isEqualTo(404);
        var missing = new HashMap<>(form);
        missing.remove("article");
        var refused = lead.post(path + "/bases", missing);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Υπάρχει παιδί στο σπίτι", "Υπεύθυνη κοινωνικής υπηρεσίας");

        assertThat(lead.post(path + "/bases", form).statusCode()).isEqualTo(302);

        assertThat(danae.get(path).body()).contains("Κόριννα Λυρική");
        assertThat(danae.get(path + "/bases").statusCode()).isEqualTo(404);
        var page = lead.get(path + "/bases").body();
        assertThat(page)
                .contains(
                        dayCentresName, "άρθρο 23 ν. 3500/2006", "Υπεύθυνη κοινωνικής υπηρεσίας", "Προστασία παιδιού");
        assertThat(thaleia.get(path).body()).as("on her timeline").contains("Κοινοποίηση από τον νόμο");
        assertThat(acts("consents.basis.recorded")).isEqualTo(1);

        lead.post(path + "/bases/end", Map.of("basis", field(page, "basis")));

        assertThat(danae.get(path).statusCode()).isEqualTo(404);
        assertThat(acts("consents.basis.ended")).isEqualTo(1);
        assertThat(lead.post(path + "/bases/end", Map.of("basis", field(page, "basis")))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void whatIsSharedByLawEndsByItselfWithItsLastDay() {
        var lead = AtTheDesk.of(context).as(Role.ORGANIZATION_ADMIN, shelter);
        lead.post(
                path + "/bases",
                Map.of(
                        "q",
                        dayCentresName,
                        "ground",
                        "legal-duty",
                        "article",
                        "α",
                        "decided",
                        "β",
                        "why",
                        "γ",
                        "what",
                        "identity",
                        "ends",
                        LocalDate.now().toString()));
        assertThat(danae.get(path).statusCode()).isEqualTo(200);

        Sight.job("test")
                .run(() -> transactions.executeWithoutResult(_ -> jdbc.sql(
                                "update people.share set starts_at = now() - interval '2 days', ends_at = ends_at - interval '1 day' where person = ?")
                        .param(korinna.value())
                        .update()));

        assertThat(danae.get(path).statusCode()).isEqualTo(404);
    }

    private int acts(String what) {
        return Sight.job("test")
                .call(() -> transactions.execute(
                        _ -> jdbc.sql("select count(*) from audit.act where what = ? and subject = ?")
                                .params(what, korinna.value())
                                .query(Integer.class)
                                .single()));
    }

    @Test
    void careIsOpenedApartFromWhoSheIsAndNotesOfTheAuthorToNobody() {
        thaleia.post(path + "/care/admission", Map.of());
        note("need", "Ένα ζεστό παλτό", "shared");
        note("note", "Να μη μαθευτεί σε άλλους", "organization");
        note("note", "Μόνο για εμένα", "author");
        var colleague = AtTheDesk.of(context).as(Role.CASEWORKER, shelter);
        give(consent("what", "care"));

        assertThat(thaleia.get(path + "/care").body()).contains("ζεστό παλτό", "Να μη μαθευτεί", "Μόνο για εμένα");
        assertThat(colleague.get(path + "/care").body())
                .contains("ζεστό παλτό", "Να μη μαθευτεί")
                .doesNotContain("Μόνο για εμένα");
        assertThat(danae.get(path + "/care").body())
                .contains("ζεστό παλτό")
                .doesNotContain("Να μη μαθευτεί", "Μόνο για εμένα", "Κόριννα");
    }

    @Test
    void careBeginsOnceHasTasksAndEndsWithAReason() {
        assertThat(thaleia.post(path + "/care/entries", entry("need", "Παλτό", "organization"))
                        .statusCode())
                .as("nobody admitted her yet")
                .isEqualTo(409);
        assertThat(thaleia.post(path + "/care/admission", Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(thaleia.post(path + "/care/admission", Map.of()).statusCode())
                .isEqualTo(409);
        var task = new HashMap<>(entry("task", "Ραντεβού στον οδοντίατρο", "organization"));
        task.put("due", LocalDate.now().toString());
        thaleia.post(path + "/care/entries", task);

        var page = thaleia.get(path + "/care").body();
        assertThat(page).contains("Ραντεβού στον οδοντίατρο");
        assertThat(thaleia.get("/desk").body()).contains("Εργασίες φροντίδας που λήγουν: 1");
        assertThat(thaleia.post(path + "/care/entries/done", Map.of("task", field(page, "task")))
                        .statusCode())
                .isEqualTo(302);
        assertThat(thaleia.get(path + "/care").body()).doesNotContain("name=\"task\"");

        thaleia.post(path + "/care/closure", Map.of("why", "goal-reached"));
        assertThat(thaleia.get(path).body())
                .contains("Κλείσιμο φροντίδας", "επιτεύχθηκε ο στόχος", "Ραντεβού στον οδοντίατρο");
        assertThat(thaleia.post(path + "/care/admission", Map.of()).statusCode())
                .as("she comes back")
                .isEqualTo(302);
    }

    @Test
    void aTextThatLooksLikeSomebodyIsShownBeforeItIsKept() {
        thaleia.post(path + "/care/admission", Map.of());
        var typed = new HashMap<>(entry("note", "Ήρθε με τη μητέρα της, τηλ. 210 000 0000", "organization"));

        var asked = thaleia.post(path + "/care/entries", typed);

        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.body()).contains("Δείτε το ξανά", "τηλέφωνο", "210 000 0000");
        typed.put("knows", "yes");
        assertThat(thaleia.post(path + "/care/entries", typed).statusCode()).isEqualTo(302);
        assertThat(thaleia.get(path + "/care").body()).contains("210 000 0000");
    }

    @Test
    void whatIsMissingInAConsentIsSaidAndNothingIsOpened() {
        var asked = Map.of("purpose", "share", "q", "κανένας τέτοιος", "way", "spoken", "ends", "2020-01-01");

        assertThat(thaleia.post(path + "/consents", asked).body())
                .contains("Γράψτε το όνομα ενός φορέα", "το πολύ 5 έτη", "κανένας τέτοιος", "Επιλέξτε τι επιτρέπεται");
        assertThat(danae.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void aConsentIsProofAndChangesNoMore() {
        give(consent("what", "identity"));

        assertThatThrownBy(() -> seenBy(
                        worker(shelter),
                        () -> transactions.execute(_ -> jdbc.sql("update consents.consent set ends_on = ends_on + 1")
                                .update())))
                .hasMessageContaining("only ever withdrawn");
    }

    @Test
    void whatEndsSoonIsAToDo() {
        var soon = new HashMap<>(consent("what", "identity"));
        soon.put("ends", LocalDate.now().plusDays(10).toString());
        give(soon);

        assertThat(thaleia.get("/desk").body()).contains("Συγκαταθέσεις που λήγουν: 1");
        assertThat(thaleia.get("/desk/consents").body())
                .contains(path + "/consents")
                .doesNotContain("Κόριννα");
    }

    private Map<String, String> consent(String... more) {
        var fields = new HashMap<>(Map.of(
                "purpose",
                "share",
                "q",
                dayCentresName,
                "recipient",
                dayCentre.toString(),
                "way",
                "spoken",
                "ends",
                LocalDate.now().plusYears(1).toString()));
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return fields;
    }

    private void give(Map<String, String> fields) {
        var answer = thaleia.post(path + "/consents", fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    }

    private void note(String kind, String text, String visibility) {
        assertThat(thaleia.post(path + "/care/entries", entry(kind, text, visibility))
                        .statusCode())
                .isEqualTo(302);
    }

    private static Map<String, String> entry(String kind, String text, String visibility) {
        return Map.of("kind", kind, "text", text, "visibility", visibility);
    }

    private static String field(String page, String name) {
        var value = Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
        assertThat(value.find()).as("a field %s", name).isTrue();
        return value.group(1);
    }

    private UUID organization(String name) {
        var id = Uuid7.next();
        jdbc.sql("""
                insert into directory.organization (id, name, description, record_source)
                values (?, ?, 'επινοημένος φορέας', 'own')
                """).params(id, name).update();
        return id;
    }
}
