package org.opensocialnet.upkeep;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.drafts.Edit;
import org.opensocialnet.drafts.HoursWords;
import org.opensocialnet.drafts.Line;
import org.opensocialnet.hours.Schedule;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;

/**
 * A rule whose days the form cannot say, such as the 15th of each month or every second week: the days stay as they are,
 * hours, holidays, dates and the note are changed like those of any other.
 */
record RareRule(Schedule schedule, List<Edit> edits) {

    /** Shows all but the days in the fields whose names begin so. */
    static void fill(Form form, String prefix, Line line) {
        RuleForm.fill(form, prefix, line);
        form.withAll(prefix + "-days", List.of()).withAll(prefix + "-nth", List.of());
    }

    /** What was filled in; what is wrong is told in the form. Nothing sent leaves the rule as it is. */
    static RareRule read(Form form, String prefix, Line line, Words t) {
        var there = HoursWords.schedule(line);
        if (form.all(prefix + "-as").isEmpty()) {
            return new RareRule(there, List.of());
        }
        var as = form.field(prefix + "-as", t.of("upkeep.hours.as")).oneOf(RuleForm.HOWS);
        var holidays =
                form.field(prefix + "-holidays", t.of("upkeep.hours.holidays")).oneOf(RuleForm.HOLIDAYS);
        var opens = form.field(prefix + "-opens", t.of("upkeep.hours.opens")).time();
        var closes = RuleForm.closes(form, prefix, t);
        var from = form.field(prefix + "-from", t.of("upkeep.hours.from")).date();
        var to = form.field(prefix + "-to", t.of("upkeep.hours.to")).date();
        var note = form.field(prefix + "-note", t.of("upkeep.hours.note")).optional(RuleForm.NOTE);
        if ((opens == null) != (closes == null) && form.sound()) {
            var missing = opens == null ? "opens" : "closes";
            form.refuse(
                    prefix + "-" + missing,
                    opens == null ? t.of("upkeep.hours.opens-missing") : t.of("upkeep.hours.closes-missing"));
        }
        if (from != null && to != null && to.isBefore(from)) {
            form.refuse(prefix + "-to", t.of("upkeep.hours.to-before-from"));
        }
        return form.sound()
                ? new RareRule(
                        with(there, as, holidays, opens, closes, from, to, note),
                        edits(line, values(as, holidays, opens, closes, from, to, note)))
                : new RareRule(there, List.of());
    }

    private static Schedule with(
            Schedule there,
            String as,
            String holidays,
            @Nullable LocalTime opens,
            @Nullable LocalTime closes,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            String note) {
        return new Schedule(
                there.freq(),
                there.interval(),
                there.byday(),
                there.bymonthday(),
                there.dtstart(),
                there.until(),
                there.count(),
                from,
                to,
                opens,
                closes,
                as.equals("closed"),
                as.equals("appointment"),
                holidays,
                note.isEmpty() ? null : note,
                there.counting());
    }

    private static Map<String, String> values(
            String as,
            String holidays,
            @Nullable LocalTime opens,
            @Nullable LocalTime closes,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            String note) {
        var values = new LinkedHashMap<String, String>();
        values.put("opens_at", RuleForm.text(opens, ":00"));
        values.put("closes_at", RuleForm.text(closes, ":00"));
        values.put("closed", String.valueOf(as.equals("closed")));
        values.put("by_appointment", String.valueOf(as.equals("appointment")));
        values.put("holidays", holidays);
        values.put("valid_from", RuleForm.text(from, ""));
        values.put("valid_to", RuleForm.text(to, ""));
        values.put("description", note);
        return values;
    }

    private static List<Edit> edits(Line line, Map<String, String> values) {
        var edits = new ArrayList<Edit>();
        values.forEach((column, value) -> {
            if (!value.equals(line.values().getOrDefault(column, usual(column)))) {
                edits.add(Edit.of("schedule", line.id(), column, line.value(column), value.isEmpty() ? null : value));
            }
        });
        return edits;
    }

    /** What an empty column means. */
    private static String usual(String column) {
        return switch (column) {
            case "closed", "by_appointment" -> "false";
            case "holidays" -> "closed";
            default -> "";
        };
    }
}
