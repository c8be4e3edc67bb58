package org.opensocialnet.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Weeks and days by their numbers, weeks that begin on other days, and other clocks. */
class CountingTest {

    /** The examples of RFC 5545, 3.8.5.3, that HSDS can say, with the days it gives for them. */
    @ParameterizedTest(name = "{0}")
    @MethodSource
    void theExamplesOfICalendarFallOnTheDaysItSays(String words, Schedule schedule, List<String> days) {
        var found = openDays(
                schedule, days.getFirst(), LocalDate.parse(days.getLast()).plusDays(40));
        assertThat(found.stream().limit(days.size())).isEqualTo(days);
    }

    static Stream<Arguments> theExamplesOfICalendarFallOnTheDaysItSays() {
        return Stream.of(
                arguments(
                        "Monday of week number 20",
                        rule(null, null, "MO", null, "1997-05-12", null, counting("20", null, null)),
                        List.of("1997-05-12", "1998-05-11", "1999-05-17")),
                arguments(
                        "every third year on the 1st, 100th and 200th day, ten times",
                        rule(null, 3, null, null, "1997-01-01", 10, counting(null, "1,100,200", null)),
                        List.of(
                                "1997-01-01",
                                "1997-04-10",
                                "1997-07-19",
                                "2000-01-01",
                                "2000-04-09",
                                "2000-07-18",
                                "2003-01-01",
                                "2003-04-10",
                                "2003-07-19",
                                "2006-01-01")),
                arguments(
                        "every other week on Tuesday and Sunday, weeks from Monday",
                        rule("WEEKLY", 2, "TU,SU", null, "1997-08-05", 4, counting(null, null, "MO")),
                        List.of("1997-08-05", "1997-08-10", "1997-08-19", "1997-08-24")),
                arguments(
                        "the same, weeks from Sunday",
                        rule("WEEKLY", 2, "TU,SU", null, "1997-08-05", 4, counting(null, null, "SU")),
                        List.of("1997-08-05", "1997-08-17", "1997-08-19", "1997-08-31")),
                arguments(
                        "every other week on Monday, Wednesday and Friday, weeks from Sunday",
                        rule("WEEKLY", 2, "MO,WE,FR", null, "1997-09-01", null, counting(null, null, "SU")),
                        List.of("1997-09-01", "1997-09-03", "1997-09-05", "1997-09-15", "1997-09-17")));
    }

    @Test
    void tenTimesAreTenTimes() {
        var days = openDays(
                rule(null, 3, null, null, "1997-01-01", 10, counting(null, "1,100,200", null)),
                "1997-01-01",
                LocalDate.of(2012, 1, 1));
        assertThat(days).hasSize(10);
    }

    @Test
    void theLastDayAndTheLastWeekOfAYearCountFromItsEnd() {
        assertThat(openDays(
                        rule(null, null, null, null, null, null, counting(null, "-1", null)),
                        "2026-01-01",
                        LocalDate.of(2028, 12, 31)))
                .containsExactly("2026-12-31", "2027-12-31", "2028-12-31");
        assertThat(openDays(
                        rule(null, null, "FR", null, null, null, counting("-1", null, null)),
                        "2026-01-01",
                        LocalDate.of(2027, 12, 31)))
                .as("2026 has 53 weeks, the last of which ends in the next year")
                .containsExactly("2027-01-01", "2027-12-31");
    }

    @Test
    void aWeekWithoutNamedDaysIsTheWholeWeek() {
        assertThat(openDays(
                        rule("WEEKLY", null, null, null, null, null, counting("33", null, null)),
                        "2026-01-01",
                        LocalDate.of(2026, 12, 31)))
                .containsExactly(
                        "2026-08-10",
                        "2026-08-11",
                        "2026-08-12",
                        "2026-08-13",
                        "2026-08-14",
                        "2026-08-15",
                        "2026-08-16");
    }

    @Test
    void everyDayOfTheYearByItsNumberIsThatDay() {
        IntStream.of(1, 59, 60, 61, 365, 366).forEach(number -> {
            var days = openDays(
                    rule(null, null, null, null, null, null, counting(null, String.valueOf(number), null)),
                    "2028-01-01",
                    LocalDate.of(2028, 12, 31));
            assertThat(days).containsExactly(LocalDate.ofYearDay(2028, number).toString());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "54", "-54", "MO", "1;2", "20.5"})
    void aWeekThatIsNoneIsNotGuessed(String week) {
        var schedule = rule("WEEKLY", null, "MO", null, null, null, counting(week, null, null));
        assertThat(hours(schedule).isKnown()).isFalse();
    }

    @Test
    void hoursOfAnotherClockAreHereWhenTheyAreThere() {
        var line = Schedule.weekly("MO", time("20:00"), time("23:00")).onHolidays("as-usual");
        var newYork = hours(line.counted(new Counting(null, null, null, new BigDecimal("-5"))));
        assertThat(newYork.day(LocalDate.of(2026, 1, 12)).isClosed()).isTrue();
        assertThat(newYork.day(LocalDate.of(2026, 1, 13)).open())
                .containsExactly(new Day.Times(time("03:00"), time("06:00")));
        assertThat(newYork.day(LocalDate.of(2026, 7, 14)).open())
                .as("an offset knows no summer time; the city does")
                .containsExactly(new Day.Times(time("04:00"), time("07:00")));
        var delhi = hours(Schedule.weekly("TU", time("02:00"), time("05:00"))
                .counted(new Counting(null, null, null, new BigDecimal("5.5"))));
        assertThat(delhi.day(LocalDate.of(2026, 1, 12)).open())
                .containsExactly(new Day.Times(time("22:30"), time("01:30")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "3", "2.0"})
    void anOfficeThatTellsOneOfTheCitysTwoHoursMeansTheClockOnItsWall(String timezone) {
        var office = hours(Schedule.weekly("MO", time("09:00"), time("17:00"))
                .counted(new Counting(null, null, null, new BigDecimal(timezone))));
        for (var monday : List.of("2026-01-12", "2026-07-13")) {
            assertThat(office.day(LocalDate.parse(monday)).open())
                    .containsExactly(new Day.Times(time("09:00"), time("17:00")));
        }
    }

    private static Counting counting(@Nullable String weeks, @Nullable String days, @Nullable String wkst) {
        return new Counting(weeks, days, wkst, null);
    }

    private static Schedule rule(
            @Nullable String freq,
            @Nullable Integer interval,
            @Nullable String byday,
            @Nullable String bymonthday,
            @Nullable String dtstart,
            @Nullable Integer count,
            Counting counting) {
        return new Schedule(
                freq,
                interval,
                byday,
                bymonthday,
                dtstart == null ? null : LocalDate.parse(dtstart),
                null,
                count,
                null,
                null,
                time("09:00"),
                time("12:00"),
                false,
                false,
                "as-usual",
                null,
                counting);
    }

    private static List<String> openDays(Schedule schedule, String first, LocalDate last) {
        var hours = hours(schedule);
        return LocalDate.parse(first)
                .datesUntil(last.plusDays(1))
                .filter(day -> !hours.day(day).isClosed())
                .map(LocalDate::toString)
                .toList();
    }

    private static OpeningHours hours(Schedule schedule) {
        return OpeningHours.of(List.of(schedule), List.of(), new GreekHolidays());
    }

    private static LocalTime time(String text) {
        return LocalTime.parse(text);
    }
}
