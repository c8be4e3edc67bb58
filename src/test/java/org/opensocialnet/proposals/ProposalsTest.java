package org.opensocialnet.proposals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opensocialnet.access.AtTheDesk;
import org.opensocialnet.access.AtTheDesk.Visitor;
import org.opensocialnet.access.Role;
import org.opensocialnet.budget.EnvelopeId;
import org.opensocialnet.budget.Treasurer;
import org.opensocialnet.chores.Progress;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.Money;
import org.opensocialnet.kernel.Uuid7;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Maria of the coordination team asks what 180 € are best used for, and decides otherwise. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ProposalsTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    WorkingOut workingOut;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    Clock clock;

    Treasurer eleni;
    Visitor maria;
    String envelope;

    @BeforeEach
    void anEnvelopeWithALittleMoney() {
        eleni = Treasurer.of(context);
        maria = AtTheDesk.of(context).as(Role.COORDINATOR, null);
        envelope = eleni.opens(Treasurer.terms(LocalDate.now(clock)), "180")
                .value()
                .toString();
    }

    @Test
    void aProposalSaysWhoIsInAndWhyAndAPersonDecides() {
        var line = open("Ενοίκιο για δύο οικογένειες", 500);
        assertThat(maria.get("/desk/proposals/new").body()).contains("Ενοίκιο για δύο οικογένειες: 500", "180 €");
        assertThat(maria.post("/desk/proposals/new", Map.of("title", "Χωρίς τίποτα"))
                        .statusCode())
                .isEqualTo(422);

        var page = made("Νοέμβριος", line);
        var said = maria.get(page).body();
        assertThat(said)
                .contains("Αποδείχθηκε", "Εν μέρει", "180 από 500")
                .contains("Με 1 € ακόμη στον «Σίτιση και είδη πρώτης ανάγκης» μπαίνουν 1 μονάδες")
                .contains("μένουν 0 €· λείπουν 1 €")
                .contains("320 × Ενοίκιο για δύο οικογένειες");

        assertThat(maria.post(page + "/decision", Map.of("choice", "partly")).statusCode())
                .as("without a reason")
                .isEqualTo(422);
        var decision = Map.of(
                "choice",
                "partly",
                "words",
                "Τα υπόλοιπα τα πληρώνει ο δήμος.",
                "once",
                Uuid7.next().toString());
        assertThat(maria.post(page + "/decision", decision).statusCode()).isEqualTo(302);
        assertThat(maria.post(page + "/decision", decision).statusCode()).isEqualTo(302);
        assertThat(maria.get(page).body().split("Τα υπόλοιπα τα πληρώνει ο δήμος", -1))
                .as("sent twice, decided once")
                .hasSize(2);
        assertThat(maria.get("/desk/proposals").body()).contains("Νοέμβριος", "Ακολουθείται εν μέρει");
        assertThat(eleni.balances(new EnvelopeId(UUID.fromString(envelope))).available())
                .as("a proposal moves no money")
                .isEqualTo(Money.euros("180"));
    }

    @Test
    void twoProposalsStandSideBySide() {
        var rent = open("Ενοίκιο", 100);
        var heat = open("Πετρέλαιο", 100);
        var one = made("Μόνο ενοίκιο", rent);
        var other = made("Μόνο πετρέλαιο", heat);
        var beside = maria.get(one + "/beside?other=" + other.substring(other.lastIndexOf('/') + 1))
                .body();

        assertThat(beside).contains("Μόνο ενοίκιο", "Μόνο πετρέλαιο", "Δεν ήταν μέσα", "100 από 100");
    }

    @Test
    void whatWasProposedAndDecidedStays() {
        var page = made("Μένει", open("Φάρμακα", 50));
        var id = UUID.fromString(page.substring(page.lastIndexOf('/') + 1));

        assertThatThrownBy(() -> Sight.job("test")
                        .run(() -> transactions.executeWithoutResult(
                                _ -> jdbc.sql("update proposals.proposal set found = null where id = ?")
                                        .param(id)
                                        .update())))
                .isInstanceOf(DataAccessException.class);
        var danae = AtTheDesk.of(context).as(Role.ORGANIZATION_ADMIN, Uuid7.next());
        assertThat(danae.get(page).statusCode()).isIn(403, 404);
    }

    /** Makes a proposal of one line and works it out, whoever is quicker: the test or the program. */
    private String made(String title, UUID line) {
        var fields = new HashMap<>(Map.of("title", title, "lines", line.toString(), "envelopes", envelope));
        fields.putAll(Map.of("floor", "20", "severity", "3", "urgency", "2", "waiting", "1"));
        var answer = maria.post("/desk/proposals/new", fields);
        assertThat(answer.statusCode()).isEqualTo(302);
        var page = answer.headers().firstValue("location").orElseThrow();
        page = page.substring(page.indexOf("/desk/"));
        var id = UUID.fromString(page.substring(page.lastIndexOf('/') + 1));
        eleni.in(() -> {
            workingOut.carryOut(id, Progress.unseen());
            return Set.of();
        });
        return page;
    }

    private UUID open(String what, int euros) {
        var line = Uuid7.next();
        Sight.job("test")
                .run(() -> transactions.executeWithoutResult(_ -> {
                    var request = Uuid7.next();
                    jdbc.sql("""
                    insert into support.request (id, form, asker, organization, title, state, made_at, changed_at)
                    values (:id, :id, 'organization', :organization, :title, jsonb_build_object('is', 'Accepted'), now(), now())
                    """)
                            .param("id", request)
                            .param("organization", Uuid7.next())
                            .param("title", what)
                            .update();
                    jdbc.sql("""
                    insert into support.line (id, request, kind, what, quantity, unit, people, service_type, target_group, zone)
                    values (:line, :request, 'money', :what, :euros, 'euro', 6, 'housing', '', '')
                    """)
                            .param("line", line)
                            .param("request", request)
                            .param("what", what)
                            .param("euros", euros)
                            .update();
                }));
        return line;
    }
}
