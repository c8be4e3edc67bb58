package org.opensocialnet.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.opensocialnet.disclosure.Shown.Value;
import org.opensocialnet.kernel.Seeded;

/** What was told before counts: nobody learns by subtracting one publication from another. */
class LedgerTest {

    static final Disclosure GATE = new Disclosure(Rule.usual());
    static final Axis ZONES = Axis.flat("zone", "all", List.of("1", "2", "3"));

    @Test
    void aYearAndElevenOfItsMonthsDoNotGiveTheTwelfthAway() {
        var ledger = Ledger.EMPTY;
        for (int month = 1; month <= 11; month++) {
            ledger = ledger.plus(tell(ledger, month(month), 20 + month, 30, 40));
        }
        var year = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1));
        long first = 11 * 20 + 66 + 3;
        var told = tell(ledger, year, first, 330 + 30, 440 + 40).told().sheets().getFirst();

        assertThat(told.at("1")).isNotInstanceOf(Value.class);
        assertThat(told.at("2"))
                .satisfiesAnyOf(
                        shown -> assertThat(shown).isInstanceOf(Value.class),
                        shown -> assertThat(told.at("3")).isInstanceOf(Value.class));
    }

    @Test
    void overlappingPeriodsDoNotGiveTheirDifferenceAway() {
        var halfYear = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 7, 1));
        var fromFebruary = new Period(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 7, 1));
        var ledger = Ledger.EMPTY.plus(tell(Ledger.EMPTY, halfYear, 42, 50, 60));
        var told = tell(ledger, fromFebruary, 40, 30, 40).told().sheets().getFirst();

        assertThat(told.at("1")).isNotInstanceOf(Value.class);
    }

    @Test
    void theSameViewOnTheNextDayDoesNotTellOfOneNewPerson() {
        var first = tell(Ledger.EMPTY, Grids.APRIL, 40, 30, 60);
        var ledger = Ledger.EMPTY.plus(first);
        var next = tell(ledger, Grids.APRIL, 41, 30, 60).told().sheets().getFirst();
        var later = tell(ledger, Grids.APRIL, 50, 30, 60).told().sheets().getFirst();

        assertThat(next.at("1")).isNotInstanceOf(Value.class);
        assertThat(next.at("all")).isNotInstanceOf(Value.class);
        assertThat(next.at("2")).isEqualTo(new Value(30));
        assertThat(later.at("1")).isEqualTo(new Value(50));
    }

    @Test
    void aTableFilteredByOneZoneLessDoesNotGiveThatZoneAway() {
        var ledger = Ledger.EMPTY.plus(tell(Ledger.EMPTY, Grids.APRIL, 40, 30, 3));
        var parts = Axis.tree("zone", "all", Map.of("1", "centre", "2", "centre", "3", "all", "centre", "all"));
        var table = Table.of("centre", List.of(parts), leaves(40, 30, 3));
        var told = GATE.protect(Grids.request(table), ledger);
        var everything = List.of(ledger.publications().getFirst().told(), told.told());
        var range = new Audit(everything).range(told.told(), told.sheets().getFirst(), List.of("3"));

        assertThat(range.least()).isLessThanOrEqualTo(1);
        assertThat(range.most()).isGreaterThanOrEqualTo(4);
    }

    @Test
    void theSameRequestTwiceHasTheSameAnswer() {
        var first = tell(Ledger.EMPTY, Grids.APRIL, 3, 30, 60);
        var again = tell(Ledger.EMPTY.plus(first), Grids.APRIL, 3, 30, 60);

        assertThat(again.told()).isEqualTo(first.told());
        assertThat(tell(Ledger.EMPTY, Grids.APRIL, 3, 30, 60).told()).isEqualTo(first.told());
    }

    @Test
    void whatEarlierPublicationsGaveAwayIsSaid() {
        var careless = new Disclosure(new Rule(3, 1, Rule.Zeros.TOLD, Optional.empty()));
        var request = new Request(
                "needs, persons",
                Grids.APRIL,
                Grids.DAY,
                List.of(Table.of("zones", List.of(ZONES), leaves(4, 30, 60))));
        var before = careless.protect(request, Ledger.EMPTY);
        var after = GATE.protect(request, Ledger.EMPTY.plus(before.publication()));

        assertThat(before.sheet("zones").at("1")).isEqualTo(new Value(4));
        assertThat(after.sheet("zones").at("1")).isEqualTo(new Value(4));
    }

    /** A table by zone, then by zone and group, then the next day's, then a whole year: all of it in one attacker's hands. */
    @Seeded
    void fromEverythingEverToldNobodyConcludesMoreThanFewerThanFive(Random random) {
        var ledger = Ledger.EMPTY;
        var truth = new HashMap<Told, List<Table>>();
        var axes = List.of(ZONES, Grids.flat("group", 3));
        var sum = new HashMap<List<String>, Count>();
        for (int month = 1; month <= 3; month++) {
            var table = Grids.filled("zones and groups", axes, random, 0.7, 8);
            axes.getFirst()
                    .leaves()
                    .forEach(zone -> axes.get(1)
                            .leaves()
                            .forEach(group -> sum.merge(
                                    List.of(zone, group), table.cells().get(List.of(zone, group)), Count::plus)));
            if (month < 3 || random.nextBoolean()) {
                ledger = tell(ledger, month(month), table, truth);
            }
        }
        var quarter = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 4, 1));
        ledger = tell(ledger, quarter, Table.of("quarter", axes, sum), truth);
        var everything = ledger.publications().stream().map(Publication::told).toList();

        var audit = new Audit(everything);
        for (var told : everything) {
            var sheet = told.sheets().getFirst();
            truth.getOrDefault(told, List.of()).getFirst().cells().forEach((cell, count) -> {
                if (Rule.usual().isSmall(count.people())) {
                    var range = audit.range(told, sheet, cell);
                    long implied = told == everything.getLast() ? impliedByWords(everything, cell) : 1;
                    assertThat(range.least())
                            .as("%s of %s", cell, told.period())
                            .isLessThan(Math.max(1, implied) + 1e-6);
                    assertThat(range.most()).as("%s of %s", cell, told.period()).isGreaterThan(4 - 1e-6);
                }
            });
        }
    }

    /** Three axes and many zeros, where a proof is hard to find: the quarter gives nothing of its months away. */
    @Seeded
    void aQuarterGivesNothingOfItsMonthsAwayHoweverHardTheProof(Random random) {
        var ledger = Ledger.EMPTY;
        var truth = new HashMap<Told, List<Table>>();
        var axes = List.of(Grids.flat("zone", 2), Grids.flat("group", 2), Grids.flat("service", 3));
        var sum = new HashMap<List<String>, Count>();
        for (int month = 1; month <= 3; month++) {
            var table = Grids.filled("month", axes, random, 0.3, 4);
            table.cells().forEach((cell, count) -> sum.merge(cell, count, Count::plus));
            ledger = tell(ledger, month(month), table, truth);
        }
        var months = ledger.publications().stream().map(Publication::told).toList();
        var quarter = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 4, 1));
        var request =
                new Request("needs, persons", quarter, Grids.DAY.plusDays(9), List.of(new Table("quarter", axes, sum)));
        var everything = new ArrayList<>(months);
        everything.add(GATE.protect(request, ledger).told());

        var before = new Audit(months);
        var after = new Audit(everything);
        for (var told : months) {
            var sheet = told.sheets().getFirst();
            truth.getOrDefault(told, List.of()).getFirst().cells().forEach((cell, count) -> {
                if (Rule.usual().isSmall(count.people())
                        && before.range(told, sheet, cell).width() > 3 - 1e-6) {
                    assertThat(after.range(told, sheet, cell).width())
                            .as("%s of %s", cell, told.period())
                            .isGreaterThan(3 - 1e-6);
                }
            });
        }
    }

    /** "Fewer than five" in each of two months are at least two in both, and nobody can take that back. */
    private static long impliedByWords(List<Told> everything, List<String> cell) {
        long least = 0;
        for (var month : everything.subList(0, everything.size() - 1)) {
            least += switch (month.sheets().getFirst().at(cell)) {
                case Value(long people) -> people;
                case Shown.FewerThan _ -> 1;
                default -> 0;
            };
        }
        return least;
    }

    private static Ledger tell(Ledger ledger, Period period, Table table, Map<Told, List<Table>> truth) {
        var day = Grids.DAY.plusDays(ledger.publications().size());
        var told = GATE.protect(new Request("needs, persons", period, day, List.of(table)), ledger);
        assertThat(told.proof().lost()).isZero();
        truth.put(told.told(), List.of(table));
        return ledger.plus(told.publication());
    }

    private static Publication tell(Ledger ledger, Period period, long... people) {
        var table = Table.of("zones", List.of(ZONES), leaves(people));
        return GATE.protect(new Request("needs, persons", period, Grids.DAY, List.of(table)), ledger)
                .publication();
    }

    private static Map<List<String>, Count> leaves(long... people) {
        var leaves = new HashMap<List<String>, Count>();
        for (int i = 0; i < people.length; i++) {
            leaves.put(List.of(String.valueOf(i + 1)), Count.of(people[i]));
        }
        return leaves;
    }

    private static Period month(int month) {
        return new Period(
                LocalDate.of(2026, month, 1), LocalDate.of(2026, month, 1).plusMonths(1));
    }
}
