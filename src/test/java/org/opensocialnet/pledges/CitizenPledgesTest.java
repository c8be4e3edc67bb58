package org.opensocialnet.pledges;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opensocialnet.access.AtTheDesk;
import org.opensocialnet.access.AtTheDesk.Visitor;
import org.opensocialnet.access.Role;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.SecretToken;
import org.opensocialnet.kernel.Uuid7;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Anybody can give a part of what a shelter asks for; the team looks at it, and those concerned write each other. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class CitizenPledgesTest {

    static final String PHONE = "6900000055";

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    PledgeKeeping keeping;

    @Autowired
    Clock clock;

    UUID shelter;
    Visitor danae;
    Visitor team;
    Visitor anybody;
    UUID request;
    UUID line;
    UUID closed;
    String what;

    @BeforeEach
    void aLineThatIsOpenToCitizensAndOneThatIsNot() {
        shelter = Uuid7.next();
        danae = AtTheDesk.of(context).as(Set.of(Role.CASEWORKER), shelter);
        AtTheDesk.of(context).member(Set.of(Role.ORGANIZATION_ADMIN), shelter);
        team = AtTheDesk.of(context).as(Role.COORDINATOR, null);
        anybody = AtTheDesk.of(context).stranger();
        request = Uuid7.next();
        line = Uuid7.next();
        closed = Uuid7.next();
        what = "Κουβέρτες " + line.toString().substring(30);
        inSight(() -> {
            jdbc.sql("""
                    insert into support.request (id, form, asker, organization, title, state, made_at, changed_at)
                    values (:id, :id, 'organization', :organization, 'Ξενώνας: κρυφός τίτλος', '{"is": "Open"}', now(), now())
                    """).param("id", request).param("organization", shelter).update();
            for (var one : List.of(line, closed)) {
                jdbc.sql("""
                        insert into support.line (id, request, kind, what, quantity, unit, people, service_type, target_group,
                                                  zone, needed_by, citizens)
                        values (:line, :id, 'goods', :what, 30, 'item', 30, 'night-shelter', '', '', '2026-01-01', :citizens)
                        """)
                        .param("id", request)
                        .param("line", one)
                        .param("what", one.equals(line) ? what : "Μόνο για οργανώσεις " + one)
                        .param("citizens", one.equals(line))
                        .update();
            }
            return 0;
        });
    }

    @Test
    void everybodySeesWhatIsNeededAndNobodyWhoNeedsIt() {
        var page = anybody.get("/calls");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains(what, "Λείπουν 30 τεμάχια").doesNotContain("κρυφός", closed.toString());
        assertThat(anybody.get("/en/calls").body()).contains(what, "30 items still needed");
        assertThat(anybody.get("/calls/" + closed).statusCode()).isEqualTo(404);
        assertThat(anybody.get("/calls/" + line).body()).doesNotContain("κρυφός");
        assertThat(anybody.get("/calls/pledge/" + SecretToken.brief().text()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatACitizenPromisesCountsOnceTheTeamHasSeenItAndSheFollowsItByHerLink() {
        var link = given("5");
        assertThat(covered()).as("it waits").isEqualTo("0.00");
        assertThat(anybody.get(link).body()).contains("Η ομάδα συντονισμού δεν την έχει δει ακόμη");
        assertThat(stored()).as("sealed").doesNotContain(PHONE, "Νεφέλη");
        var id = waiting();
        assertThat(team.get("/desk/promises/" + id).body()).contains(PHONE, "Νεφέλη", "Έλεγχος");
        assertThat(danae.get("/desk/promises/" + id).body()).contains(PHONE).doesNotContain("Έλεγχος");
        assertThat(AtTheDesk.of(context)
                        .as(Role.ORGANIZATION_ADMIN, Uuid7.next())
                        .get("/desk/promises/" + id)
                        .statusCode())
                .isEqualTo(404);
        assertThat(danae.post("/desk/promises/" + id + "/acceptance", Map.of("quantity", "5"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(team.post("/desk/promises/" + id + "/acceptance", Map.of("quantity", "6"))
                        .statusCode())
                .as("more than she offered")
                .isEqualTo(422);
        for (int i = 0; i < 2; i++) {
            assertThat(team.post("/desk/promises/" + id + "/acceptance", Map.of("quantity", "4"))
                            .statusCode())
                    .isEqualTo(302);
        }
        assertThat(covered()).isEqualTo("4.00");
        assertThat(anybody.get(link).body()).contains("Σας περιμένουν", "4 τεμάχια");
        assertThat(anybody.post(link + "/withdrawal", Map.of()).statusCode()).isEqualTo(302);
        assertThat(covered()).isEqualTo("0.00");
        assertThat(anybody.get(link).body()).contains("Την αποσύρατε");
        assertThat(letters("pledges.withdrawn"))
                .as("the shelter and the team hear of it")
                .isGreaterThanOrEqualTo(2);
    }

    @Test
    void theTeamSaysNoAndWhy() {
        var link = given("3");
        var id = waiting();
        assertThat(team.post("/desk/promises/" + id + "/refusal", Map.of("why", ""))
                        .statusCode())
                .isEqualTo(422);
        assertThat(team.post("/desk/promises/" + id + "/refusal", Map.of("why", "Χρειάζονται καινούργιες"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(anybody.get(link).body()).contains("Δεν έγινε δεκτή", "Χρειάζονται καινούργιες");
    }

    @Test
    void aFormIsTakenOnceAndAProgramsNever() {
        var typed = typed("5");
        typed.put("key", SecretToken.brief().text());
        var first = anybody.post("/calls/" + line, typed);
        assertThat(link(anybody.post("/calls/" + line, typed))).isEqualTo(link(first));
        assertThat(count()).isEqualTo(1);
        var program = typed("5");
        program.put("trap", "buy now");
        assertThat(anybody.post("/calls/" + line, program).statusCode()).isEqualTo(302);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void whatCannotBeIsSaidAndNothingTypedIsLost() {
        for (var quantity : List.of("", "0", "-3", "2,5", "31", "99999999")) {
            var page = anybody.post("/calls/" + line, typed(quantity));
            assertThat(page.statusCode()).as(quantity).isEqualTo(422);
            assertThat(page.body()).contains(PHONE, "govuk-error-summary");
        }
        for (var wrong : List.of(
                Map.of("phone", "", "email", ""),
                Map.of("consent", ""),
                Map.of("from", "2020-01-01"),
                Map.of("conditions", "Πάρτε με στο 6900000055"))) {
            var typed = typed("2");
            typed.putAll(wrong);
            assertThat(anybody.post("/calls/" + line, typed).statusCode())
                    .as("%s", wrong)
                    .isEqualTo(422);
        }
        assertThat(count()).isZero();
    }

    @Test
    void thoseConcernedWriteEachOtherAndNobodyElseReadsIt() {
        var link = given("5");
        var id = waiting();
        var once =
                Map.of("message", "Μπορείτε το Σάββατο;", "once", Uuid7.next().toString());
        for (int i = 0; i < 2; i++) {
            assertThat(danae.post("/desk/promises/" + id + "/messages", once).statusCode())
                    .isEqualTo(302);
        }
        assertThat(messages(id)).as("sent twice, it is one").isEqualTo(1);
        assertThat(anybody.get(link).body()).contains("Μπορείτε το Σάββατο;");
        assertThat(anybody.post(link + "/messages", Map.of("message", "Ναι, το πρωί"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(danae.get("/desk").body()).contains("1 νέο μήνυμα για προσφορά");
        assertThat(danae.get("/desk/promises/" + id).body()).contains("Ναι, το πρωί");
        var colleague = AtTheDesk.of(context).as(Role.CASEWORKER, shelter);
        assertThat(colleague.get("/desk").body()).as("read for all").doesNotContain("1 νέο μήνυμα για προσφορά");
        var others = Uuid7.next();
        var seen = new Sight(null, others, "editor", Sight.Reach.ORGANIZATION, "desk", "here")
                .call(() ->
                        transactions.execute(_ -> jdbc.sql("select count(*) from pledges.message where pledge = :id")
                                .param("id", UUID.fromString(id))
                                .query(Integer.class)
                                .single()));
        assertThat(seen).isZero();
        assertThat(letters("pledges.message")).isPositive();
    }

    @Test
    void howSheIsReachedAndWhatWasWrittenGoSomeDaysAfterItIsOver() {
        var link = given("5");
        var id = waiting();
        anybody.post(link + "/messages", Map.of("message", "Έρχομαι"));
        anybody.post(link + "/withdrawal", Map.of());
        Sight.job("retention").run(() -> keeping.forget(clock.instant().minus(Duration.ofDays(1))));
        assertThat(anybody.get(link).statusCode()).as("not yet").isEqualTo(200);
        var gone =
                Sight.job("retention").call(() -> keeping.forget(clock.instant().plus(Duration.ofDays(1))));
        assertThat(gone.left()).isZero();
        assertThat(anybody.get(link).statusCode()).isEqualTo(404);
        assertThat(messages(id)).isZero();
        assertThat(team.get("/desk/promises/" + id).body()).doesNotContain(PHONE);
    }

    @Test
    void whenTheCallIsOverNobodyWaitsForHerAndSheHearsOfIt() {
        var link = given("5");
        var closing = Map.of("closing", "Βρέθηκαν", "once", Uuid7.next().toString(), "version", "0");
        assertThat(team.post("/desk/requests/" + request + "/closing", closing).statusCode())
                .isEqualTo(302);
        assertThat(anybody.get(link).body()).contains("Δεν χρειάστηκε τελικά");
        assertThat(letters("pledges.citizen-news")).isEqualTo(1);
        assertThat(anybody.get("/calls").body()).doesNotContain(what);
    }

    private Map<String, String> typed(String quantity) {
        return new HashMap<>(Map.of(
                "quantity",
                quantity,
                "name",
                "Νεφέλη",
                "phone",
                PHONE,
                "email",
                "nefeli@example.org",
                "consent",
                "yes"));
    }

    /** Her link. */
    private String given(String quantity) {
        return link(anybody.post("/calls/" + line, typed(quantity)));
    }

    private static String link(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(302);
        var found = Pattern.compile("/calls/pledge/[A-Za-z0-9_-]+")
                .matcher(answer.headers().firstValue("Location").orElseThrow());
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private String waiting() {
        return inSight(() -> jdbc.sql("select id from pledges.pledge where line = :line")
                .param("line", line)
                .query(String.class)
                .single());
    }

    private int count() {
        return inSight(() -> jdbc.sql("select count(*) from pledges.pledge where line = :line")
                .param("line", line)
                .query(Integer.class)
                .single());
    }

    private int messages(String pledge) {
        return inSight(() -> jdbc.sql("select count(*) from pledges.message where pledge = :id")
                .param("id", UUID.fromString(pledge))
                .query(Integer.class)
                .single());
    }

    private int letters(String kind) {
        return inSight(() -> jdbc.sql("""
                select count(*) from messaging.letter
                where kind = :kind and about in (select id from pledges.pledge where line = :line)
                """)
                .param("kind", kind)
                .param("line", line)
                .query(Integer.class)
                .single());
    }

    private String stored() {
        return inSight(() -> jdbc.sql("""
                select string_agg(coalesce(encode(c.name, 'escape'), '') || coalesce(encode(c.phone, 'escape'), ''), ' ')
                from pledges.contact c
                """).query(String.class).single());
    }

    private String covered() {
        return inSight(() -> jdbc.sql("select covered from support.line where id = :id")
                .param("id", line)
                .query(String.class)
                .single());
    }

    private <T> T inSight(Supplier<T> work) {
        return Sight.job("test").call(() -> transactions.execute(_ -> work.get()));
    }
}
