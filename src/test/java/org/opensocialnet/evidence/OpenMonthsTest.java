package org.opensocialnet.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.opensocialnet.disclosure.Shown;
import org.opensocialnet.evidence.OpenMonths.Line;
import org.opensocialnet.evidence.Picture.Split;
import org.opensocialnet.kernel.Seeded;
import org.opensocialnet.margins.Ranges;

/** Somebody who wishes to know of few people downloads all that everybody is told of a month, and has a solver. */
class OpenMonthsTest {

    private static final YearMonth MAY = YearMonth.of(2026, 5);
    private static final List<String> GROUPS = List.of("women", "men", "older");
    private static final List<String> ZONES = List.of("1", "2", "3");
    private static final List<String> REASONS = List.of("full", "language");
    private static final int SMALL = 5;

    /** By group and community, and by group and reason: the same people told apart in two ways. */
    private final Map<List<String>, Long> byZone = new HashMap<>();

    private final Map<List<String>, Long> byReason = new HashMap<>();

    @Seeded
    void fromAllFilesOfAMonthNobodyConcludesMoreThanFewerThanFive(Random random) {
        for (var group : GROUPS) {
            for (var zone : ZONES) {
                long people = random.nextInt(3) == 0 ? 0 : random.nextInt(12);
                if (people > 0) {
                    byZone.merge(List.of("showers", group, zone), people, Long::sum);
                    byReason.merge(List.of("showers", group, REASONS.get(random.nextInt(2))), people, Long::sum);
                }
            }
        }
        var lines = downloaded();
        var attacker = new Attacker(lines);

        for (var line : lines) {
            long people = counted(line);
            if (people > 0 && people < SMALL) {
                assertThat(line.people()).isNotInstanceOf(Shown.Value.class);
                var range = attacker.range(line);
                assertThat(range.least()).as("%s", line).isLessThan(1 + 1e-6);
                assertThat(range.most()).as("%s", line).isGreaterThan(4 - 1e-6);
            }
        }
    }

    /** Told by the gate, written into the database and read from it again. */
    private List<Line> downloaded() {
        var raw = new Raw(new EnumMap<>(Split.class), new EnumMap<>(Split.class));
        raw.unmet().put(Split.ZONE, byZone);
        raw.unmet().put(Split.REASON, byReason);
        var day = MAY.atEndOfMonth();
        var told = new Passing(MAY.atDay(1), day, day.plusDays(10)).pass(raw, List.of());
        var file = Tellings.write(OpenMonths.kept(told));
        return Tellings.read(file, OpenMonths.Lines.class).lines();
    }

    private long counted(Line line) {
        return (line.split() == Split.ZONE ? byZone : byReason)
                .entrySet().stream()
                        .filter(each -> is(line.group(), each.getKey().get(1))
                                && is(line.part(), each.getKey().get(2)))
                        .mapToLong(Map.Entry::getValue)
                        .sum();
    }

    private static boolean is(String node, String leaf) {
        return node.equals(Picture.ALL) || node.equals(leaf);
    }

    /** Knows what adds up to what. */
    private static final class Attacker {

        private final Ranges ranges = new Ranges(false);
        private final Map<List<String>, Long> numbers = new HashMap<>();

        Attacker(List<Line> lines) {
            for (var line : lines) {
                switch (line.people()) {
                    case Shown.Value(long people) -> ranges.told(number(line), people, people);
                    case Shown.FewerThan(int people) -> ranges.told(number(line), 1, people - 1);
                    default -> ranges.told(number(line), 0, Ranges.NO_END);
                }
            }
            for (var line : lines) {
                if (line.group().equals(Picture.ALL)) {
                    sum(
                            line,
                            lines,
                            other -> other.split() == line.split()
                                    && other.part().equals(line.part())
                                    && !other.group().equals(Picture.ALL));
                }
                if (line.part().equals(Picture.ALL)) {
                    sum(
                            line,
                            lines,
                            other -> other.split() == line.split()
                                    && other.group().equals(line.group())
                                    && !other.part().equals(Picture.ALL));
                }
            }
        }

        private void sum(Line whole, List<Line> lines, Predicate<Line> part) {
            var parts = new ArrayList<Long>();
            lines.stream().filter(part).forEach(each -> parts.add(number(each)));
            ranges.sum(number(whole), parts);
        }

        /** A total is one figure, in whichever file it stands. */
        private long number(Line line) {
            var split = line.part().equals(Picture.ALL) ? "" : line.split().name();
            return numbers.computeIfAbsent(List.of(split, line.group(), line.part()), _ -> (long) numbers.size());
        }

        Ranges.Range range(Line line) {
            return ranges.of(number(line));
        }
    }
}
