package org.opensocialnet.upkeep;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.drafts.Edit;
import org.opensocialnet.drafts.Line;
import org.opensocialnet.hours.Schedule;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Choice;

/** One rule of opening hours as fields of a form: on which days, from when to when, how, and for how long it holds. */
final class RuleForm {

    static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    private static final List<String> NTHS = List.of("1", "2", "3", "4", "-1");
    static final List<String> HOWS = List.of("open", "appointment", "closed");
    static final List<String> HOLIDAYS = List.of("closed", "as-usual", "only");
    static final int NOTE = 500;
    private static final Pattern BYDAY = Pattern.compile("([+-]?\\d)?(MO|TU|WE|TH|FR|SA|SU)");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M/uuuu");
    private static final List<String> COLUMNS = List.of(
            "freq",
            "byday",
            "opens_at",
            "closes_at",
            "closed",
            "by_appointment",
            "holidays",
            "valid_from",
            "valid_to",
            "description",
            "parsed");

    private RuleForm() {}

    /** The days of the week to tick. */
    static List<Choice> days(Words t) {
        var days = new ArrayList<Choice>();
        for (int day = 0; day < DAYS.size(); day++) {
            days.add(new Choice(
                    DAYS.get(day),
                    DayOfWeek.of(day + 1)
                            .getDisplayName(
                                    TextStyle.SHORT_STANDALONE, t.language().locale())));
        }
        return days;
    }

    /** Every week, or the first, second … of the month. */
    static List<Choice> nths(Words t) {
        return List.of(
                new Choice("", t.of("upkeep.hours.nth-every")),
                new Choice("1", t.of("upkeep.hours.nth-first")),
                new Choice("2", t.of("upkeep.hours.nth-second")),
                new Choice("3", t.of("upkeep.hours.nth-third")),
                new Choice("4", t.of("upkeep.hours.nth-fourth")),
                new Choice("-1", t.of("upkeep.hours.nth-last")));
    }

    /** Whether the form can say all that the rule says; others are kept as they are. */
    static boolean canSay(Line line) {
        var nths = new LinkedHashSet<String>();
        var found = BYDAY.matcher(line.text("byday"));
        while (found.find()) {
            nths.add(found.group(1) == null ? "" : found.group(1).replace("+", ""));
        }
        return nths.size() < 2
                && List.of("bymonthday", "byweekno", "byyearday", "count", "until", "dtstart").stream()
                        .allMatch(column -> line.value(column) == null)
                && (line.value("interval") == null || line.is("interval", "1"));
    }

    /** Shows a rule in the fields whose names begin so. */
    static void fill(Form form, String prefix, Line line) {
        var days = new ArrayList<String>();
        var found = BYDAY.matcher(line.text("byday"));
        while (found.find()) {
            days.add(found.group(2));
            if (found.group(1) != null) {
                form.with(prefix + "-nth", found.group(1).replace("+", ""));
            }
        }
        form.withAll(prefix + "-days", days)
                .with(prefix + "-opens", time(line.value("opens_at")))
                .with(prefix + "-closes", time(line.value("closes_at")))
                .with(
                        prefix + "-as",
                        line.is("closed", "true")
                                ? "closed"
                                : line.is("by_appointment", "true") ? "appointment" : "open")
                .with(prefix + "-holidays", line.values().getOrDefault("holidays", "closed"))
                .with(prefix + "-from", day(line.value("valid_from")))
                .with(prefix + "-to", day(line.value("valid_to")))
                .with(prefix + "-note", line.value("description"));
    }

    /** An empty rule, as most are. */
    static void fresh(Form form, String prefix) {
        form.with(prefix + "-as", "open").with(prefix + "-holidays", "closed");
    }

    /** Whether nobody wrote anything into the fields of a rule that is not there yet. */
    static boolean isEmpty(Form form, String prefix) {
        return form.all(prefix + "-days").stream().allMatch(String::isEmpty)
                && List.of("opens", "closes", "from", "to", "note").stream()
                        .allMatch(field -> form.typed(prefix + "-" + field).isEmpty())
                && form.typed(prefix + "-as").equals("open")
                && !form.typed(prefix + "-holidays").equals("only");
    }

    /** The columns of the rule as they were filled in, empty for none. What is wrong is told in the form. */
    static Map<String, String> read(Form form, String prefix, Words t) {
        var days = form.field(prefix + "-days", t.of("upkeep.hours.days")).someOf(DAYS);
        var nth = form.typed(prefix + "-nth");
        var as = form.field(prefix + "-as", t.of("upkeep.hours.as")).oneOf(HOWS);
        var holidays =
                form.field(prefix + "-holidays", t.of("upkeep.hours.holidays")).oneOf(HOLIDAYS);
        var opens = form.field(prefix + "-opens", t.of("upkeep.hours.opens")).time();
        var closes = closes(form, prefix, t);
        var from = form.field(prefix + "-from", t.of("upkeep.hours.from")).date();
        var to = form.field(prefix + "-to", t.of("upkeep.hours.to")).date();
        var note = form.field(prefix + "-note", t.of("upkeep.hours.note")).optional(NOTE);
        boolean numbered = NTHS.contains(nth) && !days.isEmpty();
        if (days.isEmpty() && to == null) {
            to = from;
        }
        check(form, prefix, t, days, as, holidays, opens, closes, from, to, note);
        var values = new LinkedHashMap<String, String>();
        values.put("freq", days.isEmpty() ? "" : numbered ? "MONTHLY" : "WEEKLY");
        values.put(
                "byday",
                String.join(
                        ",",
                        days.stream().map(day -> numbered ? nth + day : day).toList()));
        values.put("opens_at", text(opens, ":00"));
        values.put("closes_at", text(closes, ":00"));
        values.put("closed", String.valueOf(as.equals("closed")));
        values.put("by_appointment", String.valueOf(as.equals("appointment")));
        values.put("holidays", holidays);
        values.put("valid_from", text(from, ""));
        values.put("valid_to", text(to, ""));
        values.put("description", note);
        values.put("parsed", "false");
        return values;
    }

