package org.opensocialnet.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.opensocialnet.kernel.Seeded;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.ledger.Asked.Axis;
import org.opensocialnet.ledger.FollowUp.State;
import org.opensocialnet.ledger.LedgerFigures.Line.Sum;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.transaction.support.TransactionOperations;

/** Whatever is written in whatever order and taken back again, the figures of any days are those of the book. */
@SpringBootTest
class RollupPropertiesTest {

    static final LocalDate FIRST = LocalDate.of(2024, 12, 20);
    static final int DAYS = 430;

    @Autowired
    Ledger ledger;

    @Autowired
    LedgerFigures readings;

    @Autowired
    Rollups rollups;

    @Autowired
    TransactionOperations transactions;

    /** What the book says, kept beside it by the test: one act of so many people on a day. */
    record Told(LocalDate day, String measure, String type, String group, int people) {

        /** Each act is one entry; of deliveries two meals went to each. */
        Sum sum() {
            return new Sum(people, new BigDecimal((measure.equals("delivery") ? 2 * people : 0) + ".00"), 1);
        }
    }

    private static final Sum NOTHING = new Sum(0, new BigDecimal("0.00"), 0);

    private static Sum plus(Sum one, Sum other) {
        return new Sum(
                one.people() + other.people(), one.quantity().add(other.quantity()), one.entries() + other.entries());
    }

    /** An entry that may still be followed up or taken back, and all that would go with it. */
    record Standing(EntryId id, String type, String group, int people, List<Told> told) {

        int open() {
            return people - told.stream().skip(1).mapToInt(Told::people).sum();
        }
    }

    @Seeded
    void theFiguresAreThoseOfTheBook(Random random) {
        var nina = new Bookkeeper(ledger, transactions, Uuid7.next());
        var standing = new ArrayList<Standing>();
        for (int act = 0; act < 14; act++) {
            switch (random.nextInt(10)) {
                case 0, 1, 2, 3 -> standing.add(need(nina, random));
                case 4, 5 -> standing.add(delivery(nina, random));
                case 6, 7 -> follow(nina, random, standing);
                case 8 -> takeBack(nina, random, standing);
                default -> rollups.fold();
            }
        }
        for (int question = 0; question < 4; question++) {
            var to = FIRST.plusDays(random.nextInt(DAYS + 20));
            var from = random.nextInt(4) == 0 ? null : to.minusDays(random.nextInt(200));
            var asked = new Asked(
                            from,
                            to,
                            random.nextBoolean() ? Set.of(Axis.SERVICE_TYPE, Axis.GROUP) : Set.of(Axis.GROUP),
                            Map.of())
                    .of(nina.organization());
            assertThat(read(nina, asked)).as("%s to %s", from, to).isEqualTo(expected(standing, asked));
            assertThat(Bookkeeper.team().call(() -> readings.lines(asked)))
                    .as("the team reads the same")
                    .isEqualTo(nina.sight().call(() -> readings.lines(asked)));
        }
        manyDaysAreReadAsEachAlone(nina, random);
    }

    /** Days of one month and of several, before the first line and after the last, by one reading. */
    private void manyDaysAreReadAsEachAlone(Bookkeeper nina, Random random) {
        var days = random.ints(5, -40, DAYS + 60)
                .sorted()
                .distinct()
                .mapToObj(FIRST::plusDays)
                .toList();
        var standing = nina.sight().call(() -> readings.standing(days));
        for (int until = 1; until < days.size(); until++) {
            var asked = Asked.between(days.get(0).plusDays(1), days.get(until)).of(nina.organization());
            var line = nina.sight().call(() -> readings.lines(asked)).getFirst();
            int last = until;
            assertThat(standing.stream().mapToLong(one -> one.people(0, last)).sum())
                    .as("people after %s until %s", days.get(0), days.get(until))
                    .isEqualTo(line.need().people()
                            + line.met().people()
                            + line.withdrawn().people()
                            + line.refused().people()
                            + line.delivered().people());
            assertThat(standing.stream().mapToLong(one -> one.entries(0, last)).sum())
                    .isEqualTo(line.need().entries()
                            + line.met().entries()
                            + line.withdrawn().entries()
                            + line.refused().entries()
                            + line.delivered().entries());
        }
    }

    private Standing need(Bookkeeper nina, Random random) {
        var day = FIRST.plusDays(random.nextInt(DAYS));
        var type = any(random, Bookkeeper.types());
        var group = any(random, List.of("", "women"));
        int people = 1 + random.nextInt(9);
        var id = nina.write(nina.need(day, type, group, "", people));
        return new Standing(
                id, type, group, people, new ArrayList<>(List.of(new Told(day, "need", type, group, people))));
    }

    private Standing delivery(Bookkeeper nina, Random random) {
        var day = FIRST.plusDays(random.nextInt(DAYS));
        var type = any(random, Bookkeeper.types());
        int people = 1 + random.nextInt(9);
        var id = nina.write(nina.delivery(day, type, "", "", people));
        return new Standing(
                id, type, "", people, new ArrayList<>(List.of(new Told(day, "delivery", type, "", people))));
    }

    private static void follow(Bookkeeper nina, Random random, List<Standing> standing) {
        standing.stream()
                .filter(one -> one.id().book() == EntryId.Book.NEED && one.open() > 0)
                .findFirst()
                .ifPresent(need -> {
                    var state = State.values()[random.nextInt(3)];
                    var day = need.id().day().plusDays(random.nextInt(100));
                    int people = 1 + random.nextInt(need.open());
                    nina.follow(need.id(), day, state, people);
                    need.told().add(new Told(day, state.code(), need.type(), need.group(), people));
                });
    }

    private static void takeBack(Bookkeeper nina, Random random, List<Standing> standing) {
        if (!standing.isEmpty()) {
            nina.reverse(standing.remove(random.nextInt(standing.size())).id());
        }
    }

    private static <T> T any(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private Map<String, Sum> read(Bookkeeper nina, Asked asked) {
        var read = new TreeMap<String, Sum>();
        for (var line : nina.sight().call(() -> readings.lines(asked))) {
            var cell = Objects.requireNonNullElse(line.serviceType(), "") + "/" + line.group() + "/";
            Map.of(
                            "need",
                            line.need(),
                            "met",
                            line.met(),
                            "withdrawn",
                            line.withdrawn(),
                            "refused",
                            line.refused(),
                            "delivery",
                            line.delivered())
                    .forEach((measure, sum) -> read.put(cell + measure, sum));
        }
        read.values().removeIf(NOTHING::equals);
        return read;
    }

    private static Map<String, Sum> expected(List<Standing> standing, Asked asked) {
        var expected = new HashMap<String, Sum>();
        standing.stream().flatMap(one -> one.told().stream()).forEach(told -> {
            if (!told.day().isAfter(asked.to())
                    && (asked.from() == null || !told.day().isBefore(asked.from()))) {
                var type = asked.by().contains(Axis.SERVICE_TYPE) ? told.type() : "";
                expected.merge(
                        type + "/" + told.group() + "/" + told.measure(), told.sum(), RollupPropertiesTest::plus);
            }
        });
        return new TreeMap<>(expected);
    }
}
