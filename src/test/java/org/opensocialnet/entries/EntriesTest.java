package org.opensocialnet.entries;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opensocialnet.access.AtTheDesk;
import org.opensocialnet.access.AtTheDesk.Visitor;
import org.opensocialnet.access.Role;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.ledger.Asked;
import org.opensocialnet.ledger.Bookkeeper;
import org.opensocialnet.ledger.Ledger;
import org.opensocialnet.ledger.LedgerFigures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionOperations;

/** A night shelter writes down who asked for a bed and who got one, and corrects what it wrote wrongly. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class EntriesTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Ledger ledger;

    @Autowired
    LedgerFigures figures;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    Clock clock;

    UUID shelter;
    Visitor danae;

    @BeforeEach
    void aShelter() {
        shelter = Uuid7.next();
        danae = AtTheDesk.of(context).as(Role.CASEWORKER, shelter);
    }

    @Test
    void aNeedOfMonthsBackIsWrittenListedFollowedAndTakenBack() {
        var written = danae.post("/desk/entries/new", form(Map.of("reason", "full")));
        assertThat(written.statusCode()).isEqualTo(302);
        assertThat(danae.get("/desk/entries?book=need").body()).contains("Υπνωτήριο", "Γυναίκες", "ανοιχτή");
        assertThat(open()).isEqualTo(3);

        var one = link(danae.get("/desk/entries").body(), "/desk/entries/one");
        var id = keys(one);
        assertThat(danae.get(one).body()).contains("Υπνωτήριο", "πλήρες", "Τι έγινε με αυτή την ανάγκη");
        assertThat(danae.post("/desk/entries/follow-up", with(id, Map.of("state", "refused")))
                        .statusCode())
                .as("a refusal says why")
                .isEqualTo(422);
        assertThat(danae.post("/desk/entries/follow-up", with(id, Map.of("state", "met", "people", "4")))
                        .statusCode())
                .as("more than there were")
                .isEqualTo(422);
        assertThat(danae.post("/desk/entries/follow-up", with(id, Map.of("state", "met", "people", "2")))
                        .statusCode())
                .isEqualTo(302);
        assertThat(open()).isEqualTo(1);
        assertThat(danae.get("/desk/entries").body()).contains("ανοιχτή για 1");

        assertThat(danae.post("/desk/entries/reversal", id).statusCode()).isEqualTo(422);
        assertThat(danae.post("/desk/entries/reversal", with(id, Map.of("why", "entries.mistyped")))
                        .statusCode())
                .isEqualTo(302);
        assertThat(open()).isZero();
        assertThat(danae.get("/desk/entries").body()).contains("ανακλήθηκε");
        assertThat(danae.post("/desk/entries/undo", id).statusCode())
                .as("twice")
                .isEqualTo(409);
        assertThat(danae.post("/desk/entries/again", id).statusCode()).isEqualTo(302);
        assertThat(open()).isEqualTo(3);
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndNothingTypedIsLost() {
        for (var wrong : List.of(
                Map.of("day-year", "2999"),
                Map.of("day-day", ""),
                Map.of("type", ""),
                Map.of("type", "<script>"),
                Map.of("people", "0"),
                Map.of("people", "-4"),
                Map.of("quantity", "5"),
                Map.of("zone", "Σοφοκλέους 12"),
                Map.of("source", "search"))) {
            var answer = danae.post("/desk/entries/new", form(wrong));
            assertThat(answer.statusCode()).as("%s", wrong).isEqualTo(422);
            assertThat(answer.body()).contains("govuk-error-summary");
        }
        assertThat(danae.get("/desk/entries").body()).contains("Δεν έχει γραφτεί τίποτε");
    }

    @Test
    void onlyTheOwnEntriesAreThere() {
        danae.post("/desk/entries/new", form(Map.of()));
        var one = link(danae.get("/desk/entries").body(), "/desk/entries/one");
        var other = AtTheDesk.of(context).as(Role.CASEWORKER, Uuid7.next());

        assertThat(other.get("/desk/entries").body()).contains("Δεν έχει γραφτεί τίποτε");
        assertThat(other.get(one).statusCode()).isEqualTo(404);
        assertThat(other.post("/desk/entries/undo", keys(one)).statusCode()).isEqualTo(404);
        assertThat(AtTheDesk.of(context)
                        .as(Role.COORDINATOR, null)
                        .get("/desk/entries")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aLongListIsPagedAndNarrowed() {
        var nina = new Bookkeeper(ledger, transactions, shelter);
        for (int i = 0; i < 30; i++) {
            nina.write(nina.delivery(LocalDate.of(2026, 1, 1).plusDays(i), "soup-kitchen", "", "", i + 1));
        }
        var first = danae.get("/desk/entries?book=delivery").body();
        var next = link(first, "/desk/entries\\?book=delivery&amp;after");

        assertThat(first).contains(">30 Ιανουαρίου 2026").doesNotContain(">5 Ιανουαρίου 2026");
        assertThat(danae.get(next).body()).contains(">5 Ιανουαρίου 2026").doesNotContain("30 Ιανουαρίου 2026");
        assertThat(danae.get("/desk/entries?book=delivery&from=2026-01-03&to=4/1/2026&type=soup-kitchen")
                        .body())
                .contains(">3 Ιανουαρίου 2026", ">4 Ιανουαρίου 2026")
                .doesNotContain(">5 Ιανουαρίου 2026");
        assertThat(danae.get("/desk/entries?book=delivery&type=showers").body())
                .contains("Καμία εγγραφή δεν ταιριάζει");
    }

    @Test
    void aFileIsLookedAtBroughtInOnceAndTakenBack() {
        var file = """
                Ημερομηνία;Είδος υπηρεσίας;Άτομα;Ομάδα;Ποσότητα;Μονάδα;Λόγος
                3/2/2026;Υπνωτήριο;4;Γυναίκες;;;πλήρες
                2026-02-04;night shelter;2;women;2;nights;full
                5/2/2026;soup-kitchen;7;;;;
                31/2/2026;Υπνωτήριο;1;;;;
                6/2/2026;Μαρία Παπαδοπούλου;1;;;;
                7/2/2026;Υπνωτήριο;πολλοί;;;;
                7/2/2999;Υπνωτήριο;1;;;;
                ;Υπνωτήριο;1;;;;
                """;
        var page = looked("need", file);
        assertThat(page)
                .contains(
                        "Γραμμή 5, Ημέρα: δεν υπάρχει τέτοια ημέρα",
                        "Γραμμή 6, Είδος υπηρεσίας: δεν είναι από τα ονόματα",
                        "Γραμμή 7, Άνθρωποι: χρειάζεται ακέραιος",
                        "Γραμμή 8, Ημέρα: είναι μετά τη σημερινή ημέρα",
                        "Γραμμή 9, Ημέρα: δεν γράφει τίποτε",
                        "3 Φεβρουαρίου 2026")
                .doesNotContain("Παπαδοπούλου");
        assertThat(danae.get("/desk/entries").body())
                .as("a look writes nothing")
                .contains("Δεν έχει γραφτεί τίποτε");

        var batch = Map.of("batch", hidden(page, "batch"));
        assertThat(danae.post("/desk/entries/files/application", batch).statusCode())
                .isEqualTo(302);
        assertThat(open()).isEqualTo(13);
        assertThat(danae.post("/desk/entries/files/application", batch).statusCode())
                .as("twice")
                .isEqualTo(409);

        var again = looked("need", file);
        assertThat(again).containsPattern("υπάρχει ήδη στο βιβλίο</dt><dd[^>]*>3<");
        danae.post("/desk/entries/files/application", Map.of("batch", hidden(again, "batch")));
        assertThat(open()).as("what stands is not written twice").isEqualTo(13);

        assertThat(AtTheDesk.of(context)
                        .as(Role.CASEWORKER, Uuid7.next())
                        .post("/desk/entries/files/undo", batch)
                        .statusCode())
                .isEqualTo(404);
        assertThat(danae.post("/desk/entries/files/undo", batch).statusCode()).isEqualTo(302);
        assertThat(open()).isZero();
        assertThat(danae.post("/desk/entries/files/undo", batch).statusCode()).isEqualTo(409);
    }

    @Test
    void aLongFileIsWrittenWhileNobodyWaits() throws Exception {
        var file = new StringBuilder("Day;Kind of service;People\n");
        for (int i = 0; i < 1_001; i++) {
            file.append(LocalDate.of(2026, 2, 1).plusDays(i % 28)).append(";showers;1\n");
        }
        var page = looked("need", file.toString());
        var batch = hidden(page, "batch");

        assertThat(danae.post("/desk/entries/files/application", Map.of("batch", batch, "again", "yes"))
                        .statusCode())
                .isEqualTo(302);

        var after = written(batch);
        assertThat(after).contains("γράφτηκαν 1.001");
        assertThat(open()).isEqualTo(1_001);
        assertThat(danae.post("/desk/entries/files/undo", Map.of("batch", batch))
                        .statusCode())
                .isEqualTo(302);
        assertThat(open()).isZero();
    }

    private String written(String batch) throws InterruptedException {
        var address = "/desk/entries/files/one?batch=" + batch;
        var page = danae.get(address).body();
        for (int tries = 0; page.contains("data-osn-progress") && tries < 600; tries++) {
            Thread.sleep(50);
            page = danae.get(address).body();
        }
        return page;
    }

    @Test
    void aFileThatIsNoneIsToldSo() {
        for (var file : List.of("", "one line", "a;b;c\n1;2;3", "\u0000\u0001\u0002")) {
            assertThat(sent("need", file).statusCode()).as(file).isEqualTo(422);
        }
    }

    private String looked(String book, String file) {
        var sent = sent(book, file);
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
        return danae.get(sent.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]*", ""))
                .body();
    }

    private HttpResponse<String> sent(String book, String file) {
        var body = new StringBuilder();
        for (var field : Map.of("_csrf", danae.token(), "book", book).entrySet()) {
            body.append("--edge\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(field.getKey(), field.getValue()));
        }
        body.append("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + file + "\r\n--edge--\r\n");
        return danae.send(danae.asked("/desk/entries/files")
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    private static String hidden(String page, String name) {
        var found = Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private long open() {
        return Bookkeeper.team()
                .call(() -> figures.lines(Asked.asOf(LocalDate.now(clock)).of(shelter)))
                .getFirst()
                .open()
                .people();
    }

    private static Map<String, String> form(Map<String, String> other) {
        return with(
                Map.of(
                        "book", "need",
                        "day-day", "14",
                        "day-month", "2",
                        "day-year", "2026",
                        "type", "night-shelter",
                        "group", "women",
                        "people", "3",
                        "source", "asked"),
                other);
    }

    private static Map<String, String> with(Map<String, String> these, Map<String, String> others) {
        var all = new HashMap<>(these);
        all.putAll(others);
        return all;
    }

    private static String link(String page, String path) {
        var found = Pattern.compile("href=\"(" + path + "[^\"]*)\"").matcher(page);
        assertThat(found.find()).as("a link to %s", path).isTrue();
        return found.group(1).replace("&amp;", "&");
    }

    private static Map<String, String> keys(String address) {
        var keys = new HashMap<String, String>();
        for (var pair : address.substring(address.indexOf('?') + 1).split("&")) {
            keys.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return keys;
    }
}
