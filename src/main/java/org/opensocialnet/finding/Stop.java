package org.opensocialnet.finding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.hours.Day;
import org.opensocialnet.hours.OpeningHours;
import org.opensocialnet.hours.Status;
import org.opensocialnet.index.OpenState;
import org.opensocialnet.web.Parts;
import org.opensocialnet.web.Words;

/** One point of a service with its hours: a place, or a stop of a mobile unit. */
record Stop(
        Card card,
        ServiceRecords.@Nullable Place place,
        @Nullable OpeningHours hours,
        OpenState state,
        LocalDate today) {

    static Stop of(
            Card card,
            ServiceRecords.@Nullable Place place,
            @Nullable OpeningHours hours,
            Instant now,
            LocalDate today) {
        var state = hours == null ? new OpenState(false, false, null, null, false) : state(hours.at(now));
        return new Stop(card, place, hours, state, today);
    }

    private static OpenState state(Status status) {
        return switch (status) {
            case Status.Open open -> new OpenState(true, true, open.until(), null, false);
            case Status.Closed closed -> new OpenState(true, false, null, closed.opens(), false);
            case Status.ByAppointment asked -> new OpenState(true, false, null, asked.opens(), true);
            case Status.Unknown _ -> new OpenState(false, false, null, null, false);
        };
    }

    boolean hasWeek() {
        return hours != null && hours.isKnown();
    }

    List<String> prose() {
        return hours == null ? List.of() : hours.prose();
    }

    /** Seven days from today, as the table of hours takes them. */
    List<Parts.Day> week(Words t) {
        return hours == null
                ? List.of()
                : hours.week(today).stream().map(day -> row(t, day)).toList();
    }

    /** The days and times of a week in one line: "Monday–Friday 10:00–12:00 · Saturday 9:00–11:00". */
    String line(Words t) {
        return hours == null ? "" : WeekLine.of(t, hours.week(today), day -> String.join(", ", spans(t, day)));
    }

    private Parts.Day row(Words t, Day day) {
        return new Parts.Day(weekday(t, day.date()), spans(t, day), day.date().equals(today), note(t, day));
    }

    static String weekday(Words t, LocalDate date) {
        var text = t.weekdayAndDate(date);
        return text.substring(0, text.indexOf(' '));
    }

    private static List<String> spans(Words t, Day day) {
        var spans = new ArrayList<String>();
        for (var times : day.open()) {
            spans.add(span(t, times));
        }
        for (var times : day.byAppointment()) {
            spans.add(t.of("finding.hours.by-appointment", span(t, times)));
        }
        return spans;
    }

    private static String span(Words t, Day.Times times) {
        return times.isAllDay()
                ? t.of("finding.hours.all-day")
                : t.of("finding.hours.span", t.time(times.opens()), t.time(times.closes()));
    }

    private static @Nullable String note(Words t, Day day) {
        if (day.holiday() != null) {
            return holiday(t, day.holiday());
        }
        return day.changed() ? t.of("finding.hours.changed") : null;
    }

    private static String holiday(Words t, String key) {
        return switch (key) {
            case "new-year" -> t.of("finding.holiday.new-year");
            case "epiphany" -> t.of("finding.holiday.epiphany");
            case "clean-monday" -> t.of("finding.holiday.clean-monday");
            case "independence-day" -> t.of("finding.holiday.independence-day");
            case "good-friday" -> t.of("finding.holiday.good-friday");
            case "easter-sunday" -> t.of("finding.holiday.easter-sunday");
            case "easter-monday" -> t.of("finding.holiday.easter-monday");
            case "labour-day" -> t.of("finding.holiday.labour-day");
            case "holy-spirit-monday" -> t.of("finding.holiday.holy-spirit-monday");
            case "dormition" -> t.of("finding.holiday.dormition");
            case "ohi-day" -> t.of("finding.holiday.ohi-day");
            case "christmas" -> t.of("finding.holiday.christmas");
            case "second-christmas-day" -> t.of("finding.holiday.second-christmas-day");
            default -> t.of("finding.holiday.other");
        };
    }
}
