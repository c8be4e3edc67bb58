package org.opensocialnet.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opensocialnet.budget.Offer.Obstacle;
import org.opensocialnet.budget.Outcome.Done;
import org.opensocialnet.budget.Outcome.Waits;
import org.opensocialnet.budget.Terms.Ceiling;
import org.opensocialnet.budget.Terms.Ceiling.Kind;
import org.opensocialnet.kernel.Money;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Eleni of the coordination team sets money aside, promises it, pays, and gives back what is left. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class BudgetTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Budget budget;

    @Autowired
    Moves moves;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    Clock clock;

    Treasurer eleni;
    LocalDate today;

    @BeforeEach
    void eleniComes() {
        eleni = Treasurer.of(context);
        today = LocalDate.now(clock);
    }

    @Test
    void moneyGoesFromAvailableToSpentAndNothingIsLostOnTheWay() {
        var envelope = eleni.opens(Treasurer.terms(today), "1000");
        var earmark = eleni.reserves(envelope, "300", Treasurer.purpose("blankets"));
        assertThat(eleni.commits(earmark, "250")).isInstanceOf(Done.class);
        eleni.spends(earmark, "200.50", today);
        eleni.in(() -> budget.returned(earmark, Money.euros("0.50"), today, Treasurer.key()));
        eleni.releases(earmark, "60");

        assertThat(eleni.balances(envelope)).isEqualTo(balances("1000", "760", "0", "39.50", "200", "0.50"));
        var stands = eleni.in(() -> budget.earmark(earmark)).orElseThrow();
        assertThat(stands.held()).isEqualTo(Money.euros("239.50"));

        eleni.in(() ->
                moves.whole(Movement.HANDED_BACK, envelope, null, Money.euros("10.50"), today, "", Treasurer.key()));
        assertThat(eleni.balances(envelope)).isEqualTo(balances("989.50", "750", "0", "39.50", "200", "0"));
    }

    @Test
    void anEnvelopePaysOnlyForWhatItsRulesSay() {
        var rules = Treasurer.terms(today, new Ceiling(Kind.CATEGORY, "", Money.euros("400")));
        var narrow = new Terms(
                rules.name(),
                "",
                "",
                rules.starts(),
                rules.until(),
                rules.payBy(),
                List.of("blankets", "soap"),
                List.of("women"),
                List.of("1"),
                rules.funders(),
                rules.ceilings());
        var envelope = eleni.opens(narrow, "1000");

        assertThat(offer(envelope, "blankets", "women", "1")).satisfies(offer -> {
            assertThat(offer.fits()).isTrue();
            assertThat(offer.most()).isEqualTo(Money.euros("400"));
        });
        assertThat(offer(envelope, "transport", "", "2").obstacles())
                .containsExactlyInAnyOrder(Obstacle.CATEGORY, Obstacle.GROUP, Obstacle.AREA);
        assertThat(refused(() -> eleni.reserves(envelope, "10", Treasurer.purpose("transport"))))
                .isEqualTo("budget.refused.category");
        assertThat(refused(() -> eleni.reserves(envelope, "10", Treasurer.purpose("soap"))))
                .isEqualTo("budget.refused.group");
        var soap = Treasurer.purpose("soap").where("women", "1");
        eleni.reserves(envelope, "400", soap);
        assertThat(refused(() -> eleni.reserves(envelope, "0.01", soap))).isEqualTo("budget.refused.ceiling.category");
        assertThat(offer(envelope, "soap", "women", "1").obstacles()).containsExactly(Obstacle.CEILING);
        eleni.reserves(envelope, "400", Treasurer.purpose("blankets").where("women", "1"));
    }

    @Test
    void oneBeneficiaryAndOneSupplierHoldNoMoreThanTheirCeiling() {
        var envelope = eleni.opens(
                Treasurer.terms(
                        today,
                        new Ceiling(Kind.BENEFICIARY, "", Money.euros("100")),
                        new Ceiling(Kind.SUPPLIER, "", Money.euros("150"))),
                "1000");
        var maria = Uuid7.next();
        var shop = Uuid7.next();
        var first = eleni.reserves(
                envelope, "100", Treasurer.purpose("food").benefiting(maria).paying(shop));
        assertThat(refused(() -> eleni.reserves(
                        envelope, "0.01", Treasurer.purpose("food").benefiting(maria))))
                .isEqualTo("budget.refused.ceiling.beneficiary");
        assertThat(refused(() -> eleni.reserves(
                        envelope, "50.01", Treasurer.purpose("food").paying(shop))))
                .isEqualTo("budget.refused.ceiling.supplier");
        eleni.releases(first, "30");
        eleni.reserves(envelope, "30", Treasurer.purpose("food").benefiting(maria));
    }

    @Test
    void theSameActIsDoneOnceAndAnotherUnderItsKeyIsRefused() {
        var envelope = eleni.opens(Treasurer.terms(today), "1000");
        var purpose = Treasurer.purpose("food");
        var key = Treasurer.key();
        var earmark = eleni.in(() -> budget.reserve(envelope, Money.euros("900"), purpose, key));
        assertThat(eleni.in(() -> budget.reserve(envelope, Money.euros("900"), purpose, key)))
                .as("although there is too little left to do it again")
                .isEqualTo(earmark);
        assertThat(refused(() -> eleni.in(() -> budget.reserve(envelope, Money.euros("901"), purpose, key))))
                .isEqualTo("budget.refused.key");

        var commit = Treasurer.key();
        var once = eleni.in(() -> budget.commit(earmark, Money.euros("500"), commit));
        assertThat(eleni.in(() -> budget.commit(earmark, Money.euros("500"), commit)))
                .isEqualTo(once);
        assertThat(eleni.balances(envelope)).isEqualTo(balances("1000", "100", "400", "500", "0", "0"));
    }

    @Test
    void aHundredWhoCommitAtOnceNeverOverspend() throws Exception {
        var envelope = eleni.opens(Treasurer.terms(today), "1000");
        var acts = IntStream.range(0, 100)
                .<Callable<Boolean>>mapToObj(_ -> () -> grantedAtOnce(envelope))
                .toList();
        try (var many = Executors.newFixedThreadPool(100)) {
            int granted = 0;
            for (var answer : many.invokeAll(acts)) {
                granted += answer.get() ? 1 : 0;
            }
            assertThat(granted).as("of a hundred times 27 € out of 1,000 €").isEqualTo(37);
        }
        assertThat(eleni.balances(envelope)).isEqualTo(balances("1000", "1", "0", "999", "0", "0"));
        assertThat(jdbcIn("select count(*) from budget.act where movement = 'committed' and envelope = ?", envelope))
                .isEqualTo(37);
    }

    private boolean grantedAtOnce(EnvelopeId envelope) {
        var one = Treasurer.of(context);
        try {
            return one.in(() -> transactions.execute(_ -> {
                var earmark = budget.reserve(envelope, Money.euros("27"), Treasurer.purpose("food"), Treasurer.key());
                return budget.commit(earmark, Money.euros("27"), Treasurer.key()) instanceof Done;
            }));
        } catch (Refusal refusal) {
            assertThat(refusal.key()).isEqualTo("budget.refused.available");
            return false;
        }
    }

    @Test
    void aDoubleClickAtTheSameInstantIsOneAct() throws Exception {
        var envelope = eleni.opens(Treasurer.terms(today), "1000");
        var purpose = Treasurer.purpose("food");
        var key = Treasurer.key();
        try (var many = Executors.newFixedThreadPool(8)) {
            var answers = many.invokeAll(Collections.<Callable<EarmarkId>>nCopies(
                    8,
                    () -> Treasurer.of(context).in(() -> budget.reserve(envelope, Money.euros("700"), purpose, key))));
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(answers.getFirst().get());
            }
        }
        assertThat(eleni.balances(envelope).reserved()).isEqualTo(Money.euros("700"));
    }

    @Test
    void aCrashBetweenTheHalvesLeavesNeither() {
        var envelope = eleni.opens(Treasurer.terms(today), "1000");
        assertThatThrownBy(() -> eleni.in(() -> transactions.execute(_ -> {
                    var earmark =
                            budget.reserve(envelope, Money.euros("100"), Treasurer.purpose("food"), Treasurer.key());
                    budget.commit(earmark, Money.euros("100"), Treasurer.key());
                    throw new IllegalStateException("the power fails");
                })))
                .hasMessage("the power fails");
        assertThat(eleni.balances(envelope)).isEqualTo(balances("1000", "1000", "0", "0", "0", "0"));
        assertThat(jdbcIn("select count(*) from budget.posting where envelope = ? and account <> 'funding'", envelope))
                .isEqualTo(1);
    }

    @Test
    void aboveTheAmountOfTwoPersonsASecondLooks() {
        var envelope = eleni.opens(Treasurer.terms(today), "4000");
        var more = (Waits) eleni.in(
                () -> moves.whole(Movement.ALLOCATED, envelope, null, Money.euros("6000"), today, "", Treasurer.key()));
        assertThat(eleni.balances(envelope).granted()).isEqualTo(Money.euros("4000"));
        assertThat(refused(() -> eleni.in(() -> decided(more, true)))).isEqualTo("budget.act.two-persons");
        var nikos = Treasurer.of(context);
        nikos.in(() -> decided(more, true));
        assertThat(eleni.balances(envelope).granted()).isEqualTo(Money.euros("10000"));
        assertThat(refused(() -> nikos.in(() -> decided(more, true)))).isEqualTo("budget.act.decided");

        var purpose = Treasurer.purpose("food");
        var first = eleni.reserves(envelope, "4000", purpose);
        var second = eleni.reserves(envelope, "4000", purpose);
        assertThat(eleni.commits(first, "4000")).isInstanceOf(Done.class);
        var waiting = eleni.commits(second, "1000.01");
        assertThat(waiting).as("one thing cut in two is still one").isInstanceOf(Waits.class);
        assertThat(eleni.balances(envelope).reserved())
                .as("and stays set aside")
                .isEqualTo(Money.euros("4000"));
        nikos.in(() -> decided((Waits) waiting, false));
        assertThat(eleni.balances(envelope)).isEqualTo(balances("10000", "2000", "4000", "4000", "0", "0"));
    }

    private boolean decided(Waits act, boolean granted) {
        moves.decide(act.act(), granted);
        return granted;
    }

    @Test
    void whatIsWrongIsRefusedWithItsFieldAndItsRemedy() {
        var envelope = eleni.opens(Treasurer.terms(today), "1000");
        var food = Treasurer.purpose("food");
        assertThat(refused(() -> eleni.reserves(envelope, "-1", food))).isEqualTo("budget.fault.amount");
        assertThat(refused(() -> eleni.reserves(envelope, "0", food))).isEqualTo("budget.fault.amount");
        assertThat(refused(() -> eleni.reserves(envelope, "1000000000.01", food)))
                .isEqualTo("budget.fault.huge");
        assertThat(refused(() -> eleni.reserves(envelope, "1000.01", food))).isEqualTo("budget.refused.available");
        assertThatThrownBy(() -> Money.euros("1.001")).isInstanceOf(ArithmeticException.class);
        var earmark = eleni.reserves(envelope, "100", food);
        assertThat(refused(() -> eleni.spends(earmark, "1", today))).isEqualTo("budget.refused.committed");
        eleni.commits(earmark, "100");
        assertThat(refused(() -> eleni.spends(earmark, "1", today.plusDays(1)))).isEqualTo("budget.fault.future");
        assertThat(refused(() -> eleni.spends(earmark, "1", today.minusYears(2))))
                .isEqualTo("budget.refused.pay-by");

        var over = eleni.opens(Treasurer.terms(today.minusYears(1)), "1000");
        var refusal = catchThrowableOfType(Refusal.class, () -> eleni.reserves(over, "1", food));
        assertThat(refusal.key()).isEqualTo("budget.refused.period");
        assertThat(refusal.field()).isEqualTo("day");
    }

    @Test
    void moneyGoesFromOneEnvelopeToAnotherInOneAct() {
        var one = eleni.opens(Treasurer.terms(today), "1000");
        var other = eleni.opens(Treasurer.terms(today), "50");
        eleni.in(() ->
                moves.whole(Movement.REALLOCATED, one, other, Money.euros("400"), today, "winter", Treasurer.key()));
        assertThat(eleni.balances(one).granted()).isEqualTo(Money.euros("600"));
        assertThat(eleni.balances(other).available()).isEqualTo(Money.euros("450"));
        assertThat(refused(() -> eleni.in(() ->
                        moves.whole(Movement.REALLOCATED, one, one, Money.euros("1"), today, "", Treasurer.key()))))
                .isEqualTo("budget.fault.other");
    }

    @Test
    void theDatabaseItselfRefusesToChangeTheBook() {
        var envelope = eleni.opens(Treasurer.terms(today), "1000");
        for (var forbidden : List.of(
                "update budget.posting set amount = amount + 1 where envelope = ?",
                "delete from budget.posting where envelope = ?",
                "delete from budget.act where envelope = ?",
                "update budget.act set amount = amount + 1 where envelope = ?",
                "insert into budget.posting (act, envelope, account, amount) select act, envelope, 'spent', 5 "
                        + "from budget.posting where envelope = ? limit 1",
                "update budget.balance set available = available + 1 where envelope = ?",
                "update budget.funder set points = 5000 where envelope = ?")) {
            assertThatThrownBy(() -> jdbcDo(forbidden, envelope)).as(forbidden).isInstanceOf(DataAccessException.class);
        }
        assertThat(eleni.balances(envelope).available()).isEqualTo(Money.euros("1000"));
    }

    private Offer offer(EnvelopeId envelope, String category, String group, String zone) {
        return eleni.in(() -> budget.offers(category, group, zone, today)).stream()
                .filter(offer -> offer.envelope().equals(envelope))
                .findFirst()
                .orElseThrow();
    }

    private static String refused(ThrowingCallable act) {
        return catchThrowableOfType(Refusal.class, act).key();
    }

    private int jdbcIn(String sql, EnvelopeId envelope) {
        return eleni.in(() -> transactions.execute(
                _ -> jdbc.sql(sql).param(envelope.value()).query(Integer.class).single()));
    }

    private void jdbcDo(String sql, EnvelopeId envelope) {
        eleni.in(() ->
                transactions.execute(_ -> jdbc.sql(sql).param(envelope.value()).update()));
    }

    private static Balances balances(
            String granted, String available, String reserved, String committed, String spent, String returned) {
        return new Balances(
                Money.euros(granted),
                Money.euros(available),
                Money.euros(reserved),
                Money.euros(committed),
                Money.euros(spent),
                Money.euros(returned));
    }
}
