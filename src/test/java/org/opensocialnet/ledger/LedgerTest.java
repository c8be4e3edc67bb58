package org.opensocialnet.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.opensocialnet.people.Known.named;
import static org.opensocialnet.people.Known.registered;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.ledger.Amount.Unit;
import org.opensocialnet.ledger.Asked.Axis;
import org.opensocialnet.ledger.EntryId.Book;
import org.opensocialnet.ledger.FollowUp.State;
import org.opensocialnet.ledger.LedgerFigures.Line;
import org.opensocialnet.people.Erasure;
import org.opensocialnet.people.Pairs;
import org.opensocialnet.people.People;
import org.opensocialnet.people.PersonId;
import org.opensocialnet.people.Registration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A soup kitchen keeps the book: what was needed, what was done, what was written wrongly. */
@SpringBootTest
class LedgerTest {

    static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Autowired
    Ledger ledger;

    @Autowired
    LedgerFigures figures;

    @Autowired
    UniquePeople unique;

    @Autowired
    Rollups rollups;

    @Autowired
    Checks checks;

    @Autowired
    Clock clock;

    @Autowired
    People people;

    @Autowired
    Pairs pairs;

    @Autowired
    Erasure erasure;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    Bookkeeper nina;

    @BeforeEach
    void aSoupKitchen() {
        nina = new Bookkeeper(ledger, transactions, Uuid7.next());
    }

