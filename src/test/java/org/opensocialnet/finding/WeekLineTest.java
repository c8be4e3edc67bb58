package org.opensocialnet.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.opensocialnet.hours.Day;

class WeekLineTest {

    static final LocalDate SATURDAY = LocalDate.of(2026, 11, 21);

    @Test
    void daysInARowWithTheSameTimesAreSaidOnceFromMondayOn() {
        assertThat(runs("10-14", "10-14", "10-14", "10-14", "10-14", "", "")).containsExactly("1–5 10-14");
        assertThat(runs("9-12", "9-12", "", "9-12", "17-20", "", "11-13"))
                .containsExactly("1, 2 9-12", "4 9-12", "5 17-20", "7 11-13");
        assertThat(runs("", "", "", "", "", "", "")).isEmpty();
    }

    @Test
    void aSundayAndTheMondayAfterItAreNotInARow() {
        assertThat(runs("10-14", "", "", "", "", "", "10-14")).containsExactly("1 10-14", "7 10-14");
    }

    /** Times by weekday from Monday; the week itself begins on a Saturday, as a page's does. */
    private static List<String> runs(String... times) {
        var week = IntStream.range(0, 7)
                .mapToObj(ahead -> new Day(SATURDAY.plusDays(ahead), List.of(), List.of(), null, false))
                .toList();
        return WeekLine.runs(week, day -> times[day.date().getDayOfWeek().getValue() - 1]).stream()
                .map(run -> run.said(date -> "" + date.getDayOfWeek().getValue()))
                .toList();
    }
}
