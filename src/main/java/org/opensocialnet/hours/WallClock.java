package org.opensocialnet.hours;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns what the clock on the wall in Athens shows into moments, in the two nights the clock changes too. */
final class WallClock {

    static final ZoneId ZONE = ZoneId.of("Europe/Athens");
    private static final ZoneRules RULES = ZONE.getRules();

    private WallClock() {}

    static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZONE);
    }

    static LocalDateTime shown(Instant moment) {
        return LocalDateTime.ofInstant(moment, ZONE);
    }

    /**
     * The first moment the clock shows this time. An hour the clock leaps over counts as the moment it leaps, so that a
     * later time never comes before an earlier one.
     */
    static Instant moment(LocalDate day, int second) {
        long written = day.toEpochDay() * Range.DAY + second;
        var shown = LocalDateTime.ofEpochSecond(written, 0, ZoneOffset.UTC);
        var offsets = RULES.getValidOffsets(shown);
        return offsets.isEmpty()
                ? RULES.getTransition(shown).getInstant()
                : Instant.ofEpochSecond(written - offsets.getFirst().getTotalSeconds());
    }

    /** A clock that is not the city's: an office that tells one of the two hours the city has means the clock it has. */
    static @Nullable ZoneOffset other(@Nullable ZoneOffset told) {
        boolean ours = told == null
                || told.equals(RULES.getStandardOffset(Instant.EPOCH))
                || RULES.getTransitionRules().stream()
                        .anyMatch(change ->
                                told.equals(change.getOffsetBefore()) || told.equals(change.getOffsetAfter()));
        return ours ? null : told;
    }

    /** What a second of a day by another clock is here, counted from the midnight of a day; negative before it. */
    static int second(LocalDate told, int second, ZoneOffset clock, LocalDate day) {
        var here = shown(Instant.ofEpochSecond(told.toEpochDay() * Range.DAY + second - clock.getTotalSeconds()));
        return Math.toIntExact((here.toLocalDate().toEpochDay() - day.toEpochDay()) * Range.DAY
                + here.toLocalTime().toSecondOfDay());
    }

    static Interval wholeDay(LocalDate day) {
        return new Interval(moment(day, 0), moment(day, Range.DAY));
    }

    static List<Interval> intervals(LocalDate day, List<Range> ranges) {
        var intervals = new ArrayList<Interval>(ranges.size());
        for (var range : ranges) {
            var interval = new Interval(moment(day, range.start()), moment(day, range.end()));
            if (interval.from().isBefore(interval.to())) {
                intervals.add(interval);
            }
        }
        return intervals;
    }
}
