package org.opensocialnet.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opensocialnet.budget.Terms.Ceiling;
import org.opensocialnet.budget.Terms.Ceiling.Kind;
import org.opensocialnet.kernel.Money;
import org.opensocialnet.kernel.Refusal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Whatever is done in whatever order: nothing falls below zero, nothing is lost, and the book says the same as the balances. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class RandomActsTest {

    private static final int ACTS = 60;

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
    Moves moves;

    @Autowired
    Statement statement;

    @Autowired
    Envelopes envelopes;

    @Autowired
    Clock clock;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 7, 42, 2026, 4711, 99_991})
    void everyBalanceIsTheSumOfItsPostings(long seed) {
        var random = new Random(Long.getLong("seed", seed));
        var today = LocalDate.now(clock);
        var eleni = Treasurer.of(context);
        var terms = Treasurer.terms(today, new Ceiling(Kind.CATEGORY, "", Money.euros("900")));
        var both = List.of(opens(eleni, terms, "1500", today), opens(eleni, terms, "100", today));
        var earmarks = new ArrayList<EarmarkId>();
        int refused = 0;
        for (int i = 0; i < ACTS; i++) {
            try {
                eleni.in(() -> act(random, both, earmarks, today));
            } catch (Refusal refusal) {
                refused++;
            }
            if (i % 20 == 19) {
                eleni.in(() -> stand(both));
            }
        }
        assertThat(refused).as("some are refused, others are not").isBetween(1, ACTS - 10);
        assertThat(both.stream().map(id -> eleni.balances(id).granted().cents()).reduce(0L, Long::sum))
                .as("nothing came and nothing went but by the funders")
                .isLessThanOrEqualTo(160_000L);
    }

    private EnvelopeId opens(Treasurer eleni, Terms terms, String euros, LocalDate today) {
        return eleni.in(() -> desk.openOn(today.minusDays(4), terms, Money.euros(euros), Treasurer.key()));
    }

    /** On any of the last days: what is entered late is held against what stood then. */
    private Boolean act(Random random, List<EnvelopeId> both, List<EarmarkId> earmarks, LocalDate today) {
        var day = today.minusDays(random.nextInt(5));
        var amount = Money.ofCents(1 + random.nextInt(30_000));
        var from = both.get(random.nextInt(2));
        var to = both.get(from.equals(both.getFirst()) ? 1 : 0);
        int what = random.nextInt(earmarks.isEmpty() ? 1 : 9);
        if (what == 0 || what == 1) {
            var category = random.nextBoolean() ? "food" : "soap";
            earmarks.add(desk.reserveOn(day, from, amount, Treasurer.purpose(category), Treasurer.key()));
            return true;
        }
        var earmark = earmarks.isEmpty() ? new EarmarkId(from.value()) : earmarks.get(random.nextInt(earmarks.size()));
        switch (what) {
            case 2, 3 -> desk.commitOn(day, earmark, amount, Treasurer.key());
            case 4, 5 -> budget.spend(earmark, amount, day, Treasurer.key());
            case 6 -> budget.release(earmark, amount, Treasurer.key());
            case 7 -> budget.returned(earmark, amount, day, Treasurer.key());
            default -> moves.whole(movement(random), from, to, amount, day, "", Treasurer.key());
        }
        return true;
    }

    private static Movement movement(Random random) {
        return List.of(Movement.REALLOCATED, Movement.REUSED, Movement.HANDED_BACK)
                .get(random.nextInt(3));
    }

    private BigDecimal leastOfAnyDay(EnvelopeId id) {
        return transactions.execute(
                _ -> jdbc.sql("""
                select min(stood) from (
                    select sum(sum(p.amount)) over (partition by p.account order by a.day) as stood
                    from budget.posting p join budget.act a on a.id = p.act
                    where p.envelope = ? and p.account <> 'funding'
                    group by p.account, a.day) s
                """).param(id.value()).query(BigDecimal.class).single());
    }

    private Boolean stand(List<EnvelopeId> both) {
        for (var id : both) {
            var stands = budget.balances(id);
            var sums = statement.sums(id);
            assertThat(sums.posted()).isEqualTo(stands);
            assertThat(sums.held()).isEqualTo(sums.earmarked());
            assertThat(sums.earmarked())
                    .isEqualTo(stands.reserved().plus(stands.committed()).plus(stands.spent()));
            assertThat(List.of(
                            stands.available(),
                            stands.reserved(),
                            stands.committed(),
                            stands.spent(),
                            stands.returned()))
                    .noneMatch(Money::isNegative);
            assertThat(leastOfAnyDay(id))
                    .as("a closing of any day shows nothing below zero")
                    .isNotNegative();
            var shares = envelopes.get(id).terms().shares();
            assertThat(shares.split(stands.spent()).stream().reduce(Money.ZERO, Money::plus))
                    .isEqualTo(stands.spent());
        }
        return true;
    }
}
