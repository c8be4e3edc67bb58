package org.opensocialnet.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.opensocialnet.kernel.Seeded;

class OpeningHoursPropertiesTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final String[] DAYS = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};

    @Seeded
    void stretchesAreInOrderAndDoNotTouch(Random random) {
        var from = moment(random);
        var open = any(random).between(from, from.plus(Duration.ofDays(1 + random.nextInt(40))));
        for (int at = 0; at < open.size(); at++) {
            assertThat(open.get(at).from()).isBefore(open.get(at).to());
            if (at > 0) {
                assertThat(open.get(at).from()).isAfter(open.get(at - 1).to());
            }
        }
    }

    @Seeded
    void aMomentAndAStretchAgree(Random random) {
        var hours = any(random);
        var from = moment(random);
        var open = hours.between(from, from.plus(Duration.ofDays(20)));
        for (int sample = 0; sample < 50; sample++) {
            var moment = from.plusSeconds(random.nextInt(20 * 24 * 60 * 60));
            var stretch = open.stream().filter(one -> one.contains(moment)).findFirst();
            assertThat(hours.at(moment) instanceof Status.Open)
                    .as(moment.toString())
                    .isEqualTo(stretch.isPresent());
            if (hours.at(moment) instanceof Status.Closed(Instant opens) && opens != null) {
                assertThat(hours.between(moment, opens)).isEmpty();
                assertThat(hours.at(opens)).isInstanceOf(Status.Open.class);
            }
            if (hours.at(moment) instanceof Status.Open(Instant until, boolean allDay) && until != null) {
                assertThat(hours.between(moment, until)).containsExactly(new Interval(moment, until));
                assertThat(hours.at(until)).isNotInstanceOf(Status.Open.class);
            }
        }
    }

    @Seeded
    void aStretchCutInTwoIsTheSame(Random random) {
        var hours = any(random);
        var from = moment(random);
        var middle = from.plusSeconds(random.nextInt(10 * 24 * 60 * 60));
        var to = middle.plusSeconds(random.nextInt(10 * 24 * 60 * 60));
        var parts = Stream.concat(hours.between(from, middle).stream(), hours.between(middle, to).stream())
                .toList();
        assertThat(Interval.merged(parts)).isEqualTo(hours.between(from, to));
    }

    @Seeded
    void itIsOpenWhenTheClockOnTheWallSaysSo(Random random) {
        var days = days(random);
        var opens = LocalTime.of(random.nextInt(24), 15 * random.nextInt(4));
        var closes = LocalTime.of(random.nextInt(24), 15 * random.nextInt(4));
        var hours = OpeningHours.of(List.of(Schedule.weekly(days, opens, closes)), List.of(), Holidays.NONE);
        for (int sample = 0; sample < 50; sample++) {
            var moment = moment(random);
            if (isNearAClockChange(moment)) {
                continue;
            }
            var shown = WallClock.shown(moment);
            var time = shown.toLocalTime();
            boolean today = days.contains(DAYS[shown.getDayOfWeek().ordinal()]);
            boolean yesterday =
                    days.contains(DAYS[shown.minusDays(1).getDayOfWeek().ordinal()]);
            boolean expected = opens.isBefore(closes)
                    ? today && !time.isBefore(opens) && time.isBefore(closes)
                    : today && !time.isBefore(opens) || yesterday && time.isBefore(closes);
            assertThat(hours.at(moment) instanceof Status.Open)
                    .as(shown.toString())
                    .isEqualTo(expected);
        }
    }

    private static OpeningHours any(Random random) {
        var schedules = new ArrayList<Schedule>();
        for (int left = 1 + random.nextInt(4); left > 0; left--) {
            schedules.add(schedule(random));
        }
        var notices = new ArrayList<Notice>();
        for (int left = random.nextInt(3); left > 0; left--) {
            var from = moment(random);
            var to = random.nextInt(5) == 0 ? null : from.plusSeconds(1 + random.nextInt(30 * 24 * 60 * 60));
            notices.add(
                    random.nextBoolean()
                            ? Notice.closed(from, to)
                            : Notice.changedHours(from, to, time(random), time(random)));
        }
        return OpeningHours.of(schedules, notices, new GreekHolidays());
    }

    private static Schedule schedule(Random random) {
        if (random.nextInt(6) == 0) {
            var first = START.plusDays(random.nextInt(365));
            return Schedule.shut(first, first.plusDays(random.nextInt(20)));
        }
        var weekly = random.nextInt(4) == 0
                ? Schedule.monthly(random.nextInt(1, 5) + DAYS[random.nextInt(7)], time(random), time(random))
                : Schedule.weekly(days(random), time(random), time(random));
        var first = START.plusDays(random.nextInt(200));
        return switch (random.nextInt(5)) {
            case 0 -> weekly.validBetween(first, first.plusDays(random.nextInt(100)));
            case 1 -> weekly.every(1 + random.nextInt(3), first);
            case 2 -> weekly.onHolidays(random.nextBoolean() ? "as-usual" : "only");
            case 3 -> weekly.withAppointment();
            default -> weekly;
        };
    }

    private static String days(Random random) {
        var days = new ArrayList<String>();
        for (var day : DAYS) {
            if (random.nextBoolean()) {
                days.add(day);
            }
        }
        return days.isEmpty() ? "WE" : String.join(",", days);
    }

    private static LocalTime time(Random random) {
        return LocalTime.of(random.nextInt(24), 5 * random.nextInt(12));
    }

    private static Instant moment(Random random) {
        return WallClock.moment(START, 0).plusSeconds(random.nextInt(365 * 24 * 60) * 60L);
    }

    private static boolean isNearAClockChange(Instant moment) {
        var rules = WallClock.ZONE.getRules();
        return !rules.getOffset(moment.minus(Duration.ofDays(2)))
                .equals(rules.getOffset(moment.plus(Duration.ofDays(2))));
    }
}
