package org.opensocialnet.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opensocialnet.access.AtTheDesk;
import org.opensocialnet.access.AtTheDesk.Visitor;
import org.opensocialnet.access.Role;
import org.opensocialnet.budget.BudgetDesk;
import org.opensocialnet.budget.EarmarkId;
import org.opensocialnet.budget.EnvelopeId;
import org.opensocialnet.budget.Movement;
import org.opensocialnet.budget.Terms.Ceiling;
import org.opensocialnet.budget.Treasurer;
import org.opensocialnet.database.Sight;
import org.opensocialnet.database.Sight.Reach;
import org.opensocialnet.funding.FundingActs.Wish;
import org.opensocialnet.kernel.Money;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.support.Calls;
import org.opensocialnet.support.RequestMoved;
import org.opensocialnet.support.State;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Forty blankets are called for; nobody has any; an envelope pays. What the money does and what is covered stay equal. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class FundingTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    FundingActs acts;

    @Autowired
    Calls calls;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    Clock clock;

    Visitor eleni;
    Treasurer treasurer;
    EnvelopeId envelope;
    UUID shelter;
    UUID line;
    LocalDate today;

    @BeforeEach
    void fortyBlanketsAreCalledFor() {
        eleni = AtTheDesk.of(context).as(Role.COORDINATOR, null);
        treasurer = Treasurer.of(context);
        today = LocalDate.now(clock);
        envelope = treasurer.opens(Treasurer.terms(today), "5000");
        shelter = Uuid7.next();
        line = CalledFor.so(jdbc, transactions, shelter, "goods", 40);
    }

    @Test
    void whatIsSetAsideCoversOnceAndTheRestIsPaidThroughAnOrder() {
        var form = form(Map.of("quantity", "30", "amount", "240"));
        var page = eleni.get(newPage()).body();
        assertThat(page).contains("ακάλυπτα", "Σίτιση και είδη πρώτης ανάγκης");
        assertThat(eleni.post(address() + "/new", form).statusCode()).isEqualTo(302);
        assertThat(eleni.post(address() + "/new", form).statusCode())
                .as("sent twice")
                .isEqualTo(302);
        assertThat(open()).isEqualByComparingTo("10");
        assertThat(treasurer.balances(envelope).reserved()).isEqualTo(Money.euros("240"));

        var shown = eleni.get(address()).body();
        var toOrder = found(shown, "href=\"(/desk/budget/envelopes/[^\"]*/orders/new\\?earmark=[^\"]*)\"");
        assertThat(eleni.get(toOrder).body()).contains("240 €");
        var earmark = toOrder.replaceFirst(".*earmark=", "");
        var order = ordered(earmark, "30", "7,50");
        assertThat(treasurer.balances(envelope).committed()).isEqualTo(Money.euros("225"));
        eleni.post(order + "/receipt", step(Map.of("received-0", "25"), "received"));
        eleni.post(order + "/invoice", step(Map.of("invoice", "Τ-" + order, "billed-0", "25"), "dated"));
        var pays = found(eleni.get(order).body(), "name=\"pays\" value=\"([^\"]+)\"");
        assertThat(eleni.post(order + "/payment", step(Map.of("pays", pays), "paid"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(eleni.get(address()).body()).contains("Πληρώθηκε ένα μέρος");
        assertThat(open()).as("still covered").isEqualByComparingTo("10");
        assertThat(eleni.post(order + "/closing", step(Map.of(), "paid")).statusCode())
                .isEqualTo(302);
        assertThat(open()).as("the five that did not come are open again").isEqualByComparingTo("15");
        assertThat(treasurer.balances(envelope).spent()).isEqualTo(Money.euros("187.50"));
        assertThat(treasurer.balances(envelope).available()).isEqualTo(Money.euros("4812.50"));
    }

    @Test
    void anOrderThatWasCheaperLeavesTheLineCovered() {
        var earmark = reserved("40", "400");
        var order = ordered(earmark.value().toString(), "40", "7");
        eleni.post(order + "/receipt", step(Map.of("received-0", "40"), "received"));
        eleni.post(order + "/closing", step(Map.of(), "paid"));
        assertThat(open()).isEqualByComparingTo("0");
    }

    @Test
    void whatASecondPersonRefusesUncovers() {
        Treasurer.of(context)
                .in(() -> context.getBean(BudgetDesk.class)
                        .move(
                                Movement.ALLOCATED,
                                envelope,
                                null,
                                Money.euros("4000"),
                                today,
                                "χειμώνας",
                                Treasurer.key()));
        var earmark = reserved("40", "8000");
        var order = ordered(earmark.value().toString(), "40", "200");
        assertThat(eleni.get(address()).body()).contains("Περιμένει δεύτερο πρόσωπο");
        assertThat(open()).isEqualByComparingTo("0");
        var nikos = AtTheDesk.of(context).as(Role.COORDINATOR, null);
        var act = Pattern.compile("id=\"act-([0-9a-f-]{36})\">[^<]*8\\.000 €")
                .matcher(nikos.get("/desk/budget/approvals").body())
                .results()
                .map(found -> found.group(1))
                .toList()
                .getLast();
        assertThat(nikos.post("/desk/budget/approvals/" + act, Map.of("answer", "no"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(open()).isEqualByComparingTo("40");
        assertThat(treasurer.balances(envelope).available()).isEqualTo(Money.euros("9000"));
        assertThat(eleni.get(order).body()).contains("Έκλεισε");
    }

    @Test
    void whatIsNotNeededGoesBackOnceAndARequestThatIsOverLetsGo() throws Exception {
        var earmark = reserved("40", "320");
        var release = "/desk/funding/parts/" + earmark.value() + "/release";
        assertThat(atOnce(() -> eleni.post(release, Map.of()).statusCode())).containsExactly(302);
        assertThat(open()).isEqualByComparingTo("40");
        assertThat(treasurer.balances(envelope).available()).isEqualTo(Money.euros("5000"));

        reserved("10", "80");
        new Sight(Uuid7.next(), shelter, "organization-admin", Reach.ORGANIZATION, "desk", "here")
                .call(() -> transactions.execute(_ -> over()));
        assertThat(treasurer.balances(envelope).available()).isEqualTo(Money.euros("5000"));
    }

    private boolean over() {
        context.publishEvent(new RequestMoved(line, "withdraw", new State.PartlyCovered(), new State.Withdrawn("x")));
        return true;
    }

    @Test
    void eurosThatWereAskedForThemselvesAreGrantedAndPaid() {
        line = CalledFor.so(jdbc, transactions, shelter, "money", 300);
        assertThat(eleni.post(address() + "/new", form(Map.of("quantity", "", "amount", "120,50")))
                        .statusCode())
                .isEqualTo(302);
        assertThat(open()).isEqualByComparingTo("179.50");
        var part = found(eleni.get(address()).body(), "href=\"(/desk/funding/parts/[^\"]+)\"");
        assertThat(eleni.post(part + "/payment", step(Map.of(), "paid")).body()).contains("δεν έχει εγκριθεί ακόμη");
        assertThat(eleni.post(part + "/grant", Map.of()).statusCode()).isEqualTo(302);
        assertThat(eleni.post(part + "/grant", Map.of()).statusCode()).isEqualTo(302);
        assertThat(eleni.get(part).body()).contains("Ημέρα πληρωμής");
        assertThat(eleni.post(part + "/payment", step(Map.of(), "paid")).statusCode())
                .isEqualTo(302);
        assertThat(treasurer.balances(envelope).spent()).isEqualTo(Money.euros("120.50"));
        assertThat(open()).isEqualByComparingTo("179.50");
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndNothingIsHalfDone() {
        for (var wrong : List.of(
                Map.of("quantity", "41"),
                Map.of("quantity", "-1"),
                Map.of("quantity", ""),
                Map.of("quantity", "0,001"),
                Map.of("amount", "100 $"),
                Map.of("amount", "-5"),
                Map.of("amount", "3,005"),
                Map.of("amount", "99999999999"),
                Map.of("amount", "5001"),
                Map.of("amount", ""),
                Map.of("envelope", UUID.randomUUID().toString()),
                Map.of("key", "mine"))) {
            var answer = eleni.post(address() + "/new", form(wrong));
            assertThat(answer.statusCode()).as("%s", wrong).isEqualTo(422);
            assertThat(answer.body()).contains("govuk-error-summary");
        }
        assertThat(open()).isEqualByComparingTo("40");
        assertThat(treasurer.balances(envelope).available()).isEqualTo(Money.euros("5000"));
        assertThat(eleni.get("/desk/funding/" + Uuid7.next()).statusCode()).isEqualTo(404);
    }

    @Test
    void aCrashBetweenMoneyAndCoverLeavesNeither() {
        assertThatThrownBy(() -> treasurer.in(() -> transactions.execute(_ -> {
                    acts.reserve(wish("40", "320"));
                    throw new IllegalStateException("the power fails");
                })))
                .hasMessage("the power fails");
        assertThat(open()).isEqualByComparingTo("40");
        assertThat(treasurer.balances(envelope).reserved()).isEqualTo(Money.ZERO);
    }

    @Test
    void ofManyWhoPayTheSameLineAtOnceNobodyPaysWhatIsCovered() throws Exception {
        try (var many = Executors.newFixedThreadPool(8)) {
            var answers = many.invokeAll(Collections.<Callable<Integer>>nCopies(
                    8,
                    () -> eleni.post(address() + "/new", form(Map.of("quantity", "15", "amount", "100")))
                            .statusCode()));
            int granted = 0;
            for (var answer : answers) {
                granted += answer.get() == 302 ? 1 : 0;
            }
            assertThat(granted).as("of eight times 15 out of 40").isEqualTo(2);
        }
        assertThat(treasurer.balances(envelope).reserved()).isEqualTo(Money.euros("200"));
        assertThat(open()).isEqualByComparingTo("10");
    }

    @Test
    void theOneWhoAsksHasACeilingAndEnvelopesSayWhyTheyDoNotPay() {
        envelope = treasurer.opens(
                Treasurer.terms(today, new Ceiling(Ceiling.Kind.BENEFICIARY, "", Money.euros("300"))), "5000");
        reserved("20", "250");
        assertThat(eleni.post(address() + "/new", form(Map.of("quantity", "20", "amount", "51")))
                        .body())
                .contains("Το όριο για έναν ωφελούμενο είναι");
        var danae = AtTheDesk.of(context).as(Role.ORGANIZATION_ADMIN, shelter);
        assertThat(danae.get(newPage()).body()).contains("Κανένα κονδύλι δεν μπορεί να πληρώσει");
    }

    private EarmarkId reserved(String quantity, String amount) {
        return treasurer.in(() -> acts.reserve(wish(quantity, amount)));
    }

    private Wish wish(String quantity, String amount) {
        return new Wish(line, envelope, new BigDecimal(quantity), Money.euros(amount), Treasurer.key());
    }

    private BigDecimal open() {
        return treasurer.in(() -> calls.line(line)).orElseThrow().open();
    }

    private String ordered(String earmark, String quantity, String price) {
        var answer = eleni.post(
                "/desk/budget/envelopes/" + envelope.value() + "/orders/new",
                Map.of(
                        "key",
                        "desk." + Uuid7.next(),
                        "earmark",
                        earmark,
                        "number",
                        "Π-" + UUID.randomUUID(),
                        "supplier",
                        "Πλεκτά " + UUID.randomUUID(),
                        "another",
                        "yes",
                        "what-0",
                        "Κουβέρτες",
                        "quantity-0",
                        quantity,
                        "price-0",
                        price));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }

    private String address() {
        return "/desk/funding/" + line;
    }

    private String newPage() {
        return address() + "/new?line=" + line;
    }

    private Map<String, String> form(Map<String, String> other) {
        var all = new HashMap<>(Map.of(
                "key",
                "desk." + Uuid7.next(),
                "line",
                line.toString(),
                "envelope",
                envelope.value().toString(),
                "quantity",
                "40",
                "amount",
                "320"));
        all.putAll(other);
        return all;
    }

    private Map<String, String> step(Map<String, String> other, String day) {
        var all = new HashMap<>(Map.of(
                "key",
                "desk." + Uuid7.next(),
                day + "-day",
                "" + today.getDayOfMonth(),
                day + "-month",
                "" + today.getMonthValue(),
                day + "-year",
                "" + today.getYear()));
        all.putAll(other);
        return all;
    }

    private static <T> HashSet<T> atOnce(Callable<T> act) throws Exception {
        try (var many = Executors.newFixedThreadPool(4)) {
            var answers = new HashSet<T>();
            for (var answer : many.invokeAll(Collections.nCopies(4, act))) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    private static String found(String page, String pattern) {
        var found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1).replace("&amp;", "&");
    }
}
