package org.opensocialnet.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.opensocialnet.disclosure.Period;
import org.opensocialnet.disclosure.Shown;
import org.opensocialnet.evidence.Passing.Earlier;
import org.opensocialnet.evidence.Picture.Key;
import org.opensocialnet.evidence.Picture.Split;
import org.opensocialnet.evidence.Raw.Subject;
import org.opensocialnet.kernel.Seeded;
import org.opensocialnet.margins.Ranges;

/**
 * A reader who collects all that is ever told of a city (thirty days that end today, those that ended yesterday, the last
 * week, and the month everybody is told) and has a solver that knows every single day.
 */
class NeighbouringDaysTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 5, 1);
    private static final List<String> GROUPS = List.of("women", "men");
    private static final List<String> ZONES = List.of("1", "2");

    private static final int CITY_DAYS = 8;
    private static final int LONG = 6;
    private static final int SHORT = 3;

    /** A linear program each: more of them find no more, and take long. */
    private static final int LOOKS = 3;

    /** How many were helped on a day, of a group, in a community. */
    private record Day(LocalDate day, String group, String zone) {}

    /** All days of the city; all tellings so far, the oldest first. */
    private final Map<Day, Long> city = new HashMap<>();

    private final List<Earlier> told = new ArrayList<>();

    @Test
    void aWeekInsideOfItsMonthDoesNotGiveTheDaysBeforeItAway() {
        for (int i = 0; i < 30; i++) {
            city.put(new Day(FIRST.plusDays(i), "women", "1"), i < 23 ? (i == 4 ? 2L : 0L) : 6L);
            city.put(new Day(FIRST.plusDays(i), "men", "2"), 9L);
        }
        var last = FIRST.plusDays(29);
        tell(last, 30);
        tell(last, 7);

        assertThat(shown(0, "women", "1")).as("forty-four in all").isEqualTo(new Shown.Value(44));
        assertThat(shown(1, "women", "1"))
                .as("forty-two of them in the last week")
                .isNotEqualTo(new Shown.Value(42));
    }

    @Test
    void tomorrowTellsItsNumbersAlthoughOneCameAndOneWent() {
        for (int i = 0; i < 31; i++) {
            city.put(new Day(FIRST.plusDays(i), "women", "1"), i % 3 == 0 ? 2L : 1L);
            city.put(new Day(FIRST.plusDays(i), "men", "2"), 9L);
        }
        tell(FIRST.plusDays(29), 30);
        tell(FIRST.plusDays(30), 30);

        assertThat(shown(0, "women", "1")).isInstanceOf(Shown.Value.class);
        assertThat(shown(1, "women", "1"))
                .as("who came and who went hide each other")
                .isInstanceOf(Shown.Value.class);
    }

    /**
     * Of every figure that is told as fewer than five, one to four stay possible. Windows are shorter than in life, so that a
     * solver comes to an end.
     */
    @Seeded
    void fromAllDaysAndLengthsTogetherNobodyConcludesMoreThanFewerThanFive(Random random) {
        for (int i = 0; i < CITY_DAYS; i++) {
            for (var group : GROUPS) {
                for (var zone : ZONES) {
                    if (random.nextInt(3) == 0) {
                        city.put(new Day(FIRST.plusDays(i), group, zone), 1L + random.nextInt(6));
                    }
                }
            }
        }
        for (int end = LONG - 1; end < CITY_DAYS; end++) {
            tell(FIRST.plusDays(end), LONG);
            if (random.nextBoolean()) {
                tell(FIRST.plusDays(end), SHORT);
            }
        }
        tell(FIRST.plusDays(LONG), LONG + 1);

        var attacker = new Attacker();
        for (int i = 0; i < CITY_DAYS; i++) {
            for (var group : List.of("women", "men", Picture.ALL)) {
                for (var zone : List.of("1", "2", Picture.ALL)) {
                    attacker.learnsNothingOf(FIRST.plusDays(i), group, zone);
                }
            }
        }
        for (int look = 0; look < LOOKS; look++) {
            attacker.learnsNothingOf(
                    random.nextInt(told.size()), GROUPS.get(random.nextInt(2)), ZONES.get(random.nextInt(2)));
        }
    }

    private void tell(LocalDate day, int days) {
        var from = day.minusDays(days - 1L);
        var period = Ties.period(from, day);
        var raw = raw(from, day);
        var ties = new ArrayList<Earlier>(told);
        var known = new HashSet<>(told.stream().map(Earlier::period).toList());
        known.add(period);
        for (var stretch : Ties.stretches(known)) {
            ties.addFirst(new Earlier(
                    stretch, null, raw(stretch.from(), stretch.until().minusDays(1))));
        }
        var telling = new Passing(from, day, day).pass(raw, List.of(), ties);
        told.add(new Earlier(period, telling, raw));
    }

    private Raw raw(LocalDate from, LocalDate day) {
        var raw = new Raw(new EnumMap<>(Split.class), new EnumMap<>(Split.class));
        var counts = new HashMap<List<String>, Long>();
        city.forEach((each, people) -> {
            if (!each.day().isBefore(from) && !each.day().isAfter(day) && people > 0) {
                counts.merge(List.of("showers", each.group(), each.zone()), people, Long::sum);
            }
        });
        raw.reached().put(Split.ZONE, counts);
        return raw;
    }

    private Shown shown(int which, String group, String zone) {
        var telling = Objects.requireNonNull(told.get(which).told());
        return telling.shown(Subject.REACHED)
                .getOrDefault(new Key(Split.ZONE, "showers", group, zone), new Shown.Value(0));
    }

    /** Knows every telling and that each is the sum of its days. */
    private final class Attacker {

        private final Ranges ranges = new Ranges(false);
        private final Map<Object, Long> numbers = new HashMap<>();

        Attacker() {
            for (int which = 0; which < told.size(); which++) {
                var period = told.get(which).period();
                for (var group : List.of("women", "men", Picture.ALL)) {
                    for (var zone : List.of("1", "2", Picture.ALL)) {
                        var figure = figure(which, group, zone);
                        learn(figure, shown(which, group, zone));
                        ranges.sum(figure, days(period, group, zone));
                    }
                }
            }
        }

        private long number(Object of) {
            return numbers.computeIfAbsent(of, _ -> (long) numbers.size());
        }

        private long figure(int which, String group, String zone) {
            return number(List.of(which, group, zone));
        }

        private List<Long> days(Period period, String group, String zone) {
            var days = new ArrayList<Long>();
            for (var day = period.from(); day.isBefore(period.until()); day = day.plusDays(1)) {
                for (var one : group.equals(Picture.ALL) ? GROUPS : List.of(group)) {
                    for (var other : zone.equals(Picture.ALL) ? ZONES : List.of(zone)) {
                        days.add(number(new Day(day, one, other)));
                    }
                }
            }
            return days;
        }

        private void learn(long figure, Shown shown) {
            switch (shown) {
                case Shown.Value(long people) -> ranges.told(figure, people, people);
                case Shown.FewerThan(int people) -> ranges.told(figure, 1, people - 1);
                default -> ranges.told(figure, 0, Ranges.NO_END);
            }
        }

        /** Of a single day, which nobody was told. */
        void learnsNothingOf(LocalDate day, String group, String zone) {
            var people = raw(day, day).reached().getOrDefault(Split.ZONE, Map.of()).entrySet().stream()
                    .filter(each -> List.of(each.getKey().get(1), Picture.ALL).contains(group)
                            && List.of(each.getKey().get(2), Picture.ALL).contains(zone))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            if (people > 0 && people < 5) {
                long figure = number(List.of(day, group, zone));
                ranges.told(figure, 0, Ranges.NO_END);
                ranges.sum(figure, days(Ties.period(day, day), group, zone));
                var range = ranges.of(figure);
                assertThat(range.width())
                        .as("%s of %s %s on %s", people, group, zone, day)
                        .isGreaterThan(2.5);
            }
        }

        void learnsNothingOf(int which, String group, String zone) {
            if (shown(which, group, zone) instanceof Shown.FewerThan) {
                var range = ranges.of(figure(which, group, zone));
                assertThat(range.width())
                        .as("%s %s of %s", group, zone, told.get(which).period())
                        .isGreaterThan(2.5);
            }
        }
    }
}
