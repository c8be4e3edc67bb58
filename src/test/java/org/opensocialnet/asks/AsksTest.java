package org.opensocialnet.asks;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opensocialnet.access.AtTheDesk;
import org.opensocialnet.access.AtTheDesk.Visitor;
import org.opensocialnet.access.Role;
import org.opensocialnet.attachments.Samples;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.SecretToken;
import org.opensocialnet.messaging.LetterBook;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.util.HtmlUtils;

/** A neighbour asks for blankets without an account, and follows what becomes of it by her link. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class AsksTest {

    static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    @Autowired
    ApplicationContext context;

    @Autowired
    AskKeeping contacts;

    @Autowired
    FolderKeeping folders;

    @Autowired
    LetterBook letters;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    Clock clock;

    Visitor neighbour;
    Visitor maria;

    @BeforeEach
    void aNeighbourAndTheTeam() {
        neighbour = AtTheDesk.of(context).stranger();
        maria = AtTheDesk.of(context).as(Role.COORDINATOR, null);
        Sight.job("attempt")
                .run(() -> transactions.executeWithoutResult(
                        _ -> jdbc.sql("delete from access.attempt").update()));
    }

    @Test
    void aFormIsCheckedSentOnceAndFollowedByLink() {
        var check = neighbour.post("/ask", form(Map.of("then", "check")));
        assertThat(check.statusCode()).as(check.body()).isEqualTo(200);
        assertThat(check.body()).contains("Κουβέρτες", "10 τεμάχια", "Ελέγξτε το αίτημά σας");
        var sending = hidden(check.body());
        sending.put("then", "send");

        var link = location(neighbour.post("/ask", sending));
        assertThat(location(neighbour.post("/ask", sending)))
                .as("sent twice, made once")
                .isEqualTo(link);
        assertThat(link).matches("/asked/[\\w-]{22}\\?new=yes");
        var page = neighbour.get(link);
        assertThat(page.body()).contains("Το αίτημα στάλθηκε", "περιμένει έλεγχο", "πριν γίνει οτιδήποτε", "noindex");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(page.headers().firstValue("X-Robots-Tag")).contains("noindex, nofollow");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        var token = token(link);
        assertThat(seen(() -> jdbc.sql("select count(*) from asks.link where encode(hash, 'escape') like :token")
                        .param("token", "%" + token + "%")
                        .query(Integer.class)
                        .single()))
                .isZero();
    }

    @Test
    void whatIsWrongIsSaidBesideItsFieldAndNothingTypedIsLost() {
        var wrong = new HashMap<>(form(Map.of("then", "check", "people-1", "", "consent", "", "unit-1", "hour")));
        wrong.put("story", "Πείτε το στη γειτόνισσα, 6900000057");
        wrong.put("needed-1-day", "1");
        wrong.put("needed-1-month", "1");
        wrong.put("needed-1-year", "2020");
        var answer = neighbour.post("/ask", wrong);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("έστω περίπου", "χρειαζόμαστε τη συμφωνία", "Αυτό το είδος μετριέται σε", "από σήμερα")
                .contains("6900000057", "Κουβέρτες", "value=\"2020\"");
        var more = neighbour.post("/ask", form(Map.of("then", "more")));
        assertThat(more.statusCode()).isEqualTo(200);
        assertThat(more.body()).contains("name=\"what-2\"", "value=\"Κουβέρτες\"");
        assertThat(neighbour
                        .post("/ask", form(Map.of("then", "check", "kind-1", "transport")))
                        .body())
                .contains("name=\"to-1\"");
        assertThat(neighbour
                        .post("/ask", form(Map.of("lines", "999999", "then", "more")))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aProgramThatFillsWhatNobodySeesLeavesNothing() {
        var sending =
                hidden(neighbour.post("/ask", form(Map.of("then", "check"))).body());
        sending.put("then", "send");
        sending.put("trap", "http://example.org");
        assertThat(location(neighbour.post("/ask", sending))).isEqualTo("/");
        assertThat(neighbour.get("/asked/" + sending.get("key")).statusCode()).isEqualTo(404);
    }

    @Test
    void whoeverSendsWithoutEndWaitsAndLosesNothing() {
        HttpResponse<String> last = null;
        for (int i = 0; i < 16; i++) {
            var sending =
                    hidden(neighbour.post("/ask", form(Map.of("then", "check"))).body());
            sending.put("then", "send");
            last = neighbour.post("/ask", sending);
        }
        assertThat(requireNonNull(last).statusCode()).isEqualTo(429);
        assertThat(last.body()).contains("Κουβέρτες", "Δεν χάθηκε τίποτα");
    }

    @Test
    void theTeamSortsBeforeItAcceptsAsksBackAndIsAnswered() {
        var link = asked(Map.of());
        var request = request(link);
        var desk = "/desk/requests/" + request;
        var team = "/desk/asks/" + request;
        assertThat(maria.post(desk + "/acceptance", step(desk)).statusCode())
                .as("nobody said where it belongs")
                .isEqualTo(409);

        assertThat(maria.post(desk + "/return", with(step(desk), "question", "Για μονά ή διπλά;"))
                        .statusCode())
                .isEqualTo(302);
        var asked = neighbour.get(link).body();
        assertThat(asked).contains("Για μονά ή διπλά;", "Απαντήστε πιο κάτω");
        var answer = with(hidden(asked), "answer", "Μονά, για τέσσερα παιδιά.");
        assertThat(neighbour
                        .post(link + "/answer", with(hidden(asked), "answer", " "))
                        .statusCode())
                .isEqualTo(422);
        assertThat(neighbour.post(link + "/answer", answer).statusCode()).isEqualTo(302);
        assertThat(neighbour.post(link + "/answer", answer).statusCode())
                .as("twice does nothing")
                .isEqualTo(302);
        assertThat(neighbour.get(link).body()).contains("περιμένει έλεγχο", "Μονά, για τέσσερα παιδιά.");
        assertThat(maria.get(desk).body()).contains("Μονά, για τέσσερα παιδιά.");

        var sheet = maria.get(team).body();
        assertThat(sheet).contains("Κανείς δεν το έχει ελέγξει");
        assertThat(maria.post(team, hidden(sheet)).statusCode())
                .as("without a service")
                .isEqualTo(422);
        var sorted = with(with(hidden(sheet), "type-1", "night-shelter"), "group-1", "women");
        assertThat(maria.post(team, sorted).statusCode()).isEqualTo(302);
        assertThat(maria.post(desk + "/acceptance", step(desk)).statusCode()).isEqualTo(302);
        assertThat(neighbour.get(link).body()).contains("εγκρίθηκε");
    }

    @Test
    void aRefusalIsReadWithItsReasonAndAppealedOnceAndARequestWithdrawn() {
        var link = asked(Map.of());
        var desk = "/desk/requests/" + request(link);
        var no = with(with(step(desk), "ground", "no-means"), "words", "Τελείωσαν για φέτος.");
        assertThat(maria.post(desk + "/refusal", no).statusCode()).isEqualTo(302);
        var page = neighbour.get(link).body();
        assertThat(page).contains("Τελείωσαν για φέτος.", "δεν εγκρίθηκε");
        assertThat(neighbour
                        .post(link + "/appeal", with(hidden(page), "appeal", "Έρχεται χιόνι."))
                        .statusCode())
                .isEqualTo(302);
        var again = neighbour.get(link).body();
        assertThat(again).contains("εξετάζεται ξανά").doesNotContain("Δεν συμφωνώ με την απάντηση");
        assertThat(neighbour
                        .post(link + "/withdrawal", with(hidden(again), "why", "Βρέθηκαν."))
                        .statusCode())
                .isEqualTo(302);
        assertThat(neighbour.get(link).body()).contains("το ανακαλέσατε");
    }

    @Test
    void howSheIsReachedIsSealedReadInTheTrailAndErasedAfterwards() {
        var email = "niki-" + UUID.randomUUID() + "@example.org";
        var link = asked(Map.of("email", email, "phone", "6900000057"));
        var request = request(link);
        assertThat(letter(email)).contains("/asked/");
        assertThat(neighbour.get(link).body()).doesNotContain(email, "6900000057");
        var team = "/desk/asks/" + request;
        assertThat(maria.get(team).body()).contains("Άφησε e-mail και τηλέφωνο").doesNotContain(email);
        assertThat(maria.get(team + "/contact").body()).contains(email, "6900000057");
        assertThat(seen(() -> jdbc.sql(
                                "select count(*) from audit.act where what = 'asks.contact.read' and subject = :id")
                        .param("id", request)
                        .query(Integer.class)
                        .single()))
                .isEqualTo(1);
        var stored = seen(() -> jdbc.sql("select email from asks.ask where request = :id")
                .param("id", request)
                .query((row, _) -> row.getBytes(1))
                .single());
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("niki");

        var renewed = maria.post(team + "/link", Map.of());
        assertThat(renewed.statusCode()).as("by mail").isEqualTo(302);
        assertThat(neighbour.get(link).statusCode()).as("the lost one is over").isEqualTo(410);
        var fresh = Pattern.compile("/asked/[\\w-]{22}").matcher(letter(email));
        assertThat(fresh.find()).isTrue();
        var page = neighbour.get(fresh.group()).body();
        neighbour.post(fresh.group() + "/withdrawal", with(hidden(page), "why", "Βρέθηκαν."));
        Sight.job("retention").run(() -> contacts.forget(clock.instant().plus(Duration.ofSeconds(5))));
        assertThat(neighbour.get(fresh.group()).statusCode()).isEqualTo(404);
        assertThat(seen(() -> jdbc.sql("select count(*) from asks.ask where request = :id")
                        .param("id", request)
                        .query(Integer.class)
                        .single()))
                .isZero();
    }

    @Test
    void aLinkLivesWithItsRequestAndOpensNothingElse() {
        var link = asked(Map.of());
        var request = request(link);
        seen(() -> jdbc.sql("update asks.link set expires_at = :soon where request = :id")
                .param("soon", clock.instant().plusSeconds(60).atOffset(ZoneOffset.UTC))
                .param("id", request)
                .update());
        neighbour.get(link);
        assertThat(seen(() -> jdbc.sql("select expires_at > :later from asks.link where request = :id")
                        .param(
                                "later",
                                clock.instant().plus(Duration.ofDays(60)).atOffset(ZoneOffset.UTC))
                        .param("id", request)
                        .query(Boolean.class)
                        .single()))
                .isTrue();
        seen(() -> jdbc.sql("update asks.link set expires_at = :past where request = :id")
                .param("past", clock.instant().minusSeconds(60).atOffset(ZoneOffset.UTC))
                .param("id", request)
                .update());
        assertThat(neighbour.get(link).statusCode()).isEqualTo(410);
        assertThat(neighbour.get("/asked/" + "a".repeat(22)).statusCode()).isEqualTo(404);
        assertThat(neighbour.get("/asked/nonsense").statusCode()).isEqualTo(404);
    }

    @Test
    void filesAreHersAndTheTeamsAndGoAfterTheRequest() {
        var link = asked(Map.of());
        var request = request(link);
        assertThat(upload(neighbour, link + "/papers", "foto.jpg", Samples.photograph())
                        .statusCode())
                .isEqualTo(302);
        var page = neighbour.get(link + "/papers").body();
        assertThat(page).contains("foto.jpg", "Τα αρχεία δεν ελέγχονται για ιούς");
        var file = found(page, "href=\"(" + link + "/papers/[0-9a-f-]{36})\"");
        var read = neighbour.get(file);
        assertThat(read.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
        assertThat(read.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(read.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(read.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(read.body()).doesNotContain(Samples.PLACE);
        assertThat(upload(neighbour, link + "/papers", "run.pdf", Samples.text("MZ\u0000"))
                        .statusCode())
                .isEqualTo(422);

        var another = asked(Map.of());
        assertThat(neighbour
                        .get(another + "/papers" + file.substring(file.lastIndexOf('/')))
                        .statusCode())
                .as("by another's link")
                .isEqualTo(404);
        var atTheDesk = maria.get("/desk/requests/" + request + "/papers").body();
        assertThat(maria.get(found(atTheDesk, "href=\"(/desk/attachments/[0-9a-f-]{36})\""))
                        .statusCode())
                .isEqualTo(200);
        var shelter = AtTheDesk.of(context).as(Role.CASEWORKER, UUID.randomUUID());
        assertThat(shelter.get("/desk/requests/" + request + "/papers").statusCode())
                .isEqualTo(404);

        neighbour.post(link + "/withdrawal", with(hidden(neighbour.get(link).body()), "why", "Βρέθηκαν."));
        assertThat(upload(neighbour, link + "/papers", "late.txt", Samples.text("αργά"))
                        .statusCode())
                .isEqualTo(404);
        Sight.job("retention").run(() -> folders.forget(clock.instant().plus(Duration.ofSeconds(5))));
        assertThat(seen(() -> jdbc.sql("select count(*) from attachments.file where reference = :id")
                        .param("id", request)
                        .query(Integer.class)
                        .single()))
                .isZero();
    }

    private String asked(Map<String, String> more) {
        var check = neighbour.post("/ask", form(with(new HashMap<>(more), "then", "check")));
        assertThat(check.statusCode()).as(check.body()).isEqualTo(200);
        var sending = hidden(check.body());
        sending.put("then", "send");
        return location(neighbour.post("/ask", sending)).replace("?new=yes", "");
    }

    private Map<String, String> form(Map<String, String> more) {
        var fields = new HashMap<>(Map.of(
                "lines",
                "1",
                "kind-1",
                "goods",
                "what-1",
                "Κουβέρτες",
                "quantity-1",
                "10",
                "unit-1",
                "item",
                "people-1",
                "4",
                "zone",
                zone(),
                "consent",
                "yes",
                "story",
                "Κρύο στο σπίτι."));
        var day = LocalDate.now(clock).plusDays(20);
        fields.put("needed-1-day", String.valueOf(day.getDayOfMonth()));
        fields.put("needed-1-month", String.valueOf(day.getMonthValue()));
        fields.put("needed-1-year", String.valueOf(day.getYear()));
        fields.putAll(more);
        return fields;
    }

    private String zone() {
        return found(neighbour.get("/ask").body(), "(?s)name=\"zone\".*?<option value=\"([^\"]+)\"");
    }

    private Map<String, String> step(String page) {
        return hidden(maria.get(page).body());
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        fields.put(name, value);
        return fields;
    }

    private static Map<String, String> hidden(String page) {
        var fields = new HashMap<String, String>();
        HIDDEN.matcher(page)
                .results()
                .filter(field -> !field.group(1).equals("_csrf"))
                .forEach(field -> fields.put(field.group(1), HtmlUtils.htmlUnescape(field.group(2))));
        return fields;
    }

    private static String found(String page, String pattern) {
        var found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).as("%s in %s", pattern, page).isTrue();
        return found.group(1);
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }

    private static String token(String link) {
        return link.replaceFirst("/asked/", "").replaceFirst("\\?.*", "");
    }

    private UUID request(String link) {
        var hash = SecretToken.read(token(link)).orElseThrow().fingerprint();
        return seen(() -> jdbc.sql("select request from asks.link where hash = :hash")
                .param("hash", hash)
                .query(UUID.class)
                .single());
    }

    private String letter(String address) {
        return seen(() -> letters.lines(null, null, null, 2_000).stream()
                .filter(line -> address.equals(line.address()))
                .map(line -> letters.shown(line.id()).orElseThrow().body())
                .findFirst()
                .orElseThrow());
    }

    private static HttpResponse<String> upload(Visitor who, String path, String name, byte[] content) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(Samples.text("--osn\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + who.token()
                + "\r\n--osn\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: text/html\r\n\r\n"));
        body.writeBytes(content);
        body.writeBytes(Samples.text("\r\n--osn--\r\n"));
        return who.send(who.asked(path)
                .header("Content-Type", "multipart/form-data; boundary=osn")
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private <T> T seen(Supplier<T> work) {
        return Sight.job("test").call(() -> requireNonNull(transactions.execute(_ -> work.get())));
    }
}
