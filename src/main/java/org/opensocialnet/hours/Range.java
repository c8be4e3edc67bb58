package org.opensocialnet.hours;

import java.util.ArrayList;
import java.util.List;

/** A part of a day in seconds from its midnight by the clock on the wall; it may end on the day after. */
record Range(int start, int end) {

    static final int DAY = 24 * 60 * 60;
    static final Range WHOLE_DAY = new Range(0, DAY);

    /** What is left of some ranges where another is taken out. */
    static List<Range> without(List<Range> ranges, Range taken) {
        var left = new ArrayList<Range>(ranges.size() + 1);
        for (var range : ranges) {
            if (taken.end <= range.start || range.end <= taken.start) {
                left.add(range);
                continue;
            }
            if (range.start < taken.start) {
                left.add(new Range(range.start, taken.start));
            }
            if (taken.end < range.end) {
                left.add(new Range(taken.end, range.end));
            }
        }
        return left;
    }
}