    @Test
    void aNeedIsOpenUntilAllOfItIsMetRefusedOrWithdrawn() {
        var need = nina.write(nina.need(MONDAY, "night-shelter", "women", "", 5));
        nina.follow(need, MONDAY.plusDays(1), State.REFUSED, 1);
        nina.in(() -> ledger.write(new Delivery(
                HeadcountDeliveries.KIND,
                MONDAY.plusDays(3),
                nina.need(MONDAY, "night-shelter", "women", "", 3).about(),
                Amount.of(3, 3, Unit.NIGHT),
                Source.RECORDS,
                null,
                need,
                null,
                Map.of(),
                null)));

        assertThat(open(MONDAY)).isEqualTo(5);
        assertThat(open(MONDAY.plusDays(1))).isEqualTo(4);
        assertThat(open(MONDAY.plusDays(3))).isEqualTo(1);
        assertThatThrownBy(() -> nina.follow(need, MONDAY.plusDays(4), State.MET, 2))
                .isInstanceOf(Refusal.class);
        nina.follow(need, MONDAY.plusDays(5), State.WITHDRAWN, 0);
        assertThat(open(MONDAY.plusDays(5))).isZero();
        assertThatThrownBy(() -> nina.follow(need, MONDAY.plusDays(6), State.MET, 0))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void whatWasWrittenWronglyIsTakenBackOnceAndWithAllThatFollowed() {
        var need = nina.write(nina.need(MONDAY, "showers", "", "", 4));
        nina.follow(need, MONDAY, State.MET, 2);

        nina.reverse(need);

        var line = line(Asked.asOf(MONDAY));
        assertThat(line.need().people() + line.met().people() + line.need().entries())
                .isZero();
        assertThatThrownBy(() -> nina.reverse(need)).isInstanceOf(Refusal.class);
        nina.in(() -> ledger.again(need));
        assertThat(open(MONDAY)).isEqualTo(4);
    }

    @Test
    void monthsBackHaveTheirPagesToo() {
        nina.write(nina.delivery(LocalDate.of(2011, 8, 14), "soup-kitchen", "", "", 40));

        assertThat(line(Asked.between(LocalDate.of(2011, 8, 1), LocalDate.of(2011, 8, 31)))
                        .delivered())
                .isEqualTo(new Line.Sum(40, new BigDecimal("80.00"), 1));
    }

    @Test
    void theBookAnswersByWhatWasAskedAndOfWhatWasAskedAlone() {
        nina.write(nina.need(MONDAY, "showers", "women", "", 2));
        nina.write(nina.need(MONDAY, "showers", "", "", 3));
        nina.write(nina.need(MONDAY, "laundry", "women", "", 1));

        var byType = nina.sight()
                .call(() -> figures.lines(
                        Asked.between(MONDAY, MONDAY, Axis.SERVICE_TYPE).only(Axis.GROUP, "women")));

        assertThat(byType).extracting(Line::serviceType).containsExactly("laundry", "showers");
        assertThat(byType).extracting(line -> line.need().people()).containsExactly(1L, 2L);
        assertThat(byType.getFirst().group()).isNull();
        assertThat(nina.sight().call(() -> figures.lines(Asked.between(MONDAY, MONDAY, Axis.REASON, Axis.SOURCE))))
                .singleElement()
                .satisfies(
                        line -> assertThat(line.reason() + " " + line.source()).isEqualTo("full asked"));
    }

    @Test
    void whatCannotBeIsRefused() {
        var good = nina.need(MONDAY, "showers", "women", "", 2);
        for (var wrong : List.of(
                nina.need(MONDAY, "no-such-help", "", "", 2),
                nina.need(MONDAY, "", "", "", 2),
                nina.need(MONDAY, "showers", "martians", "", 2),
                nina.need(MONDAY, "showers", "", "the corner of Sokratous street", 2),
                nina.need(MONDAY, "showers", "", "", 0),
                nina.need(MONDAY, "showers", "", "", -3),
                nina.need(LocalDate.now(clock).plusDays(1), "showers", "", "", 2),
                nina.need(LocalDate.of(1999, 12, 31), "showers", "", "", 2))) {
            assertThatThrownBy(() -> nina.write(wrong)).as("%s", wrong).isInstanceOf(Refusal.class);
        }
        for (var attributes : List.<Map<String, Object>>of(Map.of("name", "Maria"), Map.of("nights", "two"))) {
            assertThatThrownBy(() -> nina.write(new Need(
                            good.kind(),
                            MONDAY,
                            good.about(),
                            good.amount(),
                            good.source(),
                            null,
                            null,
                            attributes,
                            null)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(new EntryKind.Attribute.Number(0, 9).holds(10)).isFalse();
        assertThat(new EntryKind.Attribute.Word(Set.of("a")).holds("a")).isTrue();
        assertThatThrownBy(() -> nina.sight().call(() -> ledger.write(good)))
                .as("the ledger writes in the transaction of the act")
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void nobodyChangesOrTakesOutALine() {
        nina.write(nina.need(MONDAY, "showers", "", "", 2));

        for (var sql : List.of(
                "update ledger.need set people = 1 where organization = ?",
                "delete from ledger.need where organization = ?",
                "truncate ledger.need",
                "truncate ledger.need_2026_03")) {
            assertThatThrownBy(() -> nina.in(() -> {
                        var statement = jdbc.sql(sql);
                        return (sql.contains("?") ? statement.param(nina.organization()) : statement).update();
                    }))
                    .as(sql)
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("corrected by reversal");
        }
    }

    @Test
    void othersSeeNoLineAndTheTeamSeesSumsAlone() {
        nina.write(nina.need(MONDAY, "showers", "roma", "", 2));
        var other = new Bookkeeper(ledger, transactions, Uuid7.next());

        for (var sight : List.of(other.sight(), Bookkeeper.team())) {
            assertThat(sight.<Long, RuntimeException>call(() -> count("ledger.need", nina.organization())))
                    .isZero();
        }
        assertThat(other.sight()
                        .call(() -> figures.lines(Asked.asOf(MONDAY, Axis.GROUP).of(nina.organization()))))
                .isEmpty();
        assertThat(Bookkeeper.team()
                        .call(() -> figures.lines(Asked.asOf(MONDAY, Axis.GROUP).of(nina.organization()))))
                .singleElement()
                .satisfies(line -> assertThat(line.need().people()).isEqualTo(2));
        assertThat(count("ledger.need", nina.organization()))
                .as("nobody's eyes see nothing")
                .isZero();
        assertThatThrownBy(() -> other.sight()
                        .call(() -> transactions.execute(_ -> ledger.write(nina.need(MONDAY, "showers", "", "", 1)))))
                .as("nobody writes for another organisation")
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void twoWhoWriteIntoOneCellDoNotWaitForEachOther() throws Exception {
        nina.write(nina.need(MONDAY, "showers", "", "", 1));
        var written = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(1)) {
            var slow = threads.submit(() -> nina.in(() -> {
                ledger.write(nina.need(MONDAY, "showers", "", "", 10));
                written.countDown();
                await(go);
                return true;
            }));
            assertThat(written.await(10, TimeUnit.SECONDS)).isTrue();

            nina.write(nina.need(MONDAY, "showers", "", "", 100));
            rollups.fold();

            assertThat(open(MONDAY)).as("the slow one is not kept yet").isEqualTo(101);
            go.countDown();
            slow.get(10, TimeUnit.SECONDS);
        }
        assertThat(open(MONDAY)).isEqualTo(111);
    }

    @Test
    void manyAtOnceLoseNothing() throws Exception {
        try (var threads = Executors.newFixedThreadPool(6)) {
            var all = new ArrayList<java.util.concurrent.Future<?>>();
            for (int writer = 0; writer < 6; writer++) {
                all.add(threads.submit(() -> {
                    for (int i = 0; i < 40; i++) {
                        nina.write(nina.need(MONDAY.plusDays(i % 3), "showers", "", "", 1));
                    }
                }));
            }
            for (int i = 0; i < 20; i++) {
                rollups.fold();
            }
            for (var one : all) {
                one.get(60, TimeUnit.SECONDS);
            }
        }
        assertThat(open(MONDAY.plusDays(2))).isEqualTo(240);
        rollups.fold();
        assertThat(open(MONDAY.plusDays(2))).isEqualTo(240);
        assertThat(rollups.compare(false).wrong()).isZero();
    }

    @Test
    void figuresThatWereSpoiledAreFoundAndPutRight() {
        nina.write(nina.need(MONDAY, "showers", "", "", 7));
        nina.write(nina.delivery(MONDAY.plusMonths(2), "showers", "", "", 3));
        rollups.fold();
        nina.write(nina.need(MONDAY.plusDays(1), "showers", "", "", 1));
        Sight.job("test")
                .run(() -> transactions.executeWithoutResult(_ -> {
                    jdbc.sql("update ledger.cell_day set people = people + 5 where organization = ?")
                            .param(nina.organization())
                            .update();
                    jdbc.sql("delete from ledger.cell_month where organization = ?")
                            .param(nina.organization())
                            .update();
                }));
        assertThat(rollups.compare(false).wrong()).isPositive();

        assertThat(rollups.compare(true).wrong()).isPositive();

        assertThat(rollups.compare(false).wrong()).isZero();
        assertThat(open(MONDAY.plusMonths(3))).isEqualTo(8);
        rollups.fold();
        assertThat(open(MONDAY.plusMonths(3))).isEqualTo(8);
    }

    @Test
    void aPersonCountsOnceAlsoUnderTwoRecordsThatWereJoined() {
        var maria = registered(people, nina.organization(), named("Μαρία", "Ανδρέου"));
        var same = registered(people, nina.organization(), named("Zeynep", "Yilmaz"));
        var nikos = registered(people, nina.organization(), named("Νίκος", "Βλάχος"));
        for (var person : List.of(maria, maria, same, nikos)) {
            nina.write(delivered(person));
        }
        var asked = Asked.between(MONDAY, MONDAY);
        assertThat(inside(asked)).isEqualTo(3);
        assertThat(unique.inTheNetwork(Book.DELIVERY, asked.of(nina.organization()))
                        .people())
                .isEqualTo(3);

        join(maria, same);
        assertThat(inside(asked)).isEqualTo(2);
        part(maria, same);
        assertThat(inside(asked)).isEqualTo(3);
    }

    @Test
    void peopleWithOneCodeAreOneInTheNetwork() {
        var other = new Bookkeeper(ledger, transactions, Uuid7.next());
        var code = "ΝΥΞ" + Long.toString(System.nanoTime(), 36);
        nina.write(delivered(coded(nina, code)));
        other.write(deliveredBy(other, coded(other, code)));
        var both = Asked.between(MONDAY, MONDAY)
                .only(
                        Axis.ORGANIZATION,
                        nina.organization().toString(),
                        other.organization().toString());

        assertThat(unique.inTheNetwork(Book.DELIVERY, both).people()).isEqualTo(1);
    }

    @Test
    void erasedSheIsNobodysAndTheFiguresStay() {
        var maria = registered(people, nina.organization(), named("Μαρία", "Ανδρέου"));
        nina.write(delivered(maria));
        assertThat(nina.in(() -> jdbc.sql("select count(*) from ledger.pseudonym where person = ?")
                        .param(maria.value())
                        .query(Long.class)
                        .single()))
                .isEqualTo(1);

        nina.in(() -> {
            erasure.erase(maria, "erasure.asked");
            return true;
        });

        assertThat(nina.in(() -> jdbc.sql("select count(*) from ledger.pseudonym where person = ?")
                        .param(maria.value())
                        .query(Long.class)
                        .single()))
                .isZero();
        assertThat(inside(Asked.between(MONDAY, MONDAY))).isEqualTo(1);
        assertThat(line(Asked.asOf(MONDAY)).delivered().people()).isEqualTo(1);
    }

    private Delivery delivered(PersonId person) {
        return deliveredBy(nina, person);
    }

    private static Delivery deliveredBy(Bookkeeper whose, PersonId person) {
        var plain = whose.delivery(MONDAY, "soup-kitchen", "", "", 1);
        return new Delivery(
                plain.kind(),
                plain.day(),
                plain.about(),
                plain.amount(),
                plain.source(),
                person,
                null,
                null,
                Map.of(),
                null);
    }

    private PersonId coded(Bookkeeper whose, String code) {
        return whose.in(() -> ((Registration.Registered)
                        people.register(new Registration(Uuid7.next(), List.of(), code, Set.of(), MONDAY, Set.of())))
                .id());
    }

    private void join(PersonId one, PersonId other) {
        nina.in(() -> {
            jdbc.sql("""
                    insert into people.pair (one, other, organization, state, found_at)
                    values (:one, :other, :organization, 'open', now())
                    """)
                    .param("one", one.value())
                    .param("other", other.value())
                    .param("organization", nina.organization())
                    .update();
            pairs.join(one.value(), other.value());
            return true;
        });
    }

    private void part(PersonId one, PersonId other) {
        nina.in(() -> {
            pairs.undo(one.value(), other.value());
            return true;
        });
    }

    private long inside(Asked asked) {
        return nina.in(() -> unique.inside(nina.organization(), Book.DELIVERY, asked));
    }

    private Line line(Asked asked) {
        return nina.sight()
                .call(() -> figures.lines(asked.of(nina.organization())))
                .getFirst();
    }

    private long open(LocalDate day) {
        return line(Asked.asOf(day)).open().people();
    }

    private long count(String table, UUID organization) {
        return java.util.Objects.requireNonNull(
                transactions.execute(_ -> jdbc.sql("select count(*) from %s where organization = ?".formatted(table))
                        .param(organization)
                        .query(Long.class)
                        .single()));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
