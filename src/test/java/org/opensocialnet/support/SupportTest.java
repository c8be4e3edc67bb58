package org.opensocialnet.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opensocialnet.access.AtTheDesk;
import org.opensocialnet.access.AtTheDesk.Visitor;
import org.opensocialnet.access.Role;
import org.opensocialnet.database.Sight;
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

/** A night shelter asks for sleeping bags, the coordination team decides. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class SupportTest {

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

    @Test
    void aRequestIsWrittenSentAskedBackAnsweredAcceptedAndOpened() {
        var page = begun("Υπνόσακοι για τον χειμώνα");
        assertThat(maria.get(page).statusCode()).as("a draft is nobody else's").isEqualTo(404);
        assertThat(submit(danae, page).statusCode()).as("without lines").isEqualTo(409);

        added(page, bags("30"));
        assertThat(danae.get(page).body()).contains(BAG, "30 τεμάχια", "25 άνθρωποι: Γυναίκες", "πρόχειρο");
        assertThat(need()).as("a draft is no need yet").isZero();
        assertThat(submit(danae, page).statusCode()).isEqualTo(302);
        assertThat(need()).isEqualTo(25);

        assertThat(maria.get("/desk/requests?shown=waiting").body()).contains("Υπνόσακοι για τον χειμώνα");
        var seen = maria.get(page).body();
        assertThat(seen).contains("περιμένει απόφαση", "Πρώτο αίτημα του φορέα", "όριο 100", "Περίπου");
        assertThat(maria.post(page + "/return", step(seen, Map.of())).statusCode())
                .as("without a question")
                .isEqualTo(422);
        assertThat(maria.post(page + "/return", step(seen, Map.of("question", "Για πόσες νύχτες;")))
                        .statusCode())
                .isEqualTo(302);
        assertThat(danae.get(page).body()).contains("Για πόσες νύχτες;");
        assertThat(danae.get("/desk").body()).contains("Σας ρωτούν κάτι");

        var line = link(danae.get(page).body(), page + "/lines/one");
        var form = danae.get(line).body();
        assertThat(danae.post(page + "/lines/one", with(step(form, bags("20")), Map.of("line", hidden(form, "line"))))
                        .statusCode())
                .isEqualTo(302);
        assertThat(submit(danae, page).statusCode()).isEqualTo(302);
        assertThat(need()).as("asked anew, not twice").isEqualTo(25);

        decide(page, "acceptance", Map.of());
        decide(page, "call", Map.of());
        assertThat(danae.get(page).body())
                .contains("ζητά κάλυψη", "Κανείς δεν έχει προσφέρει", "ομάδα συντονισμού", "Άλλαξε γραμμή");
    }

    @Test
    void aDraftThatIsWithdrawnWasNeverTheTeams() {
        var page = begun("Κουβέρτες");
        assertThat(danae.post(page + "/withdrawal", step(danae.get(page).body(), Map.of("why", "Βρέθηκαν αλλού.")))
                        .statusCode())
                .isEqualTo(302);
        assertThat(danae.get(page).body()).contains("ανακλήθηκε");
        assertThat(maria.get(page).statusCode()).isEqualTo(404);
        var sent = sent("Σεντόνια");
        danae.post(sent + "/withdrawal", step(danae.get(sent).body(), Map.of("why", "Βρέθηκαν αλλού.")));
        assertThat(maria.get(sent).body()).contains("ανακλήθηκε");
    }

    @Test
    void aRefusalSaysWhyAndIsAppealedOnce() {
        var page = sent("Στρώματα");
        assertThat(maria.post(page + "/refusal", step(maria.get(page).body(), Map.of("ground", "no-means")))
                        .statusCode())
                .as("in words too")
                .isEqualTo(422);
        decide(page, "refusal", Map.of("ground", "no-means", "words", "Ρωτήστε ξανά τον Ιανουάριο."));
        assertThat(danae.get(page).body()).contains("δεν υπάρχουν μέσα", "Ρωτήστε ξανά τον Ιανουάριο.");
        assertThat(need()).as("who is refused still needs it").isEqualTo(25);
        assertThat(danae.post(
                                page + "/appeal",
                                step(danae.get(page).body(), Map.of("appeal", "Κοιμούνται στο πάτωμα.")))
                        .statusCode())
                .isEqualTo(302);
        decide(page, "refusal", Map.of("ground", "no-means", "words", "Δεν υπάρχουν."));
        assertThat(danae.get(page).body()).contains("η απάντηση είναι τελική").doesNotContain(page + "/appeal");
    }

    @Test
    void fiveThousandTypedForFiveHundredIsAskedAboutOnceMore() {
        var page = begun("Υπνόσακοι");
        var form = lineForm(page);
        var asked = danae.post(page + "/lines/new", with(form, bags("5000")));
        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body()).contains("Γράψατε 5.000 τεμάχια", "ως 100 τεμάχια", "value=\"5000\"");
        assertThat(danae.post(page + "/lines/new", with(with(form, bags("5000")), Map.of("sure", "yes")))
                        .statusCode())
                .isEqualTo(302);
        submit(danae, page);
        assertThat(maria.get(page).body()).contains("Ασυνήθιστες ποσότητες", "Ξεπερνά το όριο 100");
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndNothingTypedIsLost() {
        var page = begun("Υπνόσακοι");
        for (var wrong : List.of(
                Map.of("quantity", "-3"),
                Map.of("quantity", "0"),
                Map.of("quantity", "99999999999"),
                Map.of("quantity", "3,5"),
                Map.of("people", "0"),
                Map.of("type", ""),
                Map.of("type", "<script>"),
                Map.of("needed", "2020-01-01"),
                Map.of("needed", "31/2/2027"),
                Map.of("item", UUID.randomUUID().toString()))) {
            var answer = danae.post(page + "/lines/new", with(with(lineForm(page), bags("30")), wrong));
            assertThat(answer.statusCode()).as("%s", wrong).isEqualTo(422);
            assertThat(answer.body()).contains("govuk-error-summary");
        }
        assertThat(danae.get(page).body()).contains("Καμία γραμμή ακόμη");
    }

    @Test
    void aFormSentTwiceDoesNothingTheSecondTimeAndWhoComesLateIsTold() {
        var page = sent("Υπνόσακοι");
        var seen = step(maria.get(page).body(), Map.of());
        assertThat(maria.post(page + "/acceptance", seen).statusCode()).isEqualTo(302);
        assertThat(maria.post(page + "/acceptance", seen).statusCode())
                .as("the same form")
                .isEqualTo(302);
        assertThat(maria.post(
                                page + "/acceptance",
                                with(seen, Map.of("once", Uuid7.next().toString())))
                        .statusCode())
                .as("another's, made before")
                .isEqualTo(409);
        assertThat(danae.get(page).body().split("Εγκρίθηκε</h3>", -1)).hasSize(2);
    }

    @Test
    void ofManyDecisionsAtOnceOneHolds() throws Exception {
        var page = sent("Υπνόσακοι");
        var seen = step(maria.get(page).body(), Map.of("words", "Όχι", "ground", "other"));
        try (var pool = Executors.newFixedThreadPool(8)) {
            var answers = pool.invokeAll(IntStream.range(0, 16)
                    .<Callable<Integer>>mapToObj(i -> () -> maria.post(
                                    page + (i % 2 == 0 ? "/acceptance" : "/refusal"),
                                    with(seen, Map.of("once", Uuid7.next().toString())))
                            .statusCode())
                    .toList());
            int done = 0;
            for (var answer : answers) {
                done += answer.get() == 302 ? 1 : 0;
            }
            assertThat(done).isEqualTo(1);
        }
    }

    @Test
    void onlyWhoIsConcernedSeesIt() {
        var page = sent("Υπνόσακοι");
        var other = AtTheDesk.of(context).as(Role.CASEWORKER, Uuid7.next());
        assertThat(other.get(page).statusCode()).isEqualTo(404);
        assertThat(other.get("/desk/requests").body()).contains("Κανένα αίτημα ακόμη");
        assertThat(danae.get("/desk/requests?q=%CF%85%CF%80%CE%BD%CE%BF%CF%83").body())
                .as("found by the beginning of a word without accents")
                .contains(page);
        assertThat(danae.get("/desk/requests?q=kleidia").body()).contains("Κανένα αίτημα δεν ταιριάζει");
        assertThat(danae.post(page + "/acceptance", step(danae.get(page).body(), Map.of()))
                        .statusCode())
                .as("nobody decides of the own")
                .isEqualTo(404);
        assertThat(maria.get(page + "/about").statusCode())
                .as("the team does not write for others")
                .isEqualTo(409);
        assertThat(AtTheDesk.of(context)
                        .as(Role.RESEARCHER, null)
                        .get("/desk/requests")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void theTeamAsksForACellOfCoverageWithoutWritingItsNeedsAgain() {
        var form = maria.get("/desk/requests/new?type=night-shelter&group=women&zone=")
                .body();
        assertThat(form).contains("Απαντά στο έλλειμμα: Υπνωτήριο · Γυναίκες");
        var begun = maria.post(
                "/desk/requests/new",
                with(
                        step(form, Map.of()),
                        Map.of("title", "Κρεβάτια για γυναίκες", "type", "night-shelter", "group", "women")));
        var first = begun.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]*", "");
        assertThat(first).contains("/lines/new?type=night-shelter&group=women");
        var page = first.substring(0, first.indexOf("/lines"));
        var line = with(
                Map.of(
                        "kind",
                        "places",
                        "what",
                        "Κρεβάτια",
                        "quantity",
                        "12",
                        "unit",
                        "night",
                        "people",
                        "12",
                        "type",
                        "night-shelter",
                        "group",
                        "women"),
                step(maria.get(page + "/lines/new?kind=places").body(), Map.of()));
        assertThat(maria.post(page + "/lines/new", line).statusCode()).isEqualTo(302);
        var before = of(Asked.asOf(LocalDate.now(clock)));
        submit(maria, page);
        decide(page, "acceptance", Map.of());
        assertThat(of(Asked.asOf(LocalDate.now(clock)))).isEqualTo(before);
        assertThat(maria.get(page).body()).contains("Απαντά στο έλλειμμα");
    }

    @Test
    void whatHappenedIsNeverChanged() {
        sent("Υπνόσακοι");
        assertThat(catchThrowable(() -> new Sight(null, shelter, "caseworker", Sight.Reach.ORGANIZATION, "desk", "here")
                        .run(() -> transactions.executeWithoutResult(_ ->
                                jdbc.sql("update support.step set words = 'x'").update()))))
                .hasMessageContaining("never changed");
    }

    // what Danae and Maria do

    private String begun(String title) {
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

    private String sent(String title) {
        var page = begun(title);
        added(page, bags("30"));
        assertThat(submit(danae, page).statusCode()).isEqualTo(302);
        return page;
    }

    private Map<String, String> lineForm(String page) {
        var form = danae.get(page + "/lines/new?kind=goods").body();
        return with(step(form, Map.of()), Map.of("kind", "goods", "line", hidden(form, "line")));
    }

    private void added(String page, Map<String, String> line) {
        var answer = danae.post(page + "/lines/new", with(lineForm(page), line));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    }

    private HttpResponse<String> submit(Visitor who, String page) {
        return who.post(page + "/submission", step(who.get(page).body(), Map.of()));
    }

    private void decide(String page, String what, Map<String, String> said) {
        assertThat(maria.post(page + "/" + what, step(maria.get(page).body(), said))
                        .statusCode())
                .as(what)
                .isEqualTo(302);
    }

    private Map<String, String> bags(String quantity) {
        return Map.of(
                "item", item(),
                "quantity", quantity,
                "unit", "item",
                "people", "25",
                "type", "night-shelter",
                "group", "women",
                "needed", LocalDate.now(clock).plusDays(20).toString());
    }

    private String item() {
        return jdbc.sql("select id from goods.item where name = :name")
                .param("name", BAG)
                .query(UUID.class)
                .single()
                .toString();
    }

    private long need() {
        return of(Asked.asOf(LocalDate.now(clock)).of(shelter));
    }

    private long of(Asked asked) {
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

    private static String maybe(String page, String name) {
        var found = Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
        return found.find() ? found.group(1) : "0";
    }

    static Map<String, String> with(Map<String, String> these, Map<String, String> others) {
        var all = new HashMap<>(these);
        all.putAll(others);
        return all;
    }

    private static String link(String page, String path) {
        var found = Pattern.compile("href=\"(" + path + "[^\"]*)\"").matcher(page);
        assertThat(found.find()).as("a link to %s", path).isTrue();
        return found.group(1).replace("&amp;", "&");
    }
}
