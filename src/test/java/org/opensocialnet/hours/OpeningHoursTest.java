package org.opensocialnet.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OpeningHoursTest {

    private static final LocalTime MIDNIGHT = LocalTime.MIDNIGHT;
    private static final String WORKDAYS = "MO,TU,WE,TH,FR";
    private static final Schedule OFFICE = Schedule.weekly(WORKDAYS, time("09:00"), time("17:00"));
    private static final Schedule SHELTER = Schedule.weekly("MO,TU,WE,TH,FR,SA,SU", time("22:00"), time("06:00"))
            .onHolidays("as-usual");

    @Nested
    class InAnOrdinaryWeek {

        @Test
        void anOfficeIsOpenInItsHours() {
            var office = hours(OFFICE);
            assertThat(office.at(at("2026-11-23T10:00"))).isEqualTo(new Status.Open(at("2026-11-23T17:00"), false));
            assertThat(office.at(at("2026-11-23T17:00"))).isEqualTo(new Status.Closed(at("2026-11-24T09:00")));
            assertThat(office.at(at("2026-11-21T12:00"))).isEqualTo(new Status.Closed(at("2026-11-23T09:00")));
        }

        @Test
        void theEndOfTheDayIsNear() {
            var open = (Status.Open) hours(OFFICE).at(at("2026-11-23T16:40"));
            assertThat(open.closesWithin(Duration.ofMinutes(30), at("2026-11-23T16:40")))
                    .isTrue();
            assertThat(open.closesWithin(Duration.ofMinutes(30), at("2026-11-23T16:20")))
                    .isFalse();
        }

        @Test
        void hoursWithABreakAreTwo() {
            var clinic = hours(
                    Schedule.weekly("TU", time("09:00"), time("13:00")),
                    Schedule.weekly("TU", time("17:00"), time("20:30")));
            assertThat(clinic.day(LocalDate.of(2026, 11, 24)).open())
                    .containsExactly(times("09:00", "13:00"), times("17:00", "20:30"));
            assertThat(clinic.at(at("2026-11-24T14:00"))).isEqualTo(new Status.Closed(at("2026-11-24T17:00")));
        }

        @Test
        void hoursThatOverlapAreOne() {
            var desk = hours(
                    Schedule.weekly("TU", time("09:00"), time("13:00")),
                    Schedule.weekly("TU,WE", time("12:00"), time("15:00")));
            assertThat(desk.day(LocalDate.of(2026, 11, 24)).open()).containsExactly(times("09:00", "15:00"));
        }

        @Test
        void theWeekIsToldDayByDay() {
            var week = hours(OFFICE).week(LocalDate.of(2026, 11, 21));
            assertThat(week).hasSize(7);
            assertThat(week)
                    .filteredOn(Day::isClosed)
                    .extracting(Day::date)
                    .containsExactly(LocalDate.of(2026, 11, 21), LocalDate.of(2026, 11, 22));
        }
    }

    @Nested
    class AtNight {

        @Test
        void aShelterIsOpenAcrossMidnight() {
            assertThat(hours(SHELTER).at(at("2026-11-22T03:00")))
                    .isEqualTo(new Status.Open(at("2026-11-22T06:00"), false));
            var night = hours(SHELTER).day(LocalDate.of(2026, 11, 22)).open();
            assertThat(night).containsExactly(times("22:00", "06:00"));
            assertThat(night.getFirst().endsNextDay()).isTrue();
        }

        @Test
        void theNightOfTheLastDayLastsUntilMorning() {
            var winter = hours(SHELTER.validBetween(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30)));
            assertThat(winter.at(at("2026-12-01T05:59"))).isInstanceOf(Status.Open.class);
            assertThat(winter.at(at("2026-12-01T22:30"))).isEqualTo(new Status.Closed(null));
        }

        @Test
        void theSpringNightIsAnHourShort() {
            var night = hours(SHELTER).between(at("2026-03-28T12:00"), at("2026-03-29T12:00"));
            assertThat(night).containsExactly(interval("2026-03-28T22:00", "2026-03-29T06:00"));
            assertThat(length(night)).isEqualTo(Duration.ofHours(7));
        }

        @Test
        void theAutumnNightIsAnHourLong() {
            var night = hours(SHELTER).between(at("2026-10-24T12:00"), at("2026-10-25T12:00"));
            assertThat(length(night)).isEqualTo(Duration.ofHours(9));
            assertThat(night.getFirst().to()).isEqualTo(Instant.parse("2026-10-25T04:00:00Z"));
        }

        @Test
        void anHourTheClockLeapsOverIsNoHour() {
            var early = hours(Schedule.weekly("SU", time("03:00"), time("04:00")));
            assertThat(early.between(at("2026-03-29T00:00"), at("2026-03-30T00:00")))
                    .isEmpty();
            var late = hours(Schedule.weekly("SU", time("03:30"), time("05:00")));
            assertThat(late.between(at("2026-03-29T00:00"), at("2026-03-30T00:00")))
                    .containsExactly(
                            new Interval(Instant.parse("2026-03-29T01:00:00Z"), Instant.parse("2026-03-29T02:00:00Z")));
        }

        @Test
        void anHourTheClockShowsTwiceBeginsTheFirstTime() {
            var early = hours(Schedule.weekly("SU", time("03:00"), time("04:00")));
            assertThat(early.between(at("2026-10-25T00:00"), at("2026-10-26T00:00")))
                    .containsExactly(
                            new Interval(Instant.parse("2026-10-25T00:00:00Z"), Instant.parse("2026-10-25T02:00:00Z")));
        }
    }

    @Nested
    class DayAndNight {

        @Test
        void neverCloses() {
            var line = hours(Schedule.always());
            assertThat(line.at(at("2026-12-25T03:00"))).isEqualTo(new Status.Open(null, true));
            assertThat(line.day(LocalDate.of(2026, 3, 29)).isAllDay()).isTrue();
            assertThat(line.between(at("2026-03-20T00:00"), at("2026-04-03T00:00")))
                    .hasSize(1);
        }

        @Test
        void lastMinuteOfTheDayMeansMidnight() {
            var always = hours(Schedule.weekly("MO,TU,WE,TH,FR,SA,SU", MIDNIGHT, time("23:59")));
            assertThat(always.at(at("2026-11-23T23:59"))).isEqualTo(new Status.Open(null, true));
            var evening = hours(Schedule.weekly("MO", time("20:00"), LocalTime.MAX));
            assertThat(evening.day(LocalDate.of(2026, 11, 23)).open()).containsExactly(times("20:00", "00:00"));
        }

        @Test
        void oneDayOfTwentyFourHoursEndsAtMidnight() {
            var monday = hours(Schedule.weekly("MO", MIDNIGHT, MIDNIGHT));
            assertThat(monday.at(at("2026-11-23T12:00"))).isEqualTo(new Status.Open(at("2026-11-24T00:00"), true));
        }
    }

    @Nested
    class OnPublicHolidays {

        @Test
        void anOfficeIsClosed() {
            var christmas = hours(OFFICE).day(LocalDate.of(2026, 12, 25));
            assertThat(christmas.isClosed()).isTrue();
            assertThat(christmas.holiday()).isEqualTo("christmas");
            assertThat(hours(OFFICE).at(at("2026-04-10T10:00"))).isEqualTo(new Status.Closed(at("2026-04-14T09:00")));
        }

        @Test
        void whoWorksAsUsualIsOpen() {
            assertThat(hours(OFFICE.onHolidays("as-usual"))
                            .day(LocalDate.of(2026, 12, 25))
                            .open())
                    .containsExactly(times("09:00", "17:00"));
        }

        @Test
        void holidayHoursReplaceTheOthers() {
            var kitchen = hours(
                    OFFICE.onHolidays("as-usual"),
                    Schedule.weekly("MO,TU,WE,TH,FR,SA,SU", time("12:00"), time("14:00"))
                            .onHolidays("only"));
            assertThat(kitchen.day(LocalDate.of(2026, 12, 25)).open()).containsExactly(times("12:00", "14:00"));
            assertThat(kitchen.day(LocalDate.of(2026, 12, 24)).open()).containsExactly(times("09:00", "17:00"));
        }
    }

    @Nested
    class ByTheCalendar {

        @Test
        void theFirstMondayAndTheLastFriday() {
            var clinic = hours(Schedule.monthly("1MO,-1FR", time("10:00"), time("12:00")));
            assertThat(openDays(clinic, "2026-11-01", "2027-01-01"))
                    .containsExactly("2026-11-02", "2026-11-27", "2026-12-07");
        }

        @Test
        void everySecondWeek() {
            var route =
                    hours(Schedule.weekly("TH", time("10:00"), time("12:00")).every(2, LocalDate.of(2026, 11, 5)));
            assertThat(openDays(route, "2026-11-01", "2026-12-10"))
                    .containsExactly("2026-11-05", "2026-11-19", "2026-12-03");
        }

        @Test
        void aWeekBeginsOnMonday() {
            var weekend =
                    hours(Schedule.weekly("MO,SU", time("10:00"), time("12:00")).every(2, LocalDate.of(2026, 11, 2)));
            assertThat(openDays(weekend, "2026-11-01", "2026-11-23"))
                    .containsExactly("2026-11-02", "2026-11-08", "2026-11-16", "2026-11-22");
        }

        @Test
        void certainDaysOfTheMonth() {
            var payments = hours(new Schedule(
                    "MONTHLY",
                    1,
                    null,
                    "1,15,-1",
                    null,
                    null,
                    null,
                    null,
                    null,
                    time("10:00"),
                    time("12:00"),
                    false,
                    false,
                    "as-usual",
                    null));
            assertThat(openDays(payments, "2026-11-01", "2026-12-02"))
                    .containsExactly("2026-11-01", "2026-11-15", "2026-11-30", "2026-12-01");
        }

        @Test
        void onlySoManyTimes() {
            var course = hours(new Schedule(
                    "WEEKLY",
                    1,
                    "TU,TH",
                    null,
                    LocalDate.of(2026, 11, 3),
                    null,
                    3,
                    null,
                    null,
                    time("18:00"),
                    time("20:00"),
                    false,
                    false,
                    null,
                    null));
            assertThat(openDays(course, "2026-10-01", "2026-12-31"))
                    .containsExactly("2026-11-03", "2026-11-05", "2026-11-10");
        }

        @Test
        void summerHoursReplaceTheOthersWhileTheyHold() {
            var office = hours(
                    OFFICE,
                    Schedule.weekly(WORKDAYS, time("10:00"), time("13:00"))
                            .validBetween(LocalDate.of(2026, 8, 1), LocalDate.of(2026, 8, 31)));
            assertThat(office.day(LocalDate.of(2026, 8, 3)).open()).containsExactly(times("10:00", "13:00"));
            assertThat(office.day(LocalDate.of(2026, 9, 1)).open()).containsExactly(times("09:00", "17:00"));
        }

        @Test
        void newHoursReplaceTheOldOnesFromTheirFirstDay() {
            var office = hours(
                    OFFICE,
                    Schedule.weekly(WORKDAYS, time("08:00"), time("15:00"))
                            .validBetween(LocalDate.of(2026, 12, 1), null));
            assertThat(office.day(LocalDate.of(2026, 11, 30)).open()).containsExactly(times("09:00", "17:00"));
            assertThat(office.day(LocalDate.of(2026, 12, 1)).open()).containsExactly(times("08:00", "15:00"));
        }

        @Test
        void whatIsShutStaysShutUnlessThatOneDayIsOpened() {
            var office = hours(
                    OFFICE,
                    Schedule.shut(LocalDate.of(2026, 8, 10), LocalDate.of(2026, 8, 21)),
                    Schedule.weekly(WORKDAYS, time("11:00"), time("12:00"))
                            .validBetween(LocalDate.of(2026, 8, 12), LocalDate.of(2026, 8, 12)));
            assertThat(openDays(office, "2026-08-07", "2026-08-25"))
                    .containsExactly("2026-08-07", "2026-08-12", "2026-08-24");
        }
    }

    @Nested
    class WhenANoticeChangesThem {

        @Test
        void closedFromNowOnUntilFurtherNotice() {
            var office = OpeningHours.of(
                    List.of(OFFICE), List.of(Notice.closed(at("2026-11-23T12:00"), null)), new GreekHolidays());
            assertThat(office.at(at("2026-11-23T11:00"))).isEqualTo(new Status.Open(at("2026-11-23T12:00"), false));
            assertThat(office.at(at("2026-11-23T12:00"))).isEqualTo(new Status.Closed(null));
            assertThat(office.day(LocalDate.of(2026, 11, 23)).changed()).isTrue();
            assertThat(office.day(LocalDate.of(2026, 11, 22)).changed()).isFalse();
        }

        @Test
        void otherHoursHoldOnTheDaysThatHaveHours() {
            var notice =
                    Notice.changedHours(at("2026-11-23T00:00"), at("2026-11-30T00:00"), time("10:00"), time("12:00"));
            var office = OpeningHours.of(List.of(OFFICE), List.of(notice), new GreekHolidays());
            assertThat(office.day(LocalDate.of(2026, 11, 24)).open()).containsExactly(times("10:00", "12:00"));
            assertThat(office.day(LocalDate.of(2026, 11, 28)).isClosed()).isTrue();
            assertThat(office.day(LocalDate.of(2026, 11, 30)).open()).containsExactly(times("09:00", "17:00"));
        }

        @Test
        void aSingleDayIsOpenedEvenIfItIsASunday() {
            var notice =
                    Notice.changedHours(at("2026-11-22T00:00"), at("2026-11-23T00:00"), time("10:00"), time("12:00"));
            assertThat(OpeningHours.of(List.of(OFFICE), List.of(notice), new GreekHolidays())
                            .day(LocalDate.of(2026, 11, 22))
                            .open())
                    .containsExactly(times("10:00", "12:00"));
        }

        @Test
        void theNightBeforeTheChangeIsNotCut() {
            var notice =
                    Notice.changedHours(at("2026-11-23T00:00"), at("2026-11-24T00:00"), time("20:00"), time("08:00"));
            var shelter = OpeningHours.of(List.of(SHELTER), List.of(notice), new GreekHolidays());
            assertThat(shelter.between(at("2026-11-22T12:00"), at("2026-11-24T12:00")))
                    .containsExactly(
                            interval("2026-11-22T22:00", "2026-11-23T06:00"),
                            interval("2026-11-23T20:00", "2026-11-24T08:00"));
        }

        @Test
        void fromNoonOnTheOtherHoursHold() {
            var notice =
                    Notice.changedHours(at("2026-11-23T12:00"), at("2026-11-23T20:00"), time("09:00"), time("13:00"));
            assertThat(OpeningHours.of(List.of(OFFICE), List.of(notice), new GreekHolidays())
                            .day(LocalDate.of(2026, 11, 23))
                            .open())
                    .containsExactly(times("09:00", "13:00"));
        }
    }

    @Nested
    class ByAppointment {

        @Test
        void aloneIsSaidAtAnyTime() {
            assertThat(hours(Schedule.byAppointmentOnly()).at(at("2026-11-22T03:00")))
                    .isEqualTo(new Status.ByAppointment(null));
        }

        @Test
        void besideOpenHoursIsSaidInItsOwn() {
            var doctor = hours(
                    Schedule.weekly("MO", time("09:00"), time("12:00")),
                    Schedule.weekly("MO,TU", time("12:00"), time("15:00")).withAppointment());
            assertThat(doctor.at(at("2026-11-23T10:00"))).isEqualTo(new Status.Open(at("2026-11-23T12:00"), false));
            assertThat(doctor.at(at("2026-11-24T13:00"))).isEqualTo(new Status.ByAppointment(at("2026-11-30T09:00")));
            assertThat(doctor.at(at("2026-11-24T16:00"))).isEqualTo(new Status.Closed(at("2026-11-30T09:00")));
            assertThat(doctor.day(LocalDate.of(2026, 11, 24)).byAppointment()).containsExactly(times("12:00", "15:00"));
        }
    }

    @Nested
    class WithoutARule {

        @Test
        void whatIsToldInWordsAloneIsNotGuessed() {
            var told = hours(Schedule.inWords("Call for hours"));
            assertThat(told.isKnown()).isFalse();
            assertThat(told.at(at("2026-11-23T10:00"))).isEqualTo(new Status.Unknown("Call for hours"));
            assertThat(told.between(at("2026-11-23T00:00"), at("2026-11-30T00:00")))
                    .isEmpty();
        }

        @Test
        void hoursWithoutDaysAreNotGuessed() {
            var schedule = new Schedule(
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    time("09:00"),
                    time("17:00"),
                    false,
                    false,
                    null,
                    null);
            assertThat(hours(schedule).at(at("2026-11-23T10:00"))).isEqualTo(new Status.Unknown(null));
        }

        @Test
        void aNoticeOfClosingIsTrueAllTheSame() {
            var told = OpeningHours.of(
                    List.of(Schedule.inWords("Call for hours")),
                    List.of(Notice.closed(at("2026-11-23T00:00"), at("2026-11-24T00:00"))),
                    new GreekHolidays());
            assertThat(told.at(at("2026-11-23T10:00"))).isEqualTo(new Status.Closed(null));
            assertThat(told.at(at("2026-11-24T10:00"))).isEqualTo(new Status.Unknown("Call for hours"));
        }
    }

    private static OpeningHours hours(Schedule... schedules) {
        return OpeningHours.of(List.of(schedules), List.of(), new GreekHolidays());
    }

    private static List<String> openDays(OpeningHours hours, String first, String end) {
        return LocalDate.parse(first)
                .datesUntil(LocalDate.parse(end))
                .filter(day -> !hours.day(day).isClosed())
                .map(LocalDate::toString)
                .toList();
    }

    private static LocalTime time(String text) {
        return LocalTime.parse(text);
    }

    private static Day.Times times(String opens, String closes) {
        return new Day.Times(time(opens), time(closes));
    }

    private static Instant at(String athens) {
        return LocalDateTime.parse(athens).atZone(WallClock.ZONE).toInstant();
    }

    private static Interval interval(String from, String to) {
        return new Interval(at(from), at(to));
    }

    private static Duration length(List<Interval> intervals) {
        return intervals.stream()
                .map(interval -> Duration.between(interval.from(), interval.to()))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