    /** "24:00" is how many write midnight. */
    static @Nullable LocalTime closes(Form form, String prefix, Words t) {
        return form.typed(prefix + "-closes").matches("24[:.]?00")
                ? LocalTime.MIDNIGHT
                : form.field(prefix + "-closes", t.of("upkeep.hours.closes")).time();
    }

    private static void check(
            Form form,
            String prefix,
            Words t,
            List<String> days,
            String as,
            String holidays,
            @Nullable LocalTime opens,
            @Nullable LocalTime closes,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            String note) {
        boolean hours = !form.typed(prefix + "-opens").isEmpty()
                || !form.typed(prefix + "-closes").isEmpty();
        boolean whenever = days.isEmpty() && from == null;
        boolean inWords = whenever && !hours && !note.isEmpty();
        if (hours && form.typed(prefix + "-closes").isEmpty()) {
            form.refuse(prefix + "-closes", t.of("upkeep.hours.closes-missing"));
        }
        if (form.typed(prefix + "-opens").isEmpty() && (hours || as.equals("open") && !inWords)) {
            form.refuse(prefix + "-opens", t.of("upkeep.hours.opens-missing"));
        }
        if (opens != null && opens.equals(closes) && !opens.equals(LocalTime.MIDNIGHT)) {
            form.refuse(prefix + "-closes", t.of("upkeep.hours.same"));
        }
        boolean mayBeWhenever = as.equals("appointment") || holidays.equals("only") || inWords;
        if (whenever && !mayBeWhenever) {
            form.refuse(prefix + "-days", t.of("upkeep.hours.days-missing"));
        }
        if (from != null && to != null && to.isBefore(from)) {
            form.refuse(prefix + "-to", t.of("upkeep.hours.to-before-from"));
        }
    }

    /** What was read as the rule the engine understands. */
    static Schedule schedule(Map<String, String> values) {
        return new Schedule(
                none(values.get("freq")),
                null,
                none(values.get("byday")),
                null,
                null,
                null,
                null,
                date(values.get("valid_from")),
                date(values.get("valid_to")),
                clock(values.get("opens_at")),
                clock(values.get("closes_at")),
                Boolean.parseBoolean(values.get("closed")),
                Boolean.parseBoolean(values.get("by_appointment")),
                none(values.get("holidays")),
                none(values.get("description")));
    }

    /** A rule of the engine as columns, for rules read from prose. */
    static Map<String, String> values(Schedule schedule) {
        var values = new LinkedHashMap<String, String>();
        values.put("freq", Objects.requireNonNullElse(schedule.freq(), ""));
        values.put("byday", Objects.requireNonNullElse(schedule.byday(), ""));
        values.put("opens_at", text(schedule.opensAt(), ":00"));
        values.put("closes_at", text(schedule.closesAt(), ":00"));
        values.put("closed", String.valueOf(schedule.closed()));
        values.put("by_appointment", String.valueOf(schedule.byAppointment()));
        values.put("holidays", Objects.requireNonNullElse(schedule.holidays(), "closed"));
        values.put("valid_from", text(schedule.validFrom(), ""));
        values.put("valid_to", text(schedule.validTo(), ""));
        values.put("description", "");
        values.put("parsed", "false");
        return values;
    }

    /**
     * The edits that make a rule of the draft what was filled in. A published rule is not changed but replaced, so that
     * its history is told in whole sentences.
     */
    static List<Edit> edits(
            @Nullable Line line,
            @Nullable Line successor,
            Map<String, String> values,
            UUID id,
            Map<String, String> owner) {
        if (line != null && isSame(line, values)) {
            return List.of();
        }
        var edits = new ArrayList<Edit>();
        var target = line != null && line.fresh() ? line : successor;
        if (line != null && !line.fresh()) {
            edits.add(Edit.going("schedule", line.id()));
        }
        var row = target != null ? target.id() : id;
        if (target == null) {
            edits.add(Edit.coming("schedule", row));
            owner.forEach((column, value) -> edits.add(Edit.of("schedule", row, column, null, value)));
        }
        values.forEach((column, value) -> {
            if (target != null || !value.isEmpty()) {
                edits.add(Edit.of("schedule", row, column, null, value.isEmpty() ? null : value));
            }
        });
        return edits;
    }

    private static boolean isSame(Line line, Map<String, String> values) {
        return COLUMNS.stream()
                .filter(column -> !column.equals("parsed"))
                .allMatch(column -> line.text(column).equals(values.getOrDefault(column, "")));
    }

    private static String time(@Nullable String value) {
        return value == null ? "" : value.substring(0, Math.min(5, value.length()));
    }

    private static String day(@Nullable String value) {
        return value == null ? "" : DAY.format(LocalDate.parse(value));
    }

    static String text(@Nullable Object value, String seconds) {
        return value == null ? "" : value.toString().length() == 8 ? value.toString() : value + seconds;
    }

    private static @Nullable String none(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        return text == null || text.isEmpty() ? null : LocalDate.parse(text);
    }

    private static @Nullable LocalTime clock(@Nullable String text) {
        return text == null || text.isEmpty() ? null : LocalTime.parse(text);
    }
}
