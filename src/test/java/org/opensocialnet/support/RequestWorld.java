package org.opensocialnet.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.opensocialnet.access.AtTheDesk;
import org.opensocialnet.access.AtTheDesk.Visitor;
import org.opensocialnet.access.Role;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.ledger.Asked;
import org.opensocialnet.ledger.Bookkeeper;
import org.opensocialnet.ledger.LedgerFigures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A night shelter that asks, and the coordination team that decides, over real HTTP. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class RequestWorld {

    static final String BAG = "Υπνόσακος";

    @Autowired
    ApplicationContext context;

    @Autowired
    LedgerFigures figures;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    Clock clock;

    UUID shelter;
    Visitor danae;
    Visitor maria;

    @BeforeEach
    void aShelterAndTheTeam() {
        shelter = Uuid7.next();
        danae = AtTheDesk.of(context).as(Role.CASEWORKER, shelter);
        maria = AtTheDesk.of(context).as(Role.COORDINATOR, null);
    }

    String begun(String title) {
        var form = danae.get("/desk/requests/new").body();
        var fields = with(step(form, Map.of()), Map.of("title", title, "story", "Η θερμοκρασία πέφτει."));
        var answer = danae.post("/desk/requests/new", fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        assertThat(danae.post("/desk/requests/new", fields).headers().firstValue("Location"))
                .as("sent twice, begun once")
                .isEqualTo(answer.headers().firstValue("Location"));
        return answer.headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst("^https?://[^/]*", "")
                .replaceFirst("/lines.*", "");
    }

    String sent(String title) {
        var page = begun(title);
        added(page, bags("30"));
        assertThat(submit(danae, page).statusCode()).isEqualTo(302);
        return page;
    }

    Map<String, String> lineForm(String page) {
        var form = danae.get(page + "/lines/new?kind=goods").body();
        return with(step(form, Map.of()), Map.of("kind", "goods", "line", hidden(form, "line")));
    }

    void added(String page, Map<String, String> line) {
        var answer = danae.post(page + "/lines/new", with(lineForm(page), line));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    }

    HttpResponse<String> submit(Visitor who, String page) {
        return who.post(page + "/submission", step(who.get(page).body(), Map.of()));
    }

    void decide(String page, String what, Map<String, String> said) {
        decide(maria, page, what, said);
    }

    static void decide(Visitor who, String page, String what, Map<String, String> said) {
        assertThat(who.post(page + "/" + what, step(who.get(page).body(), said)).statusCode())
                .as(what)
                .isEqualTo(302);
    }

    Map<String, String> bags(String quantity) {
        return Map.of(
                "item", item(),
                "quantity", quantity,
                "unit", "item",
                "people", "25",
                "type", "night-shelter",
                "group", "women",
                "needed", LocalDate.now(clock).plusDays(20).toString());
    }

    String item() {
        return jdbc.sql("select id from goods.item where name = :name")
                .param("name", BAG)
                .query(UUID.class)
                .single()
                .toString();
    }

    long need() {
        return of(Asked.asOf(LocalDate.now(clock)).of(shelter));
    }

    long of(Asked asked) {
        return Bookkeeper.team().call(() -> figures.lines(asked)).stream()
                .mapToLong(line -> line.open().people())
                .sum();
    }

    /** Fields of a step as the page gives them. */
    static Map<String, String> step(String page, Map<String, String> more) {
        return with(Map.of("once", hidden(page, "once"), "version", maybe(page, "version")), more);
    }

    static String hidden(String page, String name) {
        var found = Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
        assertThat(found.find()).as("hidden field %s", name).isTrue();
        return found.group(1);
    }

    static String maybe(String page, String name) {
        var found = Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
        return found.find() ? found.group(1) : "0";
    }

    static Map<String, String> with(Map<String, String> these, Map<String, String> others) {
        var all = new HashMap<>(these);
        all.putAll(others);
        return all;
    }

    static String link(String page, String path) {
        var found = Pattern.compile("href=\"(" + path + "[^\"]*)\"").matcher(page);
        assertThat(found.find()).as("a link to %s", path).isTrue();
        return found.group(1).replace("&amp;", "&");
    }
}
