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

    Plan on(LocalDate day) {
        boolean holiday = holidays.on(day) != null;
        var opening = new ArrayList<Rule>(rules.size());
        for (var rule : rules) {
            if (rule.kind() != Kind.SHUT && rule.fallsOn(day, holiday)) {
                opening.add(rule);
            }
        }
        return opening.isEmpty() ? NOTHING : withoutShut(plan(mostParticular(opening)), day, holiday, opening);
    }

    boolean isEmpty() {
        return rules.isEmpty();
    }

    boolean hasOpenHours() {
        return rules.stream().anyMatch(rule -> rule.kind() == Kind.OPEN);
    }

    private static List<Rule> mostParticular(List<Rule> rules) {
        if (rules.size() == 1) {
            return rules;
        }
        boolean holidayHours = rules.stream().anyMatch(rule -> rule.onHolidays() == OnHolidays.ONLY);
        var first = rules.getFirst().validity();
        for (var rule : rules) {
            first = rule.validity().compareTo(first) > 0 ? rule.validity() : first;
        }
        var shortest = first;
        return rules.stream()
                .filter(rule -> holidayHours
                        ? rule.onHolidays() == OnHolidays.ONLY
                        : rule.validity().compareTo(shortest) == 0)
                .toList();
    }

    private static Plan plan(List<Rule> rules) {
        return new Plan(ranges(rules, Kind.OPEN), ranges(rules, Kind.BY_APPOINTMENT));
    }

    private static List<Range> ranges(List<Rule> rules, Kind kind) {
        return rules.stream()
                .filter(rule -> rule.kind() == kind)
                .map(Rule::hours)
                .toList();
    }

    private Plan withoutShut(Plan plan, LocalDate day, boolean holiday, List<Rule> opening) {
        boolean openedThatDay =
                opening.stream().anyMatch(rule -> rule.validity().isOneDay());
        var left = plan;
        for (var rule : rules) {
            if (rule.kind() == Kind.SHUT
                    && rule.fallsOn(day, holiday)
                    && (!openedThatDay || rule.validity().isOneDay())) {
                left = new Plan(
                        Range.without(left.open, shutting(rule.hours())),
                        Range.without(left.byAppointment, shutting(rule.hours())));
            }
        }
        return left;
    }

    /** A day that is shut is shut with the night that follows it. */
    private static Range shutting(Range hours) {
        return hours.equals(Range.WHOLE_DAY) ? new Range(0, 2 * Range.DAY) : hours;
    }
}
