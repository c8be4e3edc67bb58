package org.opensocialnet.upkeep;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.drafts.HoursWords;
import org.opensocialnet.hours.Day;
import org.opensocialnet.hours.GreekHolidays;
import org.opensocialnet.hours.OpeningHours;
import org.opensocialnet.hours.Schedule;
import org.opensocialnet.web.Language;
import org.opensocialnet.web.Words;
import org.springframework.stereotype.Component;

/** Reads rules of hours back, in both languages and as the coming seven days. */
@Component
class Readings {

    private final Ago ago;

    Readings(Ago ago) {
        this.ago = ago;
    }

    /** What rules say in one language. */
    record Told(Language language, List<String> sentences) {}

    /** One of the coming days; without spans it is closed. */
    record Ahead(String day, String spans, @Nullable String note) {}

    record Reading(List<Told> told, List<Ahead> week) {

        boolean isEmpty() {
            return told.stream().allMatch(each -> each.sentences().isEmpty());
        }
    }

    Reading of(List<Schedule> schedules, Words t) {
        var told = List.of(t.language(), t.other()).stream()
                .map(language -> new Told(
                        language,
                        schedules.stream()
                                .map(schedule -> HoursWords.sentence(t.in(language), schedule))
                                .toList()))
                .toList();
        var hours = OpeningHours.of(schedules, List.of(), new GreekHolidays());
        var week = schedules.isEmpty()
                ? List.<Ahead>of()
                : hours.week(ago.today()).stream().map(day -> ahead(day, t)).toList();
        return new Reading(told, week);
    }

    private static Ahead ahead(Day day, Words t) {
        var spans = day.open().stream().map(times -> span(times, t)).collect(Collectors.joining(", "));
        var asked = day.byAppointment().stream()
                .map(times -> t.of("drafts.hours.appointment-at", span(times, t)))
                .collect(Collectors.joining(", "));
        var all = spans.isEmpty() ? asked : asked.isEmpty() ? spans : spans + ", " + asked;
        return new Ahead(
                t.weekdayAndDate(day.date()), all, day.holiday() == null ? null : t.of("upkeep.hours.holiday"));
    }

    private static String span(Day.Times times, Words t) {
        return times.isAllDay()
                ? t.of("drafts.hours.all-day")
                : times.endsNextDay()
                        ? t.of("drafts.hours.over-midnight", t.time(times.opens()), t.time(times.closes()))
                        : t.of("drafts.hours.span", t.time(times.opens()), t.time(times.closes()));
    }
}
