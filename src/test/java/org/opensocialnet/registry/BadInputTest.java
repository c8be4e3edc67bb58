package org.opensocialnet.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opensocialnet.access.AtTheDesk;
import org.opensocialnet.access.AtTheDesk.Visitor;
import org.opensocialnet.access.Role;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.Uuid7;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What people are called, what hands slip into, and what networks do: nothing typed is lost, nobody is there twice. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class BadInputTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    UUID shelter;
    Visitor thaleia;

    @BeforeEach
    void aShelter() {
        shelter = Uuid7.next();
        thaleia = AtTheDesk.of(context).as(Role.CASEWORKER, shelter);
    }

    @Test
    void namesOfAnyScriptAndSignAreKeptAsTheyAreFoundAndHarmNothing() {
        for (var name : List.of(
                "محمد الأحمد",
                "Müller-Γεωργίου Ωραία",
                "Олена Шевченко",
                "Ρόζα 🌹👩‍👩‍👧",
                "O'Brien'); drop table people.person; --",
                "<script>alert(1)</script>Σκριπτίδη")) {
            var path = saved(form("given-name", "Ζζ", "family-name", name));
            var page = thaleia.get(path).body();
            assertThat(page).as(name).contains(escaped(name)).doesNotContain("<script>alert");
            var word = name.replaceAll("[<>']", " ").strip().split("[ ;)]+")[0];
            if (word.matches("\\p{L}{4,}")) {
                assertThat(find(word)).as(word).contains(path);
            }
        }
        assertThat(count()).isEqualTo(6);
    }

    /** Signs that turn the direction of writing around could make one name look like another. */
    @Test
    void signsThatTurnWritingAroundAreLeftAway() {
        var page = thaleia.get(saved(form("given-name", "Ισ\u202Eδωρος", "family-name", "Φανερός")))
                .body();

        assertThat(page).contains("Ισδωρος Φανερός").doesNotContain("\u202E");
    }

    @Test
    void aNameOfThreeHundredLettersIsToldAndNotCut() {
        var name = "Μακρύς".repeat(50);

        var answer = thaleia.post("/desk/people/new/save", form("given-name", name, "place", "κάτω από τη γέφυρα"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(name, "κάτω από τη γέφυρα", "120");
        assertThat(count()).isZero();
    }

    @Test
    void impossibleBirthsAreToldEachAndNothingIsSaved() {
        for (var born : List.of("31/2/1990", "1790", "1/1/2190", "99-10", "χθες", "2026-13-40", "0")) {
            var answer = thaleia.post("/desk/people/new/save", form("given-name", "Αδύνατη", "born", born));
            assertThat(answer.statusCode()).as(born).isEqualTo(422);
            assertThat(answer.body()).contains("value=\"" + born + "\"", "Δεν μπορεί να είναι γέννηση");
        }
        assertThat(count()).isZero();
    }

    @Test
    void aNetworkCutAfterTheFormWasSentLeavesOnePersonWhenItIsSentAgain() throws Exception {
        var form = form("given-name", "Κομμένη", "family-name", "Γραμμή");
        cutOff(thaleia.form("/desk/people/new/save", form).build(), form);
        for (int i = 0; i < 100 && count() == 0; i++) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertThat(count()).as("the server kept what it got").isEqualTo(1);

        var again = thaleia.post("/desk/people/new/save", form);

        assertThat(again.statusCode()).isEqualTo(302);
        assertThat(count()).isEqualTo(1);
        var path = again.headers().firstValue("Location").orElseThrow();
        assertThat(thaleia.get(path.replaceFirst("^https?://[^/]+", "")).body()).contains("Κομμένη Γραμμή");
    }

    /** Sends the request over a bare line that is cut before the answer comes. */
    private void cutOff(HttpRequest request, Map<String, String> form) throws IOException {
        var fields = new HashMap<>(form);
        fields.put("_csrf", thaleia.token());
        var body = fields.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        try (var line = new Socket("localhost", thaleia.port())) {
            line.setSoLinger(true, 0);
            var out = line.getOutputStream();
            out.write("""
                    POST /desk/people/new/save HTTP/1.1\r
                    Host: localhost:%d\r
                    Cookie: %s\r
                    Content-Type: application/x-www-form-urlencoded\r
                    Content-Length: %d\r
                    \r
                    %s""".formatted(
                            thaleia.port(),
                            request.headers().firstValue("Cookie").orElseThrow(),
                            body.length(),
                            body)
                    .getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }

    private static String escaped(String name) {
        return name.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static Map<String, String> form(String... fields) {
        var form = new HashMap<String, String>();
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        form.put("once", Uuid7.next().toString());
        form.put("quality", "given");
        return form;
    }

    private String saved(Map<String, String> form) {
        var answer = thaleia.post("/desk/people/new/save", form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        var path = Pattern.compile("/desk/people/[0-9a-f-]{36}")
                .matcher(answer.headers().firstValue("Location").orElseThrow());
        assertThat(path.find()).isTrue();
        return path.group();
    }

    private String find(String typed) {
        return thaleia.post("/desk/people", Map.of("q", typed)).body();
    }

    private int count() {
        return Sight.job("test")
                .call(() ->
                        transactions.execute(_ -> jdbc.sql("select count(*) from people.person where organization = ?")
                                .param(shelter)
                                .query(Integer.class)
                                .single()));
    }
}
