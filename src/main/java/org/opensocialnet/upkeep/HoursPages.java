package org.opensocialnet.upkeep;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.directory.Subject;
import org.opensocialnet.drafts.Drafts;
import org.opensocialnet.drafts.Edit;
import org.opensocialnet.drafts.HoursWords;
import org.opensocialnet.drafts.Line;
import org.opensocialnet.hours.Prose;
import org.opensocialnet.hours.Schedule;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Choice;
import org.opensocialnet.workspace.Said;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The hours of a service, of a place, or of a service at one place, with what they mean in words beside them. */
@Controller
class HoursPages {

    private static final int MOST = 60;

    private final Desk desk;
    private final Drafts drafts;
    private final Directories directories;
    private final Readings readings;

    HoursPages(Desk desk, Drafts drafts, Directories directories, Readings readings) {
        this.desk = desk;
        this.drafts = drafts;
        this.directories = directories;
        this.readings = readings;
    }

    /** One rule in the form; one whose days the form cannot say is told in words, and its days stay as they are. */
    record Ruled(
            String prefix, UUID id, boolean there, @Nullable String words) {}

    record HoursPage(
            Desk.Work work,
            @Nullable UUID at,
            String whose,
            List<Choice> places,
            List<Ruled> rules,
            Readings.Reading reading,
            String action) {}

    /** What was filled in: rules that hold, the edits to get there, and the form with its faults. */
    private record Filled(List<Ruled> rules, List<Schedule> schedules, List<Edit> edits, Form form) {}

    @GetMapping({RecordPath.SERVICE + "/hours", RecordPath.LOCATION + "/hours"})
    ModelAndView hours(
            @PathVariable Map<String, String> path,
            @RequestParam(required = false) @Nullable UUID at,
            SignedIn me,
            Words t) {
        var work = desk.work(me, path);
        var form = Form.fresh(t);
        var rules = new ArrayList<Ruled>();
        var schedules = new ArrayList<Schedule>();
        for (var line : lines(work, at)) {
            var prefix = "h" + rules.size();
            boolean said = RuleForm.canSay(line);
            if (said) {
                RuleForm.fill(form, prefix, line);
            } else {
                RareRule.fill(form, prefix, line);
            }
            schedules.add(HoursWords.schedule(line));
            rules.add(new Ruled(
                    prefix, line.id(), true, said ? null : HoursWords.sentence(t, HoursWords.schedule(line))));
        }
        rules.add(fresh(form, rules.size()));
        return page(work, at, new Filled(rules, schedules, List.of(), form), me, t);
    }

    private static Ruled fresh(Form form, int number) {
        RuleForm.fresh(form, "h" + number);
        return new Ruled("h" + number, Uuid7.next(), false, null);
    }

    private ModelAndView page(Desk.Work work, @Nullable UUID at, Filled filled, SignedIn me, Words t) {
        var places = places(work, t);
        var whose = at == null
                ? work.name(t)
                : places.stream()
                        .filter(place -> place.value().equals(at.toString()))
                        .map(Choice::text)
                        .findFirst()
                        .orElseThrow(() -> Refusal.notFound("drafts.record.unknown"));
        var page = new HoursPage(
                work,
                at,
                whose,
                places,
                filled.rules(),
                readings.of(filled.schedules(), t),
                work.path() + "/hours" + (at == null ? "" : "?at=" + at));
        return new ModelAndView("upkeep/hours", Map.of("page", page, "form", filled.form(), "me", me));
    }

    private List<Choice> places(Desk.Work work, Words t) {
        var points = work.wanted().kept("service_at_location");
        var names = directories.names(
                "location",
                points.stream()
                        .map(point -> UUID.fromString(point.text("location_id")))
                        .toList(),
                t);
        return points.stream()
                .map(point -> new Choice(
                        point.id().toString(),
                        names.getOrDefault(UUID.fromString(point.text("location_id")), t.of("upkeep.record.nameless"))))
                .toList();
    }

    /** What is typed, in words: the part of the page that follows the keyboard. */
    @PostMapping({RecordPath.SERVICE + "/hours/reading", RecordPath.LOCATION + "/hours/reading"})
    ModelAndView reading(
            @PathVariable Map<String, String> path,
            @RequestParam(required = false) @Nullable UUID at,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t) {
        var filled = filled(desk.work(me, path), at, typed, t);
        return new ModelAndView("upkeep/reading", Map.of("reading", readings.of(filled.schedules(), t)));
    }

