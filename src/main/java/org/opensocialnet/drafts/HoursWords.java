package org.opensocialnet.drafts;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.hours.Counting;
import org.opensocialnet.hours.Schedule;
import org.opensocialnet.web.Words;

/** One rule of opening hours as a person would say it: "Monday to Friday, 08:00 to 14:00; closed on public holidays". */
public final class HoursWords {

    private static final Pattern DAY = Pattern.compile("([+-]?\\d)?(MO|TU|WE|TH|FR|SA|SU)");
    private static final List<String> CODES = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

    private HoursWords() {}

    /** The rule a row of the directory holds. */
    public static Schedule schedule(Line line) {
        return new Schedule(
                line.value("freq"),
                whole(line.value("interval")),
                line.value("byday"),
                line.value("bymonthday"),
                date(line.value("dtstart")),
                date(line.value("until")),
                whole(line.value("count")),
                date(line.value("valid_from")),
                date(line.value("valid_to")),
                time(line.value("opens_at")),
                time(line.value("closes_at")),
                line.is("closed", "true") || line.is("closed", "t"),
                line.is("by_appointment", "true") || line.is("by_appointment", "t"),
                line.value("holidays"),
                line.value("description"),
                new Counting(
                        line.value("byweekno"),
                        line.value("byyearday"),
                        line.value("wkst"),
                        number(line.value("timezone"))));
    }

    public static String sentence(Words t, Schedule schedule) {
        var days = days(t, schedule);
        var hours = hours(t, schedule);
        var said = new ArrayList<String>();
        said.add(days.isEmpty() ? capital(hours) : days + ", " + hours);
        if (schedule.validFrom() != null && schedule.validTo() != null && !isDates(schedule)) {
            said.add(t.of("drafts.hours.season", t.date(schedule.validFrom()), t.date(schedule.validTo())));
        } else if (schedule.validFrom() != null && !isDates(schedule)) {
            said.add(t.of("drafts.hours.from", t.date(schedule.validFrom())));
        } else if (schedule.validTo() != null && !isDates(schedule)) {
            said.add(t.of("drafts.hours.until", t.date(schedule.validTo())));
        }
        if ("as-usual".equals(schedule.holidays()) && !schedule.closed()) {
            said.add(t.of("drafts.hours.holidays-too"));
        }
        if (schedule.interval() != null && schedule.interval() > 1) {
            said.add(t.of("drafts.hours.every", schedule.interval()));
        }
        var counting = schedule.counting();
        if (counting.byweekno() != null) {
            said.add(t.of("drafts.hours.weeks-of-year", counting.byweekno().replace(",", ", ")));
        }
        if (counting.byyearday() != null) {
            said.add(t.of("drafts.hours.days-of-year", counting.byyearday().replace(",", ", ")));
        }
        if (schedule.description() != null && !schedule.description().isBlank()) {
            said.add(schedule.description());
        }
        return String.join("; ", said);
    }

    private static boolean isDates(Schedule schedule) {
        return schedule.freq() == null && schedule.byday() == null && schedule.bymonthday() == null;
    }

    private static String days(Words t, Schedule schedule) {
        if ("only".equals(schedule.holidays())) {
            return t.of("drafts.hours.on-holidays");
        }
        if (schedule.byday() != null && !schedule.byday().isBlank()) {
            return weekdays(t, schedule.byday());
        }
        if (schedule.bymonthday() != null) {
            return t.of("drafts.hours.month-days", schedule.bymonthday().replace(",", ", "));
        }
        if (schedule.validFrom() != null && schedule.validTo() != null) {
            return schedule.validFrom().equals(schedule.validTo())
                    ? capital(t.weekdayAndDate(schedule.validFrom()))
                    : t.of("drafts.hours.dates", t.date(schedule.validFrom()), t.date(schedule.validTo()));
        }
        return schedule.dtstart() != null ? t.date(schedule.dtstart()) : "";
    }

    /** "MO,TU,WE,FR" as "Monday to Wednesday, Friday". */
    private static String weekdays(Words t, String byday) {
        var plain = new boolean[7];
        var numbered = new ArrayList<String>();
        var found = DAY.matcher(byday);
        while (found.find()) {
            int day = CODES.indexOf(found.group(2));
            if (found.group(1) == null) {
                plain[day] = true;
            } else {
                numbered.add(nth(t, Integer.parseInt(found.group(1)), day));
            }
        }
        var said = new ArrayList<String>();
        for (int day = 0; day < 7; day++) {
            if (!plain[day]) {
                continue;
            }
            int last = day;
            while (last < 6 && plain[last + 1]) {
                last++;
            }
            if (day == 0 && last == 6) {
                return t.of("drafts.hours.every-day");
            }
            if (last == day) {
                said.add(name(t, day));
            } else if (last == day + 1) {
                said.add(name(t, day));
                said.add(name(t, last));
            } else {
                said.add(t.of("drafts.hours.days", name(t, day), name(t, last)));
            }
            day = last;
        }
        said.addAll(numbered);
        return String.join(", ", said);
    }

    private static String nth(Words t, int nth, int day) {
        return switch (nth) {
            case 1 -> t.of("drafts.hours.first", name(t, day));
            case 2 -> t.of("drafts.hours.second", name(t, day));
            case 3 -> t.of("drafts.hours.third", name(t, day));
            case 4 -> t.of("drafts.hours.fourth", name(t, day));
            default -> t.of("drafts.hours.last", name(t, day));
        };
    }

    private static String name(Words t, int day) {
        return capital(DayOfWeek.of(day + 1)
                .getDisplayName(TextStyle.FULL, t.language().locale()));
    }

    private static String hours(Words t, Schedule schedule) {
        var opens = schedule.opensAt();
        var closes = schedule.closesAt();
        String hours;
        if (opens == null || closes == null) {
            hours = "";
        } else if (opens.equals(closes) && opens.equals(LocalTime.MIDNIGHT)) {
            hours = t.of("drafts.hours.all-day");
        } else if (!closes.isAfter(opens) && !closes.equals(LocalTime.MIDNIGHT)) {
            hours = t.of("drafts.hours.over-midnight", t.time(opens), t.time(closes));
        } else {
            hours = t.of(
                    "drafts.hours.span", t.time(opens), closes.equals(LocalTime.MIDNIGHT) ? "24:00" : t.time(closes));
        }
        if (schedule.closed()) {
            return hours.isEmpty() ? t.of("drafts.hours.closed") : t.of("drafts.hours.closed-at", hours);
        }
        if (schedule.byAppointment()) {
            return hours.isEmpty() ? t.of("drafts.hours.appointment") : t.of("drafts.hours.appointment-at", hours);
        }
        return hours.isEmpty() ? t.of("drafts.hours.unsaid") : hours;
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static @Nullable LocalTime time(@Nullable String text) {
        return text == null ? null : LocalTime.parse(text);
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private static @Nullable Integer whole(@Nullable String text) {
        return text == null ? null : Integer.valueOf(text);
    }
}
