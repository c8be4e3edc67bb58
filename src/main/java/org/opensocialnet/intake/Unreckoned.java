package org.opensocialnet.intake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.opensocialnet.hours.Counting;

/** What of a schedule is kept and given on, but cannot be reckoned with. */
final class Unreckoned {

    private Unreckoned() {}

    static List<IntakeProblem> in(RowOrigin origin, Map<String, String> schedule) {
        var timezone = schedule.getOrDefault("timezone", "").strip();
        var counting = new Counting(
                schedule.get("byweekno"),
                schedule.get("byyearday"),
                null,
                timezone.isEmpty() ? null : new BigDecimal(timezone));
        var found = new ArrayList<IntakeProblem>();
        if (!counting.isClear()) {
            found.add(remark(
                    origin,
                    schedule.getOrDefault("byweekno", "").isBlank() ? "byyearday" : "byweekno",
                    "is kept, but not clear: such hours are told in their own words only"));
        }
        if (!counting.hasClearClock()) {
            found.add(remark(
                    origin,
                    "timezone",
                    "is kept, but no clock is so far from UTC: hours are taken as those of the city"));
        }
        return found;
    }

    private static IntakeProblem remark(RowOrigin origin, String column, String reason) {
        return new IntakeProblem(origin.file(), 0, "schedule", column, null, reason, false);
    }
}
