package org.opensocialnet.mydata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opensocialnet.people.Known.named;
import static org.opensocialnet.people.Known.registered;
import static org.opensocialnet.people.Known.seenBy;
import static org.opensocialnet.people.Known.worker;

import java.time.LocalDate;
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

/** Melina looks at what the shelter holds of her, on a borrowed phone. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class MyDataTest {

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
    Visitor thaleia;
    Visitor admin;
    Visitor danae;
    Visitor melina;
    PersonId id;
    String path;

    @BeforeEach
    void melinaIsKnownToTheShelter() {
        asSystem("attempt", "delete from access.attempt where what = 'my-data'");
        shelter = organization("Υπνωτήριο Σελήνη");
        dayCentre = organization("Κέντρο ημέρας Ήλιος " + Uuid7.next());
        thaleia = AtTheDesk.of(context).as(Role.CASEWORKER, shelter);
        admin = AtTheDesk.of(context).as(Role.ORGANIZATION_ADMIN, shelter);
        danae = AtTheDesk.of(context).as(Role.CASEWORKER, dayCentre);
        melina = AtTheDesk.of(context).stranger();
        id = registered(people, shelter, named("Μελίνα", "Αγέρη", "PHONE", "6900000005"));
        path = "/desk/people/" + id.value();
    }

    @Test
    void byHerCardSheSeesWhatIsHeldByWhomAndWhoReadItAndWhy() {
        thaleia.get(path);
        thaleia.post("/desk/people", Map.of("q", "Αγέρη"));

        var page = melina.post("/my", Map.of("number", card())).body();

        assertThat(page)
                .contains("Μελίνα", "Αγέρη", "6900000005", "Τα τηρεί: Υπνωτήριο Σελήνη")
                .contains("άνοιξε την εγγραφή σας για να σας βοηθήσει", "είδε το όνομά σας στα αποτελέσματα");
    }

    @Test
    void withoutHerCardNobodySeesAnythingAndTryingIsSlowedDown() {
        assertThat(melina.get("/my").statusCode()).isEqualTo(200);
        assertThat(melina.post("/my", Map.of("number", "AAAA-BBBB-CCCC")).statusCode())
                .isEqualTo(422);
        assertThat(melina.post("/my/wishes", Map.of("visit", "guessed", "kind", "erase"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(melina.post("/my/file", Map.of()).statusCode()).isEqualTo(409);
        for (int i = 0; i < 12; i++) {
            melina.post("/my", Map.of("number", "AAAA-BBBB-CCCC"));
        }
        assertThat(melina.post("/my", Map.of("number", "AAAA-BBBB-CCCC")).body())
                .contains("Πολλές προσπάθειες");
    }

    @Test
    void aLinkOpensItForAWeekAndOnlyWhenSheTouchesTheButton() {
        var made = thaleia.post(path + "/my-link", Map.of()).body();
        var link = Pattern.compile("/my/([A-Za-z0-9_-]{43})").matcher(made);
        assertThat(link.find()).isTrue();

        assertThat(melina.get("/my/" + link.group(1)).body())
                .doesNotContain("Αγέρη")
                .contains(link.group(1));
        assertThat(melina.post("/my", Map.of("link", link.group(1))).body()).contains("Αγέρη");
        asSystem("my-data", "update mydata.key set until = now() - interval '1 second' where kind = 'link'");
        assertThat(melina.post("/my", Map.of("link", link.group(1))).body()).contains("Ο σύνδεσμος έληξε");
    }

    @Test
    void sheTakesItAwayAsAFileAndOnPaper() {
        var visit = visit();

        var file = melina.post("/my/file", Map.of("visit", visit));
        var paper = melina.post("/my/paper", Map.of("visit", visit));

        assertThat(file.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"my-data.json\"");
        assertThat(file.body()).contains("Αγέρη", "6900000005", "readings", "people.person.registered");
        assertThat(paper.body()).startsWith("%PDF");
    }

    @Test
    void withTheCardsOfTwoOrganizationsSheSeesWhatEachHoldsAndAsksEach() {
        var lena = AtTheDesk.of(context).as(Role.ORGANIZATION_ADMIN, dayCentre);
        var there = registered(people, dayCentre, named("Μελίνα", "Αγέρη", "PHONE", "6900000006"));
        var other = "/desk/people/" + there.value();
        lena.post(other + "/care/admission", Map.of());
        lena.post(
                other + "/care/entries",
                Map.of("kind", "need", "text", "Χρειάζεται οδοντίατρο", "visibility", "organization", "knows", "yes"));
        var theirs = Pattern.compile("<code>([0-9A-Z-]+)</code>")
                .matcher(lena.post(other + "/card", Map.of()).body());
        assertThat(theirs.find()).isTrue();
        var visit = visit();

        assertThat(melina.post("/my/more", Map.of("visit", visit, "number", "AAAA-BBBB-CCCC"))
                        .statusCode())
                .isEqualTo(422);
        var both = melina.post("/my/more", Map.of("visit", visit, "number", theirs.group(1)))
                .body();

        assertThat(both)
                .contains("Ποιοι τηρούν στοιχεία σας", "Υπνωτήριο Σελήνη", "6900000006", "Χρειάζεται οδοντίατρο")
                .doesNotContain("6900000005");
        assertThat(melina.post(
                                "/my/part",
                                Map.of("visit", visit, "part", id.value().toString()))
                        .body())
                .contains("6900000005")
                .doesNotContain("6900000006", "οδοντίατρο");
        assertThat(melina.post("/my/file", Map.of("visit", visit)).body())
                .contains("records", "6900000005", "6900000006", "Χρειάζεται οδοντίατρο");
        assertThat(melina.post("/my/paper", Map.of("visit", visit)).body()).startsWith("%PDF");
        melina.post("/my/wishes", Map.of("visit", visit, "part", there.value().toString(), "kind", "explain"));
        assertThat(lena.get("/desk/wishes").body()).contains("Μελίνα Αγέρη");
        assertThat(admin.get("/desk/wishes").body()).doesNotContain("Μελίνα Αγέρη");
        var stranger = registered(people, dayCentre, named("Άγνωστη", "Άλλου", "PHONE", "6900000007"));
        assertThat(melina.post(
                                "/my/part",
                                Map.of("visit", visit, "part", stranger.value().toString()))
                        .body())
                .as("a record whose card she does not hold")
                .doesNotContain("6900000007");
    }

    @Test
    void recordsThatWereJoinedAreShownTogether() {
        var second = registered(people, shelter, named("Νεφέλη", "Ουρανού", "PHONE", "6900000008"));
        asSystem("test", "update people.person set self = '%s' where id = '%s'".formatted(id.value(), second.value()));

        var page = melina.post("/my", Map.of("number", card())).body();

        assertThat(page).contains("Ποιοι τηρούν στοιχεία σας", second.value().toString());
        assertThat(melina.post(
                                "/my/part",
                                Map.of(
                                        "visit",
                                        field(page, "visit"),
                                        "part",
                                        second.value().toString()))
                        .body())
                .contains("6900000008");
    }

    @Test
    void whatSheWithdrawsEndsAtOnce() {
        thaleia.post(
                path + "/consents",
                Map.of(
                        "purpose", "share",
                        "recipient", dayCentre.toString(),
                        "q", "Ήλιος",
                        "what", "identity",
                        "way", "signed",
                        "ends", LocalDate.now().plusYears(1).toString()));
        assertThat(danae.get(path).statusCode()).isEqualTo(200);
        var number = card();
        var page = melina.post("/my", Map.of("number", number)).body();

        melina.post("/my/withdrawal", Map.of("visit", field(page, "visit"), "consent", field(page, "consent")));

        assertThat(danae.get(path).statusCode()).isEqualTo(404);
        assertThat(thaleia.get(path + "/consents").body()).contains("ανακλήθηκε");
    }

    @Test
    void whatSheAsksForIsDecidedWithinTheMonthAndShownToHer() {
        var visit = visit();
        assertThat(melina.post("/my/wishes", Map.of("visit", visit, "kind", "correct"))
                        .statusCode())
                .isEqualTo(422);
        melina.post("/my/wishes", Map.of("visit", visit, "kind", "correct", "text", "Το επώνυμο γράφεται Αγέρι."));

        assertThat(admin.get("/desk").body()).contains("Αιτήματα προσώπων: 1");
        var list = admin.get("/desk/wishes").body();
        assertThat(list).contains("Το επώνυμο γράφεται Αγέρι.", "απομένουν");
        var wish = field(list, "wish");
        assertThat(admin.post("/desk/wishes", Map.of("wish", wish, "verdict", "refused", "grounds", "όχι"))
                        .statusCode())
                .as("a refusal says why")
                .isEqualTo(422);
        admin.post("/desk/wishes", Map.of("wish", wish, "verdict", "granted", "grounds", "Διορθώθηκε."));
        assertThat(admin.post("/desk/wishes", Map.of("wish", wish, "verdict", "granted"))
                        .statusCode())
                .isEqualTo(409);

        assertThat(melina.post("/my", Map.of("number", card())).body()).contains("έγινε δεκτό", "Διορθώθηκε.");
        assertThat(thaleia.get("/desk/wishes").statusCode()).isEqualTo(403);
    }

    @Test
    void erasureGrantedErasesAndOnlyTheCountStays() {
        var visit = visit();
        melina.post("/my/wishes", Map.of("visit", visit, "kind", "erase"));

        admin.post(
                "/desk/wishes", Map.of("wish", field(admin.get("/desk/wishes").body(), "wish"), "verdict", "granted"));

        assertThat(thaleia.get(path).statusCode()).isEqualTo(404);
        assertThat(melina.post("/my/file", Map.of("visit", visit)).statusCode()).isEqualTo(409);
        Integer kept = seenBy(
                Sight.job("test"),
                () -> transactions.execute(
                        _ -> jdbc.sql("""
                        select count(*) from mydata.wish where organization = ? and verdict = 'granted' and person is null
                        """).param(shelter).query(Integer.class).single()));
        assertThat(kept).isEqualTo(1);
    }

    @Test
    void whatRestsIsStillShownToHerself() {
        var visit = visit();
        melina.post("/my/wishes", Map.of("visit", visit, "kind", "restrict"));

        admin.post(
                "/desk/wishes", Map.of("wish", field(admin.get("/desk/wishes").body(), "wish"), "verdict", "granted"));

        assertThat(thaleia.get(path).body()).contains("Τηρείται χωρίς χρήση").doesNotContain("Αγέρη");
        assertThat(melina.post("/my/file", Map.of("visit", visit)).body()).contains("Αγέρη");
        assertThat(seenBy(worker(shelter), () -> people.organization(id))).contains(shelter);
    }

    private String card() {
        var number = Pattern.compile("<code>([0-9A-Z-]+)</code>")
                .matcher(thaleia.post(path + "/card", Map.of()).body());
        assertThat(number.find()).isTrue();
        return number.group(1);
    }

    private String visit() {
        return field(melina.post("/my", Map.of("number", card())).body(), "visit");
    }

    private static String field(String page, String name) {
        var value = Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
        assertThat(value.find()).as("a field %s", name).isTrue();
        return value.group(1);
    }

    private void asSystem(String purpose, String sql) {
        Sight.job(purpose)
                .run(() -> transactions.executeWithoutResult(_ -> jdbc.sql(sql).update()));
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