    /** "read" shows what it means and saves nothing; "more" saves and offers another rule. */
    @PostMapping({RecordPath.SERVICE + "/hours", RecordPath.LOCATION + "/hours"})
    ModelAndView save(
            @PathVariable Map<String, String> path,
            @RequestParam(required = false) @Nullable UUID at,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        var work = desk.work(me, path);
        var filled = filled(work, at, typed, t);
        if (!filled.form().sound() || "read".equals(typed.getFirst("then"))) {
            var again = page(work, at, filled, me, t);
            again.setStatus(filled.form().sound() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        if (!filled.edits().isEmpty()) {
            drafts.save(me, work.kept(), filled.edits());
            Said.done(t.of("upkeep.draft.saved")).on(redirect);
        }
        boolean more = "more".equals(typed.getFirst("then"));
        var hours = work.path() + "/hours" + (at == null ? "" : "?at=" + at);
        return new ModelAndView("redirect:" + t.link(more ? hours : work.path()));
    }

    private Filled filled(Desk.Work work, @Nullable UUID at, MultiValueMap<String, String> typed, Words t) {
        var form = Form.sent(typed, t);
        var rules = new ArrayList<Ruled>();
        var schedules = new ArrayList<Schedule>();
        var edits = new ArrayList<Edit>();
        var there = lines(work, at);
        for (int number = 0; number < MOST && !form.typed("h" + number).isEmpty(); number++) {
            var prefix = "h" + number;
            var id = form.field(prefix, "").id();
            var line = there.stream()
                    .filter(each -> each.id().equals(id))
                    .findFirst()
                    .orElse(null);
            boolean said = line == null || RuleForm.canSay(line);
            rules.add(new Ruled(
                    prefix,
                    id,
                    line != null,
                    said || line == null ? null : HoursWords.sentence(t, HoursWords.schedule(line))));
            if (line != null && form.has(prefix + "-gone", "yes")) {
                edits.add(Edit.going("schedule", id));
            } else if (!said && line != null) {
                var rare = RareRule.read(form, prefix, line, t);
                schedules.add(rare.schedule());
                edits.addAll(rare.edits());
            } else if (line != null || !RuleForm.isEmpty(form, prefix)) {
                var values = RuleForm.read(form, prefix, t);
                if (form.sound()) {
                    schedules.add(RuleForm.schedule(values));
                    var next = successor(id);
                    edits.addAll(RuleForm.edits(
                            line,
                            line == null ? null : find(there, next),
                            values,
                            line == null ? id : next,
                            owner(work, at)));
                }
            }
        }
        prose(form, t, work, at, schedules, edits);
        return new Filled(rules, schedules, edits, form);
    }

    /** Hours written as one says them become rules, or a fault where they are not certain. */
    private void prose(
            Form form, Words t, Desk.Work work, @Nullable UUID at, List<Schedule> schedules, List<Edit> edits) {
        var text = form.field("prose", t.of("upkeep.hours.prose")).optional(500);
        if (text.isEmpty()) {
            return;
        }
        var read = Prose.schedules(text);
        if (read.isEmpty() || read.get().isEmpty()) {
            form.refuse("prose", t.of("upkeep.hours.prose-unclear"));
            return;
        }
        for (var schedule : read.get()) {
            schedules.add(schedule);
            edits.addAll(RuleForm.edits(null, null, RuleForm.values(schedule), Uuid7.next(), owner(work, at)));
        }
    }

    private static List<Line> lines(Desk.Work work, @Nullable UUID at) {
        if (at != null && work.wanted().line("service_at_location", at) == null) {
            throw Refusal.notFound("drafts.record.unknown");
        }
        var column =
                at != null ? "service_at_location_id" : work.subject().kind().table() + "_id";
        var id = at != null ? at : work.subject().id();
        return work.wanted().kept("schedule").stream()
                .filter(line -> line.is(column, id.toString()))
                .filter(line -> at != null || line.value("service_at_location_id") == null)
                .toList();
    }

    private static Map<String, String> owner(Desk.Work work, @Nullable UUID at) {
        return at != null
                ? Map.of("service_at_location_id", at.toString())
                : Map.of(
                        work.subject().kind() == Subject.Kind.SERVICE ? "service_id" : "location_id",
                        work.subject().id().toString());
    }

    /** The number of a rule, as people count. */
    static int number(String prefix) {
        return Integer.parseInt(prefix.substring(1)) + 1;
    }

    /** The same form sent twice replaces a rule once. */
    static UUID successor(UUID id) {
        return UUID.nameUUIDFromBytes(("hours after " + id).getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable Line find(List<Line> lines, UUID id) {
        return lines.stream().filter(line -> line.id().equals(id)).findFirst().orElse(null);
    }
}
