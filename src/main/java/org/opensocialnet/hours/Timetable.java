package org.opensocialnet.hours;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.opensocialnet.hours.Rule.Kind;
import org.opensocialnet.hours.Rule.OnHolidays;

/**
 * What the rules say of one day, before any notice. The most particular rules of a day hold for it: those for public
 * holidays alone, else those of the shortest validity. What is shut stays shut, unless a rule opens that one day.
 */
record Timetable(List<Rule> rules, Holidays holidays) {

    /** The hours of a day for everyone and for those with an appointment; those of the night belong to the evening. */
    record Plan(List<Range> open, List<Range> byAppointment) {}

    private static final Plan NOTHING = new Plan(List.of(), List.of());

    /** A rule and its hours on one day. */
    private record Holding(Rule rule, List<Range> hours) {}

    Plan on(LocalDate day) {
        var opening = new ArrayList<Holding>(rules.size());
        for (var rule : rules) {
            var hours = rule.kind() == Kind.SHUT ? List.<Range>of() : rule.hoursOn(day, holidays);
            if (!hours.isEmpty()) {
                opening.add(new Holding(rule, hours));
            }
        }
        return opening.isEmpty() ? NOTHING : withoutShut(plan(mostParticular(opening)), day, opening);
    }

    boolean isEmpty() {
        return rules.isEmpty();
    }

    boolean hasOpenHours() {
        return rules.stream().anyMatch(rule -> rule.kind() == Kind.OPEN);
    }

    private static List<Holding> mostParticular(List<Holding> holding) {
        if (holding.size() == 1) {
            return holding;
        }
        boolean holidayHours = holding.stream().anyMatch(one -> one.rule.onHolidays() == OnHolidays.ONLY);
        var first = holding.getFirst().rule.validity();
        for (var one : holding) {
            first = one.rule.validity().compareTo(first) > 0 ? one.rule.validity() : first;
        }
        var shortest = first;
        return holding.stream()
                .filter(one -> holidayHours
                        ? one.rule.onHolidays() == OnHolidays.ONLY
                        : one.rule.validity().compareTo(shortest) == 0)
                .toList();
    }

    private static Plan plan(List<Holding> holding) {
        return new Plan(ranges(holding, Kind.OPEN), ranges(holding, Kind.BY_APPOINTMENT));
    }

    private static List<Range> ranges(List<Holding> holding, Kind kind) {
        return holding.stream()
                .filter(one -> one.rule.kind() == kind)
                .flatMap(one -> one.hours.stream())
                .toList();
    }

    private Plan withoutShut(Plan plan, LocalDate day, List<Holding> opening) {
        boolean openedThatDay =
                opening.stream().anyMatch(one -> one.rule.validity().isOneDay());
        var left = plan;
        for (var rule : rules) {
            if (rule.kind() == Kind.SHUT && (!openedThatDay || rule.validity().isOneDay())) {
                for (var hours : rule.hoursOn(day, holidays)) {
                    left = new Plan(
                            Range.without(left.open, shutting(hours)),
                            Range.without(left.byAppointment, shutting(hours)));
                }
            }
        }
        return left;
    }

    /** A day that is shut is shut with the night that follows it. */
    private static Range shutting(Range hours) {
        return hours.equals(Range.WHOLE_DAY) ? new Range(0, 2 * Range.DAY) : hours;
    }
}
