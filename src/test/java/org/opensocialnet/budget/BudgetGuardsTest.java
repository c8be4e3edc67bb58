package org.opensocialnet.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

/** What nobody gets past: amounts cut into parts, days that are over, balances written by hand, a period closed meanwhile. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class BudgetGuardsTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Budget budget;

    @Autowired
    BudgetDesk desk;

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
    void whatOnePersonPromisesOneSupplierCountsTogetherWhateverEnvelopeAndPurposeItIsWrittenOn() {
        var shop = Uuid7.next();
        var one = eleni.opens(Treasurer.terms(today), "5000");
        var other = eleni.opens(Treasurer.terms(today), "5000");
        assertThat(promises(eleni, one, "4900", "food", shop)).isInstanceOf(Done.class);
        assertThat(promises(eleni, other, "4900", "soap", shop)).isInstanceOf(Waits.class);
        assertThat(promises(eleni, other, "90", "soap", Uuid7.next()))
                .as("another supplier")
                .isInstanceOf(Done.class);
        assertThat(promises(Treasurer.of(context), one, "100", "food", shop))
                .as("another person")
                .isInstanceOf(Done.class);
    }

    @Test
    void whatASecondPersonLetPassIsNotCountedAgain() {
        var shop = Uuid7.next();
        var envelope = eleni.opens(Treasurer.terms(today), "5000");
        var nikos = Treasurer.of(context);
        nikos.in(() -> desk.move(
                Movement.ALLOCATED, envelope, null, Money.euros("4000"), today, "more for winter", Treasurer.key()));
        var large = (Waits) promises(eleni, envelope, "5000.01", "food", shop);
        nikos.in(() -> decided(large));
        assertThat(promises(eleni, envelope, "100", "food", shop)).isInstanceOf(Done.class);
    }

    private Outcome promises(Treasurer who, EnvelopeId envelope, String euros, String what, UUID shop) {
        var earmark = who.reserves(envelope, euros, Treasurer.purpose(what).paying(shop));
        return who.commits(earmark, euros);
    }

    private boolean decided(Waits act) {
        desk.decide(act.act(), true);
        return true;
    }

    @Test
    void twoHalvesAtTheSameMomentFromTwoEnvelopesSeeEachOther() throws Exception {
        var shop = Uuid7.next();
        var earmarks = IntStream.range(0, 4)
                .mapToObj(_ -> eleni.reserves(
                        eleni.opens(Treasurer.terms(today), "4900"),
                        "4900",
                        Treasurer.purpose("food").paying(shop)))
                .toList();
        try (var many = Executors.newFixedThreadPool(4)) {
            var answers = many.invokeAll(earmarks.stream()
                    .<Callable<Outcome>>map(one -> () -> eleni.commits(one, "4900"))
                    .toList());
            int done = 0;
            for (var answer : answers) {
                done += answer.get() instanceof Done ? 1 : 0;
            }
            assertThat(done).as("of four times 4,900 €").isEqualTo(1);
        }
    }

    @Test
    void aGrantCutInTwoIsStillOne() {
        var envelope = eleni.opens(Treasurer.terms(today), "100");
        assertThat(grants(envelope, "4800")).isInstanceOf(Done.class);
        assertThat(grants(envelope, "4800")).isInstanceOf(Waits.class);
    }

    private Outcome grants(EnvelopeId envelope, String euros) {
        return eleni.in(() ->
                desk.move(Movement.ALLOCATED, envelope, null, Money.euros(euros), today, "winter", Treasurer.key()));
    }

    @Test
    void whatIsBookedIntoThePastMustHaveBeenThereThenAndEverSince() {
        var monday = today.minusDays(9);
        var envelope =
                eleni.in(() -> desk.openOn(monday, Treasurer.terms(today), Money.euros("1000"), Treasurer.key()));
        eleni.in(() ->
                desk.move(Movement.ALLOCATED, envelope, null, Money.euros("500"), today, "more", Treasurer.key()));

        assertThat(refused(() -> reservedOn(monday.minusDays(1), envelope, "10")))
                .isEqualTo("budget.refused.that-day");
        reservedOn(monday.plusDays(3), envelope, "700");
        assertThat(refused(() -> reservedOn(monday.plusDays(1), envelope, "301")))
                .as("a thousand were there on that day and 800 are free today, but 300 two days later")
                .isEqualTo("budget.refused.that-day");
        eleni.in(() -> close(envelope, today.minusDays(1)));
        var closed = eleni.in(() -> desk.closings(envelope)).getFirst().balances();
        assertThat(closed.available()).isEqualTo(Money.euros("300"));
    }

    private EarmarkId reservedOn(LocalDate day, EnvelopeId envelope, String euros) {
        return eleni.in(
                () -> desk.reserveOn(day, envelope, Money.euros(euros), Treasurer.purpose("food"), Treasurer.key()));
    }

    private boolean close(EnvelopeId envelope, LocalDate through) {
        desk.close(envelope, through);
        return true;
    }

    @Test
    void nothingIsPaidBeforeItWasPromised() {
        var envelope = eleni.opens(Treasurer.terms(today), "1000");
        var earmark = eleni.reserves(envelope, "100", Treasurer.purpose("food"));
        eleni.commits(earmark, "100");
        var refusal = catchThrowableOfType(Refusal.class, () -> eleni.spends(earmark, "1", today.minusDays(1)));
        assertThat(refusal.key()).isEqualTo("budget.refused.that-day");
        assertThat(refusal.field()).isEqualTo("day");
    }

    @Test
    void ofManyWhoCommitWhileAPeriodIsClosedNobodyBooksIntoIt() throws Exception {
        var yesterday = today.minusDays(1);
        var envelope = eleni.in(
                () -> desk.openOn(today.minusDays(5), Treasurer.terms(today), Money.euros("1000"), Treasurer.key()));
        var acts = IntStream.range(0, 40)
                .<Callable<Boolean>>mapToObj(
                        i -> () -> i == 20 ? eleni.in(() -> close(envelope, yesterday)) : late(envelope))
                .toList();
        try (var many = Executors.newFixedThreadPool(20)) {
            for (var answer : many.invokeAll(acts)) {
                answer.get();
            }
        }
        var closed = eleni.in(() -> desk.closings(envelope)).getFirst().balances();
        var stands = eleni.balances(envelope);
        assertThat(stands)
                .as("all that is booked on that day was booked before it closed")
                .isEqualTo(closed);
        assertThat(stands.reserved()).isEqualTo(Money.ZERO);
    }

    /** Sets aside and promises on the day before; refused only because the period is closed. */
    private boolean late(EnvelopeId envelope) {
        var one = Treasurer.of(context);
        try {
            return one.in(() -> transactions.execute(_ -> {
                var yesterday = today.minusDays(1);
                var earmark = desk.reserveOn(
                        yesterday, envelope, Money.euros("7"), Treasurer.purpose("food"), Treasurer.key());
                return desk.commitOn(yesterday, earmark, Money.euros("7"), Treasurer.key()) instanceof Done;
            }));
        } catch (Refusal refusal) {
            assertThat(refusal.key()).isEqualTo("budget.refused.closed");
            return false;
        }
    }

    @Test
    void anEarmarkLearnsOnceWhomItPaysAndCountsForHim() {
        var shop = Uuid7.next();
        var envelope = eleni.opens(Treasurer.terms(today, new Ceiling(Kind.SUPPLIER, "", Money.euros("150"))), "1000");
        var first = eleni.reserves(envelope, "100", Treasurer.purpose("food"));
        eleni.in(() -> paying(first, shop));
        eleni.in(() -> paying(first, shop));
        assertThat(refused(() -> eleni.in(() -> paying(first, Uuid7.next())))).isEqualTo("budget.refused.supplier");
        var second = eleni.reserves(envelope, "60", Treasurer.purpose("food"));
        assertThat(refused(() -> eleni.in(() -> paying(second, shop)))).isEqualTo("budget.refused.ceiling.supplier");
        eleni.releases(first, "20");
        eleni.in(() -> paying(second, shop));
    }

    private boolean paying(EarmarkId earmark, UUID shop) {
        budget.pays(earmark, shop);
        return true;
    }

    @Test
    void whatStandsMovesWithTheBookAlone() {
        var envelope = eleni.in(
                () -> desk.openOn(today.minusDays(3), Treasurer.terms(today), Money.euros("1000"), Treasurer.key()));
        eleni.reserves(envelope, "100", Treasurer.purpose("food"));
        eleni.in(() -> close(envelope, today.minusDays(2)));
        for (var forbidden : List.of(
                "update budget.balance set available = available + 1, granted = granted + 1 where envelope = ?",
                "update budget.balance set available = available - 1, spent = spent + 1 where envelope = ?",
                "update budget.earmark set reserved = reserved - 1 where envelope = ?",
                "update budget.earmark set category = 'soap' where envelope = ?",
                "update budget.earmark set supplier = uuidv7(), reserved = 1 where envelope = ?",
                "update budget.used set amount = 0 where envelope = ?",
                "insert into budget.used (envelope, kind, whom, amount) values (?, 'category', 'soap', 5)",
                "insert into budget.earmark (id, envelope, room, reference, category, target_group, zone, spent, made_at)"
                        + " values (uuidv7(), ?, 'x', uuidv7(), 'food', '', '', 5, now())",
                "delete from budget.balance where envelope = ?",
                "delete from budget.used where envelope = ?",
                "update budget.envelope set closed_through = null where id = ?",
                "insert into budget.posting (act, envelope, account, amount) select a.id, a.envelope, t.account, t.amount"
                        + " from budget.act a, (values ('spent', 5), ('returned', -5)) t (account, amount)"
                        + " where a.envelope = ? and a.movement = 'reserved'")) {
            assertThatThrownBy(() -> eleni.in(() -> transactions.execute(
                            _ -> jdbc.sql(forbidden).param(envelope.value()).update())))
                    .as(forbidden)
                    .isInstanceOf(DataAccessException.class);
        }
        assertThat(eleni.balances(envelope).available()).isEqualTo(Money.euros("900"));
    }

    private static String refused(ThrowingCallable act) {
        return catchThrowableOfType(Refusal.class, act).key();
    }
}
