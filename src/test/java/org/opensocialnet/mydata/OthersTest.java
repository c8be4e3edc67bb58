package org.opensocialnet.mydata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opensocialnet.people.Known.named;
import static org.opensocialnet.people.Known.registered;

import java.net.http.HttpResponse;
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
import org.opensocialnet.people.Erasure;
import org.opensocialnet.people.Known;
import org.opensocialnet.people.People;
import org.opensocialnet.people.PersonId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Ismini holds the card of a day centre; a shelter whose very name is a secret knows her too. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class OthersTest {

    private static final Pattern NUMBER = Pattern.compile("Ο αριθμός σας είναι ([0-9]{4} [0-9]{4})");

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    People people;

    @Autowired
    Erasure erasure;

    UUID dayCentre;
    UUID shelter;
    Visitor atTheDayCentre;
    Visitor atTheShelter;
    Visitor ismini;
    PersonId here;
    PersonId there;

    @BeforeEach
    void isminiIsKnownToTwo() {
        asSystem("delete from access.attempt where what in ('my-data', 'my-others', 'my-number')");
        var phone = "69" + String.format("%08d", Math.floorMod(UUID.randomUUID().hashCode(), 100_000_000));
        dayCentre = organization("Κέντρο ημέρας Ροδιά");
        shelter = organization("Καταφύγιο Σιωπή");
        asSystem(
                "insert into people.discretion (organization, told, decided_at, decided_by) values ('%s', false, now(), '%s')"
                        .formatted(shelter, shelter));
        atTheDayCentre = AtTheDesk.of(context).as(Role.ORGANIZATION_ADMIN, dayCentre);
        atTheShelter = AtTheDesk.of(context).as(Role.ORGANIZATION_ADMIN, shelter);
        ismini = AtTheDesk.of(context).stranger();
        here = registered(people, dayCentre, named("Ισμήνη", "Ροδινού", "PHONE", phone));
        there = registered(people, shelter, named("Ismini", "Rodinou", "PHONE", phone));
    }

    @Test
    void whoKnowsHerIsAskedAndShowsItOnHerPageOnceSheSaidHerNumber() {
        var asked = ask();
        var number = NUMBER.matcher(asked);
        assertThat(number.find()).isTrue();
        assertThat(asked).doesNotContain("Σιωπή", "Rodinou");

        assertThat(atTheShelter.get("/desk").body()).contains("Αιτήματα προσώπων: 1");
        var list = atTheShelter.get("/desk/wishes").body();
        assertThat(list).contains("Ismini Rodinou", "κάρτα άλλου φορέα").doesNotContain("Ροδιά");
        var wish = field(list, "wish");
        for (var wrong : new String[] {"", "1234 567", "0000 0000"}) {
            assertThat(decide(wish, "granted", wrong).statusCode())
                    .as("her number is not %s", wrong)
                    .isEqualTo(422);
        }
        assertThat(page()).doesNotContain("Σιωπή");

        assertThat(decide(wish, "granted", number.group(1).replace(" ", "")).statusCode())
                .isEqualTo(302);

        var page = page();
        assertThat(page).contains("Ποιοι τηρούν στοιχεία σας", "Καταφύγιο Σιωπή");
        assertThat(ismini.post(
                                "/my/part",
                                Map.of(
                                        "visit",
                                        field(page, "visit"),
                                        "part",
                                        there.value().toString()))
                        .body())
                .contains("Rodinou");
        assertThat(ismini.post("/my/file", Map.of("visit", field(page, "visit")))
                        .body())
                .contains("Rodinou", "Ροδινού");
        asSystem("update mydata.wish set decided_at = now() - interval '31 days' where id = '%s'".formatted(wish));
        assertThat(page()).as("a month later").doesNotContain("Σιωπή");
    }

    @Test
    void whetherAnybodyWasFoundIsNotSeen() {
        var nobody = registered(people, dayCentre, named("Ζηνοβία", "Μοναχού"));
        var known = ask();
        var unknown = ask(card(nobody));

        assertThat(shape(unknown)).isEqualTo(shape(known));
        assertThat(atTheShelter.get("/desk/wishes").body()).doesNotContain("Ζηνοβία");
        assertThat(page()).contains("Όποιος τηρεί κάτι για εσάς απαντά έως").doesNotContain("Σιωπή");
    }

    @Test
    void aRefusalIsNotSeenByWhoeverHoldsTheCard() {
        ask();
        var wish = field(atTheShelter.get("/desk/wishes").body(), "wish");

        atTheShelter.post(
                "/desk/wishes",
                Map.of(
                        "wish",
                        wish,
                        "verdict",
                        "refused",
                        "grounds",
                        "Δεν μπορέσαμε να βεβαιωθούμε ότι είναι η ίδια."));

        assertThat(page()).doesNotContain("Σιωπή", "βεβαιωθούμε", "απορρίφθηκε");
    }

    @Test
    void numbersAreNotTriedOut() {
        var number = NUMBER.matcher(ask());
        assertThat(number.find()).isTrue();
        var wish = field(atTheShelter.get("/desk/wishes").body(), "wish");
        for (int i = 0; i < 6; i++) {
            decide(wish, "granted", "1111 111" + i);
        }

        assertThat(decide(wish, "granted", number.group(1)).body()).contains("Πολλές προσπάθειες");
        assertThat(page()).doesNotContain("Σιωπή");
    }

    @Test
    void askedTwiceItIsOneRequestUnderTheLastNumberAndNobodyIsAskedWithoutHerConsent() {
        assertThat(ismini.post("/my/others", Map.of("visit", visit(card(here)))).statusCode())
                .isEqualTo(422);
        var first = NUMBER.matcher(ask());
        var second = NUMBER.matcher(ask());
        assertThat(first.find() && second.find()).isTrue();
        assertThat(atTheShelter.get("/desk").body()).contains("Αιτήματα προσώπων: 1");
        var wish = field(atTheShelter.get("/desk/wishes").body(), "wish");

        assertThat(decide(wish, "granted", first.group(1)).statusCode()).isEqualTo(422);
        assertThat(decide(wish, "granted", second.group(1)).statusCode()).isEqualTo(302);
    }

    @Test
    void erasedHereSheIsShownNothingAndErasedThereNothingIsLeftToShow() {
        var number = NUMBER.matcher(ask());
        assertThat(number.find()).isTrue();
        var wish = field(atTheShelter.get("/desk/wishes").body(), "wish");
        decide(wish, "granted", number.group(1));
        assertThat(page()).contains("Σιωπή");

        Known.seenBy(
                Known.worker(shelter),
                () -> transactions.execute(_ -> {
                    erasure.erase(there, "erasure.asked");
                    return true;
                }));
        assertThat(page()).doesNotContain("Σιωπή");

        Known.seenBy(
                Known.worker(dayCentre),
                () -> transactions.execute(_ -> {
                    erasure.erase(here, "erasure.asked");
                    return true;
                }));
        Integer left = Known.seenBy(
                Sight.job("test"),
                () -> transactions.execute(_ -> jdbc.sql("select count(*) from mydata.asking where organization = ?")
                        .param(dayCentre)
                        .query(Integer.class)
                        .single()));
        assertThat(left).isZero();
    }

    private String ask() {
        return ask(card(here));
    }

    private String ask(String card) {
        return ismini.post("/my/others", Map.of("visit", visit(card), "agreed", "yes"))
                .body();
    }

    private String page() {
        return ismini.post("/my", Map.of("number", card(here))).body();
    }

    private String visit(String card) {
        return field(ismini.post("/my", Map.of("number", card)).body(), "visit");
    }

    private String card(PersonId person) {
        asSystem("delete from access.attempt where what = 'my-data'");
        var number = Pattern.compile("<code>([0-9A-Z-]+)</code>")
                .matcher(atTheDayCentre
                        .post("/desk/people/" + person.value() + "/card", Map.of())
                        .body());
        assertThat(number.find()).isTrue();
        return number.group(1);
    }

    private HttpResponse<String> decide(String wish, String verdict, String number) {
        return atTheShelter.post("/desk/wishes", Map.of("wish", wish, "verdict", verdict, "number", number));
    }

    /** What a page is made of, without what is said of anybody. */
    private static String shape(String page) {
        return Pattern.compile("<(h1|h2|form|button|input|details|p)\\b")
                .matcher(page.substring(page.indexOf("<h1"), page.indexOf("</main>")))
                .results()
                .map(found -> found.group(1))
                .filter(tag -> !tag.equals("p"))
                .toList()
                .toString();
    }

    private static String field(String page, String name) {
        var value = Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
        assertThat(value.find()).as("a field %s in %s", name, page).isTrue();
        return value.group(1);
    }

    private void asSystem(String sql) {
        Sight.job(sql.contains("access.attempt") ? "attempt" : "test")
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
