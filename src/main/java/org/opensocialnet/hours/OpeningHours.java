package org.opensocialnet.hours;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.hours.Rule.Kind;

/** When one thing is open: its schedules, the notices that change them for a while, and the public holidays. */
public final class OpeningHours {

    private static final Duration WEEK = Duration.ofDays(8);
    private static final List<Duration> LOOKING_AHEAD = List.of(WEEK, Duration.ofDays(62), Duration.ofDays(400));

    private final Timetable timetable;
    private final List<Notice> notices;
    private final List<String> prose;

    private OpeningHours(Timetable timetable, List<Notice> notices, List<String> prose) {
        this.timetable = timetable;
        this.notices = notices;
        this.prose = prose;
    }

    public static OpeningHours of(List<Schedule> schedules, List<Notice> notices, Holidays holidays) {
        var rules = new ArrayList<Rule>(schedules.size());
        var prose = new ArrayList<String>(1);
        for (var schedule : schedules) {
            var rule = Rule.of(schedule);
            if (rule != null) {
                rules.add(rule);
            }
            if (schedule.description() != null && !schedule.description().isBlank()) {
                prose.add(schedule.description().strip());
            }
        }
        return new OpeningHours(new Timetable(rules, holidays), List.copyOf(notices), prose);
    }

    /** Whether there is any rule to compute with; otherwise there is prose at most. */
    public boolean isKnown() {
        return !timetable.isEmpty();
    }

    /** What the schedules say in words. */
    public List<String> prose() {
        return List.copyOf(prose);
    }

    /** Every stretch in which it is open to everyone, in order, none touching another. */
    public List<Interval> between(Instant from, Instant to) {
        return between(Kind.OPEN, from, to);
    }

    public Status at(Instant moment) {
        if (!isKnown() && notices.isEmpty()) {
            return new Status.Unknown(prose.isEmpty() ? null : String.join("; ", prose));
        }
        var soon = between(moment, moment.plus(WEEK));
        if (!soon.isEmpty() && soon.getFirst().contains(moment)) {
            return open(soon.getFirst(), moment);
        }
        if (!isKnown() && !isShutByNotice(moment)) {
            return new Status.Unknown(prose.isEmpty() ? null : String.join("; ", prose));
        }
        return isByAppointment(moment)
                ? new Status.ByAppointment(nextOpening(moment))
                : new Status.Closed(nextOpening(moment));
    }

    public Day day(LocalDate date) {
        var open = Interval.merged(hours(date, Kind.OPEN));
        var byAppointment = Interval.merged(hours(date, Kind.BY_APPOINTMENT));
        var plan = timetable.on(date);
        boolean changed = !open.equals(Interval.merged(WallClock.intervals(date, plan.open())))
                || !byAppointment.equals(Interval.merged(WallClock.intervals(date, plan.byAppointment())));
        return new Day(
                date, times(open), times(byAppointment), timetable.holidays().on(date), changed);
    }

    /** The seven days from this one on. */
    public List<Day> week(LocalDate first) {
        return first.datesUntil(first.plusDays(7)).map(this::day).toList();
    }

    private List<Interval> between(Kind kind, Instant from, Instant to) {
        var intervals = new ArrayList<Interval>();
        var last = WallClock.day(to);
        for (var day = WallClock.day(from).minusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            intervals.addAll(hours(day, kind));
        }
        return new Interval(from, to).clip(Interval.merged(intervals));
    }

    /** The hours that begin on this day, after all notices. */
    private List<Interval> hours(LocalDate day, Kind kind) {
        var plan = timetable.on(day);
        var planned = WallClock.intervals(day, kind == Kind.OPEN ? plan.open() : plan.byAppointment());
        var hours = planned;
        for (var notice : notices) {
            var other = notice.hours();
            if (other == null) {
                hours = Interval.without(hours, notice.time());
            } else if (kind == Kind.OPEN && concerns(notice, day, planned)) {
                hours = changed(
                        hours, notice.time(), WallClock.wholeDay(day), WallClock.intervals(day, List.of(other)));
            }
        }
        return hours;
    }

    private boolean concerns(Notice notice, LocalDate day, List<Interval> planned) {
        boolean touches = !notice.time().clip(List.of(WallClock.wholeDay(day))).isEmpty();
        return touches && (notice.isAboutOneDay() || !planned.isEmpty() || timetable.isEmpty());
    }

    /** A day that lies wholly in the notice has only the other hours; else each holds on its side of the change. */
    private static List<Interval> changed(List<Interval> hours, Interval time, Interval day, List<Interval> other) {
        if (!time.from().isAfter(day.from()) && !time.to().isBefore(day.to())) {
            return other;
        }
        var sides = new ArrayList<>(Interval.without(hours, time));
        sides.addAll(time.clip(other));
        return sides;
    }

    private Status open(Interval now, Instant moment) {
        var day = WallClock.wholeDay(WallClock.day(moment));
        boolean allDay = between(day.from(), day.to()).equals(List.of(day));
        boolean ends = now.to().isBefore(moment.plus(WEEK));
        return new Status.Open(ends ? now.to() : null, allDay);
    }

    private boolean isByAppointment(Instant moment) {
        if (isShutByNotice(moment)) {
            return false;
        }
        return !timetable.hasOpenHours()
                        && timetable.rules().stream().anyMatch(rule -> rule.kind() == Kind.BY_APPOINTMENT)
                || !between(Kind.BY_APPOINTMENT, moment, moment.plusSeconds(1)).isEmpty();
    }

    private boolean isShutByNotice(Instant moment) {
        return notices.stream()
                .anyMatch(notice -> notice.hours() == null && notice.time().contains(moment));
    }

    private @Nullable Instant nextOpening(Instant moment) {
        boolean never = !timetable.hasOpenHours() && notices.stream().allMatch(notice -> notice.hours() == null);
        var from = moment;
        for (var days : never ? List.<Duration>of() : LOOKING_AHEAD) {
            var until = moment.plus(days);
            var found = between(from, until);
            if (!found.isEmpty()) {
                return found.getFirst().from();
            }
            from = until;
        }
        return null;
    }

    private static List<Day.Times> times(List<Interval> intervals) {
        return intervals.stream()
                .map(interval -> new Day.Times(
                        WallClock.shown(interval.from()).toLocalTime(),
                        WallClock.shown(interval.to()).toLocalTime()))
                .toList();
    }
}
