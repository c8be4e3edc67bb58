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

        assertThat(danae.get(path).body()).contains("Κόριννα Λυρική", "Με συγκατάθεση", "Υπνωτήριο Σελήνη");
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
