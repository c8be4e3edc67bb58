package org.opensocialnet.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes when something is open. */
record Schedules(Telling city) {

    /** The hours of a service, or of one stop of it: the column names which. */
    void tell(String column, UUID owner, List<Opening> openings, @Nullable Both prose) {
        var said = prose;
        int number = 0;
        for (var opening : openings) {
            for (var time : times(opening)) {
                var row = row(column, owner, number++, opening, time);
                if (said != null && !opening.shut()) {
                    row.with("description", said);
                    said = null;
                } else if (opening.appointment() && opening.days() == null) {
                    row.with("description", Both.of("Με ραντεβού | By appointment"));
                }
                city.tell(row);
            }
        }
        if (said != null) {
            city.tell(Row.of("schedule", city.id("schedule", owner, "prose"))
                    .with(column, owner)
                    .with("description", said));
        }
    }

    private Row row(String column, UUID owner, int number, Opening opening, Span span) {
        var single = opening.on() != null || opening.easter();
        return Row.of("schedule", city.id("schedule", owner, number))
                .with(column, owner)
                .with("valid_from", span.first())
                .with("valid_to", span.last())
                .with("freq", freq(opening, single))
                .with("byday", single ? Opening.day(Objects.requireNonNull(span.first())) : opening.days())
                .with("opens_at", opening.opens())
                .with("closes_at", opening.closes())
                .with("closed", opening.shut() ? "true" : null)
                .with("by_appointment", opening.appointment() ? "true" : null)
                .with("holidays", opening.onHolidays() || single ? "as-usual" : null);
    }

    private static @Nullable String freq(Opening opening, boolean single) {
        if (single) {
            return "WEEKLY";
        }
        return opening.days() == null ? null : opening.monthly() ? "MONTHLY" : "WEEKLY";
    }

    /** When an opening holds: always, in its seasons, or on one day. */
    private List<Span> times(Opening opening) {
        var calendar = city.calendar();
        var day = opening.on();
        if (day != null) {
            return List.of(Span.of(calendar.next(day)));
        }
        if (opening.easter()) {
            return List.of(Span.of(calendar.nextEaster()));
        }
        var season = opening.season();
        return season == null
                ? List.of(new Span(null, null))
                : season.around(calendar.monday())
                        .flatMap(time -> Stream.of(new Span(time.first(), time.last())))
                        .toList();
    }

    private record Span(@Nullable LocalDate first, @Nullable LocalDate last) {

        static Span of(LocalDate day) {
            return new Span(day, day);
        }
    }
}
