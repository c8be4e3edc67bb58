package org.opensocialnet.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opensocialnet.people.Known.named;
import static org.opensocialnet.people.Known.registered;
import static org.opensocialnet.people.Known.seenBy;
import static org.opensocialnet.people.Known.worker;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opensocialnet.access.AtTheDesk;
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

/** Who was not seen for years is forgotten; whom somebody cares for, or who agreed to something that still holds, is not. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ForgettingTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    People people;

    @Autowired
    Forgetting forgetting;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    @Test
    void whoseTimeIsOverIsForgottenAndARehearsalChangesNothing() {
        var shelter = Uuid7.next();
        var thaleia = AtTheDesk.of(context).as(Role.CASEWORKER, shelter);
        var forgotten = registered(people, shelter, named("Αμνησία", "Παλιού"));
        var cared = registered(people, shelter, named("Μνήμη", "Φροντίδου"));
        var agreed = registered(people, shelter, named("Συμφωνία", "Λόγου"));
        var fresh = registered(people, shelter, named("Καινή", "Χθεσινού"));
        for (var old : new PersonId[] {forgotten, cared, agreed}) {
            aged(old);
        }
        thaleia.post("/desk/people/" + cared.value() + "/care/admission", Map.of());
        thaleia.post(
                "/desk/people/" + agreed.value() + "/consents",
                Map.of(
                        "purpose",
                        "contact",
                        "way",
                        "spoken",
                        "ends",
                        java.time.LocalDate.now().plusYears(1).toString()));

        var mine = worker(shelter);
        assertThat(seenBy(mine, forgetting::due)).containsExactly(forgotten.value());
        assertThat(seenBy(mine, forgetting::due)).as("a rehearsal").containsExactly(forgotten.value());
        assertThat(AtTheDesk.of(context)
                        .as(Role.ORGANIZATION_ADMIN, shelter)
                        .get("/desk/processing")
                        .body())
                .contains("Θα ξεχνιούνταν απόψε: 1", "ΓΚΠΔ");

        assertThat(seenBy(mine, forgetting::forget)).isEqualTo(1);

        assertThat(seenBy(mine, () -> people.organization(forgotten))).isEmpty();
        assertThat(seenBy(mine, () -> people.organization(cared))).contains(shelter);
        assertThat(seenBy(mine, () -> people.organization(agreed))).contains(shelter);
        assertThat(seenBy(mine, () -> people.organization(fresh))).contains(shelter);
    }

    private void aged(PersonId id) {
        for (var sql : new String[] {
            "update people.person set created_at = created_at - interval '9 years' where id = ?",
            "update people.fact set recorded_at = recorded_at - interval '9 years' where person = ?"
        }) {
            Sight.job("test")
                    .run(() -> transactions.executeWithoutResult(
                            _ -> jdbc.sql(sql).param(id.value()).update()));
        }
    }
}
