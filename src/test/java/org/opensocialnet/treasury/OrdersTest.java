package org.opensocialnet.treasury;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.opensocialnet.budget.EnvelopeId;
import org.opensocialnet.budget.Treasurer;
import org.opensocialnet.kernel.Money;
import org.opensocialnet.kernel.Uuid7;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;

/** Forty blankets are ordered; thirty-five come; forty are billed. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class OrdersTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Clock clock;

    Visitor eleni;
    Treasurer treasurer;
    EnvelopeId envelope;
    LocalDate today;

    @BeforeEach
    void anEnvelope() {
        eleni = AtTheDesk.of(context).as(Role.COORDINATOR, null);
        treasurer = Treasurer.of(context);
        today = LocalDate.now(clock);
        envelope = treasurer.opens(Treasurer.terms(today), "5000");
    }

    @Test
    void anOrderCommitsOnceAndWhatDiffersIsPaidWhenASecondAgrees() {
        var order = order(Map.of());
        var id = sent(order);
        assertThat(sent(order)).as("sent twice").isEqualTo(id);
        assertThat(treasurer.balances(envelope).committed()).isEqualTo(Money.euros("480"));

        var receipt = step(id, Map.of("received-0", "35"), "received");
        assertThat(eleni.post("/desk/budget/orders/receipt", receipt).statusCode())
                .isEqualTo(302);
        assertThat(eleni.post("/desk/budget/orders/receipt", receipt).statusCode())
                .isEqualTo(302);
        var bill = step(id, Map.of("invoice", "Τ-" + id, "billed-0", "40"), "dated");
        assertThat(eleni.post("/desk/budget/orders/invoice", bill).statusCode()).isEqualTo(302);
        assertThat(eleni.post("/desk/budget/orders/invoice", with(bill, Map.of("key", key())))
                        .body())
                .contains("έχει ήδη καταχωριστεί");
        var page = eleni.get("/desk/budget/orders/one?order=" + id).body();
        assertThat(page).contains("παραλήφθηκαν 35, χρεώνονται 40", "Κάτι δεν συμφωνεί");

        var pay = step(id, Map.of("pays", found(page, "name=\"pays\" value=\"([^\"]+)\"")), "paid");
        assertThat(eleni.post("/desk/budget/orders/payment", pay).body()).contains("Γράψτε γιατί πληρώνεται");
        var why = with(pay, Map.of("why", "Οι πέντε έρχονται αύριο"));
        assertThat(eleni.post("/desk/budget/orders/payment", why).statusCode()).isEqualTo(302);
        assertThat(treasurer.balances(envelope).spent()).as("it waits").isEqualTo(Money.ZERO);

        var nikos = AtTheDesk.of(context).as(Role.COORDINATOR, null);
        assertThat(nikos.get("/desk/budget/approvals").body())
                .as("the second person reads why")
                .contains("Οι πέντε έρχονται αύριο");
        assertThat(decide(nikos, "no")).isEqualTo(302);
        assertThat(eleni.post("/desk/budget/orders/payment", why).body())
                .as("the same form once more does not make it wait again")
                .contains("έχει ήδη αποφασίσει");
        assertThat(eleni.get("/desk/budget/orders/one?order=" + id).body())
                .as("what was not let pass can be paid again")
                .contains("name=\"pays\"");
        eleni.post("/desk/budget/orders/receipt", step(id, Map.of("received-0", "5"), "received"));
        var again = with(pay, Map.of("key", key()));
        assertThat(eleni.post("/desk/budget/orders/payment", again).statusCode())
                .isEqualTo(302);
        assertThat(treasurer.balances(envelope).spent())
                .as("what agrees is paid at once")
                .isEqualTo(Money.euros("480"));
        assertThat(eleni.post("/desk/budget/orders/payment", with(again, Map.of("key", key())))
                        .body())
                .contains("πληρώθηκε ήδη");
    }

    @Test
    void anOrderThatIsClosedGivesFreeWhatItDidNotNeed() {
        var id = sent(order(Map.of()));
        assertThat(eleni.get("/desk/budget/orders?envelope=" + envelope.value()).body())
                .contains("Κλωστές ΑΕ", "480 €");
        eleni.post("/desk/budget/orders/closing", step(id, Map.of(), "received"));
        assertThat(treasurer.balances(envelope).available()).isEqualTo(Money.euros("5000"));
        assertThat(eleni.post("/desk/budget/orders/receipt", step(id, Map.of("received-0", "1"), "received"))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndNothingTypedIsLost() {
        for (var wrong : List.of(
                Map.of("afm", "123456789"),
                Map.of("number", ""),
                Map.of("category", "<script>"),
                Map.of("quantity-0", ""),
                Map.of("quantity-0", "-4"),
                Map.of("price-0", "12 $"),
                Map.of("price-0", "1,005"),
                Map.of("price-0", "999999"),
                Map.of("what-0", "", "quantity-0", "", "price-0", ""),
                Map.of("supplier", ""))) {
            var answer = eleni.post("/desk/budget/orders/new", order(wrong));
            assertThat(answer.statusCode()).as("%s", wrong).isEqualTo(422);
            assertThat(answer.body()).contains("govuk-error-summary");
        }
        assertThat(treasurer.balances(envelope).available()).isEqualTo(Money.euros("5000"));
        sent(order(Map.of("number", "Π-9")));
        assertThat(eleni.post("/desk/budget/orders/new", order(Map.of("number", "Π-9")))
                        .body())
                .contains("Αυτός ο αριθμός παραγγελίας υπάρχει ήδη");
        assertThat(eleni.get("/desk/budget/orders/one?order=" + Uuid7.next()).statusCode())
                .isEqualTo(404);
        var stranger = AtTheDesk.of(context).as(Role.ORGANIZATION_ADMIN, Uuid7.next());
        assertThat(stranger.get("/desk/budget/orders?envelope=" + envelope.value())
                        .statusCode())
                .isEqualTo(404);
    }

    private int decide(Visitor who, String answer) {
        var page = who.get("/desk/budget/approvals").body();
        var acts = Pattern.compile("id=\"act-([0-9a-f-]{36})\">[^<]*480 €")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
        return who.post("/desk/budget/approvals/decision", Map.of("act", acts.getLast(), "answer", answer))
                .statusCode();
    }

    private String sent(Map<String, String> order) {
        var answer = eleni.post("/desk/budget/orders/new", order);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst(".*order=", "");
    }

    private Map<String, String> order(Map<String, String> other) {
        return with(
                Map.of(
                        "key", key(),
                        "envelope", envelope.value().toString(),
                        "number", "Π-" + UUID.randomUUID(),
                        "category", "soup-kitchen",
                        "supplier", "Κλωστές ΑΕ",
                        "afm", "123456783",
                        "what-0", "Κουβέρτες",
                        "quantity-0", "40",
                        "price-0", "12"),
                other);
    }

    private Map<String, String> step(String order, Map<String, String> other, String day) {
        return with(
                Map.of(
                        "key",
                        key(),
                        "order",
                        order,
                        day + "-day",
                        "" + today.getDayOfMonth(),
                        day + "-month",
                        "" + today.getMonthValue(),
                        day + "-year",
                        "" + today.getYear()),
                other);
    }

    private static String found(String page, String pattern) {
        var found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }

    private static String key() {
        return "desk." + Uuid7.next();
    }

    private static Map<String, String> with(Map<String, String> some, Map<String, String> others) {
        var all = new HashMap<>(some);
        all.putAll(others);
        return all;
    }
}
