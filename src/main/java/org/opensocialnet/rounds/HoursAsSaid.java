package org.opensocialnet.rounds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.directory.Subject;
import org.opensocialnet.drafts.Edit;
import org.opensocialnet.drafts.Line;
import org.opensocialnet.drafts.Sheet;
import org.opensocialnet.hours.Prose;
import org.opensocialnet.hours.Schedule;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Choice;
import org.springframework.stereotype.Component;

/**
 * Hours corrected in a sentence: rules that hold no more are ticked, new ones are written as one says them. What cannot be
 * read as rules stays as it was written, for the desk to make rules of.
 */
@Component
class HoursAsSaid {

    static final String GONE = "gone";
    static final String TEXT = "hours";
    static final String WHERE = "where";

    private static final int LONGEST = 500;

    private final Parts parts;

    HoursAsSaid(Parts parts) {
        this.parts = parts;
    }

    List<Choice> rules(Sheet wanted, Words t) {
        return wanted.kept("schedule").stream()
                .map(line -> new Choice(line.id().toString(), parts.rule(wanted, line, t)))
                .toList();
    }

    /** The whole service, or one of its places. */
    List<Choice> places(Sheet wanted, Words t) {
        var points = wanted.kept("service_at_location");
        if (points.size() < 2 && wanted.kept("schedule").stream().noneMatch(HoursAsSaid::isOfPoint)) {
            return List.of();
        }
        var places = new ArrayList<Choice>();
        places.add(new Choice("", t.of("rounds.hours.everywhere")));
        points.forEach(point -> places.add(new Choice(point.id().toString(), parts.place(point, t))));
        return places;
    }

    private static boolean isOfPoint(Line line) {
        return line.value("service_at_location_id") != null;
    }

    /** What was sent, as edits; what is wrong is told in the form. */
    List<Edit> read(Sheet wanted, Form form, Words t) {
        var edits = new ArrayList<Edit>();
        var known = rules(wanted, t).stream().map(Choice::value).toList();
        for (var rule : form.field(GONE, t.of("rounds.hours.gone")).someOf(known)) {
            edits.add(Edit.going("schedule", UUID.fromString(rule)));
        }
        var text = form.field(TEXT, t.of("rounds.hours.new")).optional(LONGEST);
        var where = form.typed(WHERE);
        if (!where.isEmpty()
                && places(wanted, t).stream().noneMatch(place -> place.value().equals(where))) {
            form.refuse(WHERE, t.of("workspace.fault.choose", t.of("rounds.hours.where")));
        }
        if (!form.sound() || text.isEmpty()) {
            return edits;
        }
        var schedules = Prose.schedules(text)
                .filter(found -> !found.isEmpty())
                .orElseGet(() -> List.of(Schedule.inWords(text)));
        for (var schedule : schedules) {
            edits.addAll(coming(schedule, owner(wanted, where)));
        }
        return edits;
    }

    private static Map<String, String> owner(Sheet wanted, String point) {
        var subject = wanted.subject();
        return point.isEmpty()
                ? Map.of(
                        subject.kind() == Subject.Kind.SERVICE ? "service_id" : "location_id",
                        subject.id().toString())
                : Map.of("service_at_location_id", point);
    }

    private static List<Edit> coming(Schedule schedule, Map<String, String> owner) {
        var row = Uuid7.next();
        var edits = new ArrayList<Edit>();
        edits.add(Edit.coming("schedule", row));
        var values = new LinkedHashMap<>(owner);
        values.put("freq", text(schedule.freq()));
        values.put("byday", text(schedule.byday()));
        values.put("bymonthday", text(schedule.bymonthday()));
        values.put("opens_at", text(schedule.opensAt()));
        values.put("closes_at", text(schedule.closesAt()));
        values.put("closed", String.valueOf(schedule.closed()));
        values.put("by_appointment", String.valueOf(schedule.byAppointment()));
        values.put("holidays", Objects.requireNonNullElse(schedule.holidays(), "closed"));
        values.put("valid_from", text(schedule.validFrom()));
        values.put("valid_to", text(schedule.validTo()));
        values.put("description", text(schedule.description()));
        values.put("parsed", "false");
        values.forEach((column, value) -> {
            if (!value.isEmpty()) {
                edits.add(Edit.of("schedule", row, column, null, value));
            }
        });
        return edits;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
