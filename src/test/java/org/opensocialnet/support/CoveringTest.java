package org.opensocialnet.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opensocialnet.database.Sight;
import org.opensocialnet.database.Sight.Reach;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.ledger.Amount.Unit;
import org.opensocialnet.support.Cover.Source;
import org.opensocialnet.support.RequestActs.Sent;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Several cover a line: never more than was asked, and whoever counts comes to the same sums. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class CoveringTest {

    @Autowired
    RequestActs acts;

    @Autowired
    Covering covering;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    UUID shelter;
    UUID giver;
    UUID request;
    List<UUID> lines;

    @BeforeEach
    void bagsAndMattressesAreCalledFor() {
        shelter = Uuid7.next();
        giver = Uuid7.next();
        request = of(
                shelter,
                () -> acts.begin(
                        Uuid7.next(), new Asker.OfOrganization(shelter), "Για τον χειμώνα", "Κάνει κρύο.", null));
        lines = List.of(line(30), line(12));
        step(shelter, new Step.Submit());
        step(null, new Step.Accept());
        step(null, new Step.Call());
    }

    @Test
    void aPartIsCoveredGoesIsHandedOverAndConfirmed() {
        var cover = cover(giver, lines.getFirst(), Uuid7.next(), "30");
        assertThat(state()).isEqualTo(new State.PartlyCovered());
        var rest = cover(Uuid7.next(), lines.getLast(), Uuid7.next(), "12");
        assertThat(state()).isEqualTo(new State.Covered());
        move(giver, () -> covering.go(cover, new BigDecimal("20")));
        assertThat(state()).isEqualTo(new State.InDelivery());
        move(giver, () -> covering.deliver(cover, new BigDecimal("20")));
        assertThat(state()).isEqualTo(new State.PartlyDelivered());
        move(shelter, () -> covering.bringBack(cover, new BigDecimal("5")));
        move(shelter, () -> covering.confirm(cover, new BigDecimal("15")));
        assertThat(refused(() -> move(giver, () -> covering.uncover(cover, new BigDecimal("16"), "τελείωσαν"))))
                .as("nothing of what is on its way")
                .isEqualTo("support.cover.order");
        move(giver, () -> covering.go(cover, new BigDecimal("15")));
        move(giver, () -> covering.deliver(cover, new BigDecimal("15")));
        move(null, () -> covering.go(rest, new BigDecimal("12")));
        move(null, () -> covering.deliver(rest, new BigDecimal("12")));
        assertThat(state()).isEqualTo(new State.Delivered());
        move(shelter, () -> covering.confirm(cover, new BigDecimal("15")));
        move(shelter, () -> covering.confirm(rest, new BigDecimal("12")));
        assertThat(state()).isEqualTo(new State.Confirmed());
        assertThat(of(giver, () -> covering.of(request)))
                .as("who gives sees what it gives itself")
                .singleElement()
                .satisfies(own -> assertThat(own.confirmed()).isEqualByComparingTo("30"));
        assertThat(of(shelter, () -> covering.of(request))).hasSize(2);
    }

    @Test
    void theSameReferenceCoversOnceAndNobodyCoversMoreThanIsAsked() {
        var pledge = Uuid7.next();
        assertThat(cover(giver, lines.getFirst(), pledge, "10"))
                .isEqualTo(cover(giver, lines.getFirst(), pledge, "10"));
        assertThat(refused(() -> cover(giver, lines.getFirst(), Uuid7.next(), "21")))
                .isEqualTo("support.cover.too-much");
        for (var wrong : List.of("0", "-1", "0.001")) {
            assertThat(refused(() -> cover(giver, lines.getFirst(), Uuid7.next(), wrong)))
                    .as(wrong)
                    .isEqualTo("support.cover.quantity");
        }
        assertThat(sums(lines.getFirst())).containsEntry("covered", new BigDecimal("10.00"));
    }

    @Test
    void whatIsClosedLetsGoOfWhatIsNotOnItsWay() {
        var cover = cover(giver, lines.getFirst(), Uuid7.next(), "30");
        move(giver, () -> covering.go(cover, new BigDecimal("4")));
        move(giver, () -> covering.deliver(cover, new BigDecimal("4")));
        step(null, new Step.Close("Έκλεισε ο ξενώνας."));
        assertThat(sums(lines.getFirst())).containsEntry("covered", new BigDecimal("4.00"));
        assertThat(refused(() -> cover(giver, lines.getFirst(), Uuid7.next(), "1")))
                .isEqualTo("support.step-not-possible");
        move(shelter, () -> covering.confirm(cover, new BigDecimal("4")));
        assertThat(state()).as("it stays closed").isEqualTo(new State.Closed("Έκλεισε ο ξενώνας."));
    }

    /** What the code forbids, the database forbids too. */
    @Test
    void noOrganizationWritesTheLinesOfWhatOthersCallFor() {
        var line = lines.getFirst();
        var cover = cover(giver, line, Uuid7.next(), "10");
        for (var sql : List.of(
                "insert into support.line (id, request, kind, what, quantity, unit, people, service_type, target_group, zone)"
                        + " values (uuidv7(), :request, 'goods', 'x', 5, 'item', 5, 'clothing', '', '')",
                "delete from support.line where id = :line",
                "update support.line set quantity = 40 where id = :line",
                "update support.line set covered = 30 where id = :line",
                "update support.request set title = 'x' where id = :request",
                "delete from support.request where id = :request",
                "insert into support.word (word, request) values ('x', :request)",
                "delete from support.word where request = :request",
                "insert into support.cover select uuidv7(), line, request, source, uuidv7(), organization, null, named, 5, 0,"
                        + " 0, 0, now(), now() from support.cover where id = :cover",
                "update support.cover set quantity = 20 where id = :cover",
                "delete from support.cover where id = :cover")) {
            assertThat(written(giver, sql, line, cover)).as("%s", sql).isZero();
            if (!sql.contains("support.request ") && !sql.contains("support.word")) {
                assertThat(written(shelter, sql, line, cover)).as("%s", sql).isZero();
            }
        }
        assertThat(catchThrowable(() -> of(
                        Uuid7.next(),
                        () -> jdbc.sql(
                                        "select support.cover(uuidv7(), :line, 'pledge', uuidv7(), :giver, null, true, 1, now())")
                                .param("line", line)
                                .param("giver", giver)
                                .query((_, _) -> "")
                                .list())))
                .as("nobody covers in another's name")
                .hasStackTraceContaining("nobody is called to cover");
        assertThat(sums(line)).containsEntry("covered", new BigDecimal("10.00"));
    }

    /** How many rows one organisation could write; none where it is not let. */
    private int written(UUID organization, String sql, UUID line, UUID cover) {
        try {
            return of(
                    organization,
                    () -> jdbc.sql(sql)
                            .param("line", line)
                            .param("request", request)
                            .param("cover", cover)
                            .update());
        } catch (DataAccessException _) {
            return 0;
        }
    }

    /** Eight at once, each a random act after the other; the figures of the seeds are as good as any. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void inWhateverOrderManyCoverAtOnceTheSumsHold(long seed) throws Exception {
        try (var pool = Executors.newFixedThreadPool(8)) {
            var work = IntStream.range(0, 8)
                    .<Callable<Integer>>mapToObj(i -> () -> randomActs(new Random(seed * 100 + i)))
                    .toList();
            int done = 0;
            for (var one : pool.invokeAll(work)) {
                done += one.get();
            }
            assertThat(done).isGreaterThan(20);
        }
        for (var line : lines) {
            assertThat(sums(line)).isEqualTo(sumsOfCovers(line)).satisfies(sums -> {
                assertThat(sums.get("confirmed")).isLessThanOrEqualTo(sums.get("delivered"));
                assertThat(sums.get("delivered")).isLessThanOrEqualTo(sums.get("going"));
                assertThat(sums.get("going")).isLessThanOrEqualTo(sums.get("covered"));
                assertThat(sums.get("covered")).isLessThanOrEqualTo(sums.get("quantity"));
            });
        }
        var all = of(shelter, () -> acts.lines(request));
        assertThat(state()).isEqualTo(new Step.Count(Line.progress(all)).from(new State.Open()));
    }

    private int randomActs(Random random) {
        var own = Uuid7.next();
        var covers = new ArrayList<UUID>();
        int done = 0;
        for (int i = 0; i < 12; i++) {
            var quantity = BigDecimal.valueOf(random.nextInt(1, 900), 2);
            try {
                if (covers.isEmpty() || random.nextInt(3) == 0) {
                    covers.add(cover(own, lines.get(random.nextInt(2)), Uuid7.next(), quantity.toPlainString()));
                } else {
                    var cover = covers.get(random.nextInt(covers.size()));
                    int act = random.nextInt(6);
                    move(own, () -> act(act, cover, quantity));
                }
                done++;
            } catch (Refusal _) {
                // others were first, or it was too much: as it should be
            }
        }
        return done;
    }

    private void act(int which, UUID cover, BigDecimal quantity) {
        switch (which) {
            case 0 -> covering.uncover(cover, quantity, "");
            case 1 -> covering.stay(cover, quantity);
            case 2 -> covering.deliver(cover, quantity);
            case 3 -> covering.bringBack(cover, quantity);
            case 4 -> covering.confirm(cover, quantity);
            default -> covering.go(cover, quantity);
        }
    }

    // what the shelter, the team and those who give do

    private <T> T of(UUID organization, Callable<T> work) {
        return sight(organization, work);
    }

    private <T> T sight(@Nullable UUID organization, Callable<T> work) {
        var sight = organization == null
                ? new Sight(null, null, "coordinator", Reach.NETWORK, "desk", "here")
                : new Sight(null, organization, "caseworker", Reach.ORGANIZATION, "desk", "here");
        return Objects.requireNonNull(sight.call(() -> transactions.execute(_ -> {
            try {
                return work.call();
            } catch (RuntimeException failed) {
                throw failed;
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        })));
    }

    private UUID line(int quantity) {
        var line = new Line(
                Uuid7.next(),
                request,
                new Thing.Goods(null, "Υπνόσακοι"),
                BigDecimal.valueOf(quantity),
                Unit.ITEM,
                25,
                "night-shelter",
                "women",
                "",
                null,
                null,
                "",
                false,
                false,
                Line.Come.NOTHING);
        return of(shelter, () -> {
            acts.put(line, new Sent(Uuid7.next(), acts.read(request).version()));
            return line.id();
        });
    }

    private void step(@Nullable UUID organization, Step step) {
        sight(
                organization,
                () -> acts.take(
                        request, new Sent(Uuid7.next(), acts.read(request).version()), step));
    }

    private UUID cover(UUID organization, UUID line, UUID reference, String quantity) {
        return of(
                organization,
                () -> covering.cover(
                        line, Source.PLEDGE, reference, organization, null, true, new BigDecimal(quantity)));
    }

    private void move(@Nullable UUID organization, Runnable act) {
        sight(organization, () -> {
            act.run();
            return true;
        });
    }

    private State state() {
        return of(shelter, () -> acts.read(request).state());
    }

    private static String refused(Runnable act) {
        return catchThrowable(act::run) instanceof Refusal refusal ? refusal.key() : "nothing";
    }

    private Map<String, BigDecimal> sums(UUID line) {
        return amounts(
                "select quantity, covered, going, delivered, confirmed from support.line where id = :line", line);
    }

    private Map<String, BigDecimal> sumsOfCovers(UUID line) {
        return amounts("""
                select (select quantity from support.line where id = :line) as quantity,
                       coalesce(sum(quantity), 0.00) as covered, coalesce(sum(going), 0.00) as going,
                       coalesce(sum(delivered), 0.00) as delivered, coalesce(sum(confirmed), 0.00) as confirmed
                from support.cover where line = :line
                """, line);
    }

    private Map<String, BigDecimal> amounts(String sql, UUID line) {
        return of(
                shelter,
                () -> jdbc.sql(sql)
                        .param("line", line)
                        .query((row, _) -> Map.of(
                                "quantity", row.getBigDecimal("quantity").setScale(2),
                                "covered", row.getBigDecimal("covered").setScale(2),
                                "going", row.getBigDecimal("going").setScale(2),
                                "delivered", row.getBigDecimal("delivered").setScale(2),
                                "confirmed", row.getBigDecimal("confirmed").setScale(2)))
                        .single());
    }
}
