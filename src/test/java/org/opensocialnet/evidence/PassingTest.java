package org.opensocialnet.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.opensocialnet.disclosure.Shown;
import org.opensocialnet.evidence.Picture.Key;
import org.opensocialnet.evidence.Picture.Split;
import org.opensocialnet.evidence.Raw.Subject;

/** What the network's bodies are told of many organisations' counts. */
class PassingTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);

    private final Passing passing = new Passing(DAY.minusDays(29), DAY, DAY);

    @Test
    void fewerThanFiveAreNotToldNorWhatGivesThemAway() {
        var told = passing.pass(unmet(3, 40, 50, 60), List.of());

        assertThat(shown(told, "women", "1")).isEqualTo(new Shown.FewerThan(5));
        var beside = List.of(
                shown(told, "women", "2"),
                shown(told, "men", "1"),
                shown(told, "women", Picture.ALL),
                shown(told, Picture.ALL, "1"));
        assertThat(beside).as("told all, they would give it away").anyMatch(Shown.Withheld.class::isInstance);
        assertThat(shown(told, Picture.ALL, Picture.ALL)).isEqualTo(new Shown.Value(153));
    }

    @Test
    void aChangeOfFewSinceTheLastTellingOfTheDayIsNotTold() {
        var first = passing.pass(unmet(30, 40, 50, 60), List.of());
        assertThat(shown(first, "women", "1")).isEqualTo(new Shown.Value(30));

        var second = passing.pass(unmet(32, 40, 50, 60), List.of(first));

        assertThat(shown(second, "women", "1"))
                .as("told, it would say that two came")
                .isNotEqualTo(new Shown.Value(32));
    }

    @Test
    void aNewKindOfServiceDoesNotContradictWhatWasTold() {
        var first = passing.pass(unmet(30, 40, 50, 60), List.of());
        var more = unmet(30, 40, 50, 60);
        Objects.requireNonNull(more.unmet().get(Split.ZONE)).put(List.of("laundry", "women", "1"), 70L);

        var second = passing.pass(more, List.of(first));

        assertThat(second.shown(Subject.UNMET))
                .containsEntry(new Key(Split.ZONE, "laundry", "women", "1"), new Shown.Value(70));
        assertThat(shown(second, "women", "1")).isEqualTo(new Shown.Value(30));
    }

    @Test
    void whatIsKeptGivesBackTheCountsItWasMadeOf() {
        var raw = unmet(3, 40, 50, 60);

        assertThat(passing.pass(raw, List.of()).raw()).isEqualTo(raw);
    }

    private static Shown shown(Told told, String group, String zone) {
        return Objects.requireNonNull(told.shown(Subject.UNMET).get(new Key(Split.ZONE, "showers", group, zone)));
    }

    private static Raw unmet(long women1, long women2, long men1, long men2) {
        var raw = new Raw(new EnumMap<>(Split.class), new EnumMap<>(Split.class));
        var counts = new HashMap<List<String>, Long>();
        counts.put(List.of("showers", "women", "1"), women1);
        counts.put(List.of("showers", "women", "2"), women2);
        counts.put(List.of("showers", "men", "1"), men1);
        counts.put(List.of("showers", "men", "2"), men2);
        raw.unmet().put(Split.ZONE, counts);
        return raw;
    }
}
