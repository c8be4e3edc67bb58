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
class PublicationsTest {

    static final Disclosure GATE = new Disclosure(Rule.usual());
    static final Axis ZONES = Axis.flat("zone", "all", List.of("1", "2", "3"));

    @Test
    void aYearAndElevenOfItsMonthsDoNotGiveTheTwelfthAway() {
        var publications = Publications.EMPTY;
        for (int month = 1; month <= 11; month++) {
            publications = publications.plus(tell(publications, month(month), 20 + month, 30, 40));
        }
        var year = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1));
        long first = 11 * 20 + 66 + 3;
        var told = tell(publications, year, first, 330 + 30, 440 + 40)
                .told()
                .sheets()
                .getFirst();

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
        var publications = Publications.EMPTY.plus(tell(Publications.EMPTY, halfYear, 42, 50, 60));
        var told = tell(publications, fromFebruary, 40, 30, 40).told().sheets().getFirst();

        assertThat(told.at("1")).isNotInstanceOf(Value.class);
    }

    @Test
    void theSameViewOnTheNextDayDoesNotTellOfOneNewPerson() {
        var first = tell(Publications.EMPTY, Grids.APRIL, 40, 30, 60);
        var publications = Publications.EMPTY.plus(first);
        var next = tell(publications, Grids.APRIL, 41, 30, 60).told().sheets().getFirst();
        var later = tell(publications, Grids.APRIL, 50, 30, 60).told().sheets().getFirst();

        assertThat(next.at("1")).isNotInstanceOf(Value.class);
        assertThat(next.at("all")).isNotInstanceOf(Value.class);
        assertThat(next.at("2")).isEqualTo(new Value(30));
        assertThat(later.at("1")).isEqualTo(new Value(50));
    }

    @Test
    void aTableFilteredByOneZoneLessDoesNotGiveThatZoneAway() {
        var publications = Publications.EMPTY.plus(tell(Publications.EMPTY, Grids.APRIL, 40, 30, 3));
        var parts = Axis.tree("zone", "all", Map.of("1", "centre", "2", "centre", "3", "all", "centre", "all"));
        var table = Table.of("centre", List.of(parts), leaves(40, 30, 3));
        var told = GATE.protect(Grids.request(table), publications);
        var everything = List.of(publications.all().getFirst().told(), told.told());
        var range = new Audit(everything).range(told.told(), told.sheets().getFirst(), List.of("3"));

        assertThat(range.least()).isLessThanOrEqualTo(1);
        assertThat(range.most()).isGreaterThanOrEqualTo(4);
    }

    @Test
    void theSameRequestTwiceHasTheSameAnswer() {
        var first = tell(Publications.EMPTY, Grids.APRIL, 3, 30, 60);
        var again = tell(Publications.EMPTY.plus(first), Grids.APRIL, 3, 30, 60);

        assertThat(again.told()).isEqualTo(first.told());
        assertThat(tell(Publications.EMPTY, Grids.APRIL, 3, 30, 60).told()).isEqualTo(first.told());
    }

    @Test
    void whatEarlierPublicationsGaveAwayIsSaid() {
        var careless = new Disclosure(new Rule(3, 1, Rule.Zeros.TOLD, Optional.empty()));
        var request = new Request(
                "needs, persons",
                Grids.APRIL,
                Grids.DAY,
                List.of(Table.of("zones", List.of(ZONES), leaves(4, 30, 60))));
        var before = careless.protect(request, Publications.EMPTY);
        var after = GATE.protect(request, Publications.EMPTY.plus(before.publication()));

        assertThat(before.sheet("zones").at("1")).isEqualTo(new Value(4));
        assertThat(after.sheet("zones").at("1")).isEqualTo(new Value(4));
    }

    /** A table by zone, then by zone and group, then the next day's, then a whole year: all of it in one attacker's hands. */
    @Seeded
    void fromEverythingEverToldNobodyConcludesMoreThanFewerThanFive(Random random) {
        var publications = Publications.EMPTY;
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
                publications = tell(publications, month(month), table, truth);
            }
        }
        var quarter = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 4, 1));
        publications = tell(publications, quarter, Table.of("quarter", axes, sum), truth);
        var everything = publications.all().stream().map(Publication::told).toList();

        var audit = new Audit(everything);
        var months = new ArrayList<>(everything.subList(0, everything.size() - 1));
        var silent = silent(everything.getLast());
        months.add(silent);
        var before = new Audit(months);
        for (var told : everything) {
            var sheet = told.sheets().getFirst();
            truth.getOrDefault(told, List.of()).getFirst().cells().forEach((cell, count) -> {
                if (Rule.usual().isSmall(count.people())) {
                    var range = audit.range(told, sheet, cell);
                    double implied = told == everything.getLast()
                            ? before.range(silent, silent.sheets().getFirst(), cell)
                                    .least()
                            : 1;
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
        var publications = Publications.EMPTY;
        var truth = new HashMap<Told, List<Table>>();
        var axes = List.of(Grids.flat("zone", 2), Grids.flat("group", 2), Grids.flat("service", 3));
        var sum = new HashMap<List<String>, Count>();
        for (int month = 1; month <= 3; month++) {
            var table = Grids.filled("month", axes, random, 0.3, 4);
            table.cells().forEach((cell, count) -> sum.merge(cell, count, Count::plus));
            publications = tell(publications, month(month), table, truth);
        }
        var months = publications.all().stream().map(Publication::told).toList();
        var quarter = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 4, 1));
        var request =
                new Request("needs, persons", quarter, Grids.DAY.plusDays(9), List.of(new Table("quarter", axes, sum)));
        var everything = new ArrayList<>(months);
        everything.add(GATE.protect(request, publications).told());

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

    /**
     * The same sheet of which nothing is told: what can be concluded of it, others gave away. "Fewer than five" in each of two
     * months is at least two in both, and nobody can take that back.
     */
    private static Told silent(Told told) {
        var sheet = told.sheets().getFirst();
        var cells = new HashMap<List<String>, Shown>();
        sheet.cells().keySet().forEach(cell -> cells.put(cell, new Shown.Withheld()));
        return new Told(
                told.subject(),
                told.period(),
                told.date(),
                told.rule(),
                List.of(new Sheet(sheet.name(), sheet.axes(), cells)));
    }

    private static Publications tell(
            Publications publications, Period period, Table table, Map<Told, List<Table>> truth) {
        var day = Grids.DAY.plusDays(publications.all().size());
        var told = GATE.protect(new Request("needs, persons", period, day, List.of(table)), publications);
        assertThat(told.proof().lost()).as("figures without a proof").isZero();
        truth.put(told.told(), List.of(table));
        return publications.plus(told.publication());
    }

    private static Publication tell(Publications publications, Period period, long... people) {
        var table = Table.of("zones", List.of(ZONES), leaves(people));
        return GATE.protect(new Request("needs, persons", period, Grids.DAY, List.of(table)), publications)
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
