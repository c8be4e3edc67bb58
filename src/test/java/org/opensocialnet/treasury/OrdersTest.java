package org.opensocialnet.treasury;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
import org.opensocialnet.budget.EnvelopeId;
import org.opensocialnet.budget.Movement;
import org.opensocialnet.budget.Terms.Ceiling;
import org.opensocialnet.budget.Treasurer;
import org.opensocialnet.kernel.Money;
import org.opensocialnet.kernel.Uuid7;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

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

        var receipt = step(Map.of("received-0", "35"), "received");
        assertThat(eleni.post(address(id) + "/receipt", receipt).statusCode()).isEqualTo(302);
        assertThat(eleni.post(address(id) + "/receipt", receipt).statusCode()).isEqualTo(302);
        var bill = step(Map.of("invoice", "Τ-" + id, "billed-0", "40"), "dated");
        assertThat(eleni.post(address(id) + "/invoice", bill).statusCode()).isEqualTo(302);
        assertThat(eleni.post(address(id) + "/invoice", with(bill, Map.of("key", key())))
                        .body())
                .contains("έχει ήδη καταχωριστεί");
        var page = eleni.get(address(id)).body();
        assertThat(page).contains("παραλήφθηκαν 35, χρεώνονται 40", "Κάτι δεν συμφωνεί");

        var pay = step(Map.of("pays", found(page, "name=\"pays\" value=\"([^\"]+)\"")), "paid");
        assertThat(eleni.post(address(id) + "/payment", pay).body()).contains("Γράψτε γιατί πληρώνεται");
        var why = with(pay, Map.of("why", "Οι πέντε έρχονται αύριο"));
        assertThat(eleni.post(address(id) + "/payment", why).statusCode()).isEqualTo(302);
        assertThat(treasurer.balances(envelope).spent()).as("it waits").isEqualTo(Money.ZERO);

        var nikos = AtTheDesk.of(context).as(Role.COORDINATOR, null);
        assertThat(nikos.get("/desk/budget/approvals").body())
                .as("the second person reads why")
                .contains("Οι πέντε έρχονται αύριο");
        assertThat(decide(nikos, "no")).isEqualTo(302);
        assertThat(eleni.post(address(id) + "/payment", why).body())
                .as("the same form once more does not make it wait again")
                .contains("έχει ήδη αποφασίσει");
        assertThat(eleni.get(address(id)).body())
                .as("what was not let pass can be paid again")
                .contains("name=\"pays\"");
        eleni.post(address(id) + "/receipt", step(Map.of("received-0", "5"), "received"));
        var again = with(pay, Map.of("key", key()));
        assertThat(eleni.post(address(id) + "/payment", again).statusCode()).isEqualTo(302);
        assertThat(treasurer.balances(envelope).spent())
                .as("what agrees is paid at once")
                .isEqualTo(Money.euros("480"));
        assertThat(eleni.post(address(id) + "/payment", with(again, Map.of("key", key())))
                        .body())
                .contains("πληρώθηκε ήδη");
    }

    @Test
    void anOrderThatIsClosedGivesFreeWhatItDidNotNeed() {
        var id = sent(order(Map.of()));
        assertThat(eleni.get(orders()).body()).contains("Κλωστές ΑΕ", "480 €");
        eleni.post(address(id) + "/closing", step(Map.of(), "received"));
        assertThat(treasurer.balances(envelope).available()).isEqualTo(Money.euros("5000"));
        assertThat(eleni.post(address(id) + "/receipt", step(Map.of("received-0", "1"), "received"))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void anOrderIsNotClosedWhileAPaymentOfItWaitsAndACommitmentThatWaitsIsTakenBack() {
        var id = sent(order(Map.of()));
        eleni.post(address(id) + "/invoice", step(Map.of("invoice", "Τ-" + id, "billed-0", "40"), "dated"));
        var page = eleni.get(address(id)).body();
        var pay =
                step(Map.of("pays", found(page, "name=\"pays\" value=\"([^\"]+)\""), "why", "Έρχονται αύριο"), "paid");
        assertThat(eleni.post(address(id) + "/payment", pay).statusCode()).isEqualTo(302);
        assertThat(eleni.post(address(id) + "/closing", step(Map.of(), "received"))
                        .body())
                .contains("Μια πληρωμή της παραγγελίας περιμένει έγκριση", "id=\"closing\"");
        assertThat(decide(AtTheDesk.of(context).as(Role.COORDINATOR, null), "yes"))
                .isEqualTo(302);
        assertThat(treasurer.balances(envelope).spent()).isEqualTo(Money.euros("480"));
        var close = step(Map.of(), "received");
        assertThat(eleni.post(address(id) + "/closing", close).statusCode()).isEqualTo(302);
        assertThat(eleni.post(address(id) + "/closing", close).statusCode())
                .as("sent twice")
                .isEqualTo(302);

        Treasurer.of(context)
                .in(() -> context.getBean(BudgetDesk.class)
                        .move(
                                Movement.ALLOCATED,
                                envelope,
                                null,
                                Money.euros("2000"),
                                today,
                                "χειμώνας",
                                Treasurer.key()));
        var large = sent(order(Map.of("quantity-0", "500")));
        assertThat(treasurer.balances(envelope).committed()).isEqualTo(Money.ZERO);
        assertThat(eleni.post(address(large) + "/closing", close).statusCode()).isEqualTo(302);
        assertThat(treasurer.balances(envelope).reserved()).isEqualTo(Money.ZERO);
        assertThat(eleni.get("/desk/budget/approvals").body()).doesNotContain("6.000 €");
    }

    @Test
    void howeverManyDeliveriesItTookAllThatCameIsCounted() {
        var id = sent(order(Map.of("quantity-0", "250", "price-0", "1")));
        written("""
                insert into treasury.receipt (id, purchase, received_on, made_at)
                select uuidv7(), ?::uuid, current_date, now() from generate_series(1, 250)
                """, id);
        written("""
                insert into treasury.receipt_line (receipt, place, quantity)
                select id, 0, 1 from treasury.receipt where purchase = ?::uuid
                """, id);
        eleni.post(address(id) + "/invoice", step(Map.of("invoice", "Τ-" + id, "billed-0", "250"), "dated"));
        assertThat(eleni.get(address(id)).body()).contains("συμφωνούν").doesNotContain("Κάτι δεν συμφωνεί");
    }

    @Test
    void aDoubleClickIsOneOrderAndOneSupplierAndOnePayment() throws Exception {
        var form = order(Map.of("supplier", "Νέο κατάστημα " + UUID.randomUUID(), "afm", ""));
        var locations = atOnce(() -> sent(form));
        assertThat(locations).hasSize(1);
        assertThat(treasurer.balances(envelope).committed()).isEqualTo(Money.euros("480"));

        var other = "Άλλο κατάστημα " + UUID.randomUUID();
        assertThat(atOnce(() -> sent(order(Map.of("supplier", other, "afm", "", "price-0", "1")))))
                .as("two orders of one supplier nobody knew before")
                .hasSize(4);
        assertThat(suppliers(other)).isEqualTo(1);

        var id = locations.iterator().next();
        eleni.post(address(id) + "/receipt", step(Map.of("received-0", "40"), "received"));
        eleni.post(address(id) + "/invoice", step(Map.of("invoice", "Τ-" + id, "billed-0", "40"), "dated"));
        var bill = found(eleni.get(address(id)).body(), "name=\"pays\" value=\"([^\"]+)\"");
        var pay = step(Map.of("pays", bill), "paid");
        assertThat(atOnce(() -> eleni.post(address(id) + "/payment", pay).statusCode()))
                .as("the same form answers the same")
                .containsExactly(302);
        assertThat(treasurer.balances(envelope).spent()).isEqualTo(Money.euros("480"));
    }

    @Test
    void ofTwoPaymentsOfOneInvoiceAtTheSameMomentOneIsBooked() throws Exception {
        var id = sent(order(Map.of()));
        sent(order(Map.of()));
        eleni.post(address(id) + "/receipt", step(Map.of("received-0", "40"), "received"));
        eleni.post(address(id) + "/invoice", step(Map.of("invoice", "Τ-" + id, "billed-0", "40"), "dated"));
        var bill = found(eleni.get(address(id)).body(), "name=\"pays\" value=\"([^\"]+)\"");
        assertThat(atOnce(() -> eleni.post(address(id) + "/payment", step(Map.of("pays", bill), "paid"))
                        .statusCode()))
                .as("from two pages: one is paid, the others read that it is")
                .containsExactlyInAnyOrder(302, 422);
        assertThat(treasurer.balances(envelope).spent()).isEqualTo(Money.euros("480"));
    }

    private static <T> Set<T> atOnce(Callable<T> act) throws Exception {
        try (var many = Executors.newFixedThreadPool(4)) {
            var answers = new HashSet<T>();
            for (var answer : many.invokeAll(Collections.nCopies(4, act))) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    private void written(String sql, String purchase) {
        treasurer.in(() -> context.getBean(TransactionOperations.class)
                .execute(_ -> context.getBean(JdbcClient.class)
                        .sql(sql)
                        .param(purchase)
                        .update()));
    }

    private int suppliers(String name) {
        return treasurer.in(() -> context.getBean(TransactionOperations.class)
                .execute(_ -> context.getBean(JdbcClient.class)
                        .sql("select count(*) from treasury.supplier where name = ?")
                        .param(name)
                        .query(Integer.class)
                        .single()));
    }

    @Test
    void aSupplierWrittenDifferentlyIsHeldAgainstTheSameCeiling() {
        envelope = treasurer.opens(
                Treasurer.terms(today, new Ceiling(Ceiling.Kind.SUPPLIER, "", Money.euros("500"))), "5000");
        var name = "Πλεκτά " + letters();
        sent(order(Map.of("supplier", name + " ΑΕ", "afm", "")));
        assertThat(ordered(Map.of("supplier", name.toUpperCase(Locale.ROOT) + " Α.Ε.", "afm", "")))
                .contains("Το όριο για έναν προμηθευτή");
        assertThat(ordered(Map.of("supplier", name, "afm", "094014201")))
                .as("its number becomes known")
                .contains("Το όριο για έναν προμηθευτή");
        assertThat(ordered(Map.of("supplier", name + " Αθηνών", "afm", "")))
                .contains("Υπάρχει παρόμοιος προμηθευτής: " + name, "name=\"another\"", "Κουβέρτες");
        sent(order(Map.of("supplier", name + " Αθηνών", "afm", "", "another", "yes")));
    }

    private String ordered(Map<String, String> other) {
        var answer = eleni.post(orders() + "/new", order(other));
        assertThat(answer.statusCode()).isEqualTo(422);
        return answer.body();
    }

    /** A word of its own for each run. */
    private static String letters() {
        return UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "ων";
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
            var answer = eleni.post(orders() + "/new", order(wrong));
            assertThat(answer.statusCode()).as("%s", wrong).isEqualTo(422);
            assertThat(answer.body()).contains("govuk-error-summary");
        }
        assertThat(treasurer.balances(envelope).available()).isEqualTo(Money.euros("5000"));
        sent(order(Map.of("number", "Π-9")));
        assertThat(eleni.post(orders() + "/new", order(Map.of("number", "Π-9"))).body())
                .contains("Αυτός ο αριθμός παραγγελίας υπάρχει ήδη");
        assertThat(eleni.get(address(Uuid7.next().toString())).statusCode()).isEqualTo(404);
        var stranger = AtTheDesk.of(context).as(Role.ORGANIZATION_ADMIN, Uuid7.next());
        assertThat(stranger.get(orders()).statusCode()).isEqualTo(404);
    }

    private int decide(Visitor who, String answer) {
        var page = who.get("/desk/budget/approvals").body();
        var acts = Pattern.compile("id=\"act-([0-9a-f-]{36})\">[^<]*480 €")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
        return who.post("/desk/budget/approvals/" + acts.getLast(), Map.of("answer", answer))
                .statusCode();
    }

    private String sent(Map<String, String> order) {
        var answer = eleni.post(orders() + "/new", order);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst(".*/", "");
    }

    private Map<String, String> order(Map<String, String> other) {
        return with(
                Map.of(
                        "key", key(),
                        "number", "Π-" + UUID.randomUUID(),
                        "category", "soup-kitchen",
                        "supplier", "Κλωστές ΑΕ",
                        "afm", "123456783",
                        "what-0", "Κουβέρτες",
                        "quantity-0", "40",
                        "price-0", "12"),
                other);
    }

    private static String address(String order) {
        return "/desk/budget/orders/" + order;
    }

    private String orders() {
        return "/desk/budget/envelopes/" + envelope.value() + "/orders";
    }

    private Map<String, String> step(Map<String, String> other, String day) {
        return with(
                Map.of(
                        "key",
                        key(),
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
