package org.opensocialnet.hours;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A stretch of time from one moment up to, not including, another. */
public record Interval(Instant from, Instant to) {

    public boolean contains(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(to);
    }

    static List<Interval> merged(List<Interval> intervals) {
        if (intervals.size() < 2) {
            return intervals;
        }
        var sorted = new ArrayList<>(intervals);
        sorted.sort(Comparator.comparing(Interval::from));
        var merged = new ArrayList<Interval>(sorted.size());
        for (var next : sorted) {
            int last = merged.size() - 1;
            if (last >= 0 && !next.from.isAfter(merged.get(last).to)) {
                merged.set(last, merged.get(last).until(next.to));
            } else {
                merged.add(next);
            }
        }
        return merged;
    }

    /** What is left of some intervals where another is taken out. */
    static List<Interval> without(List<Interval> intervals, Interval taken) {
        var left = new ArrayList<Interval>(intervals.size() + 1);
        for (var interval : intervals) {
            if (!taken.to.isAfter(interval.from) || !interval.to.isAfter(taken.from)) {
                left.add(interval);
                continue;
            }
            if (interval.from.isBefore(taken.from)) {
                left.add(new Interval(interval.from, taken.from));
            }
            if (taken.to.isBefore(interval.to)) {
                left.add(new Interval(taken.to, interval.to));
            }
        }
        return left;
    }

    /** The parts of some intervals that lie inside this one. */
    List<Interval> clip(List<Interval> intervals) {
        var inside = new ArrayList<Interval>(intervals.size());
        for (var interval : intervals) {
            var start = interval.from.isBefore(from) ? from : interval.from;
            var end = interval.to.isAfter(to) ? to : interval.to;
            if (start.isBefore(end)) {
                inside.add(new Interval(start, end));
            }
        }
        return inside;
    }

    private Interval until(Instant end) {
        return end.isAfter(to) ? new Interval(from, end) : this;
    }
}
