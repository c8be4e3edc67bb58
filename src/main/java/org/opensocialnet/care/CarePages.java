package org.opensocialnet.care;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.Member;
import org.opensocialnet.access.Members;
import org.opensocialnet.access.Permission;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.care.CareEntry.Kind;
import org.opensocialnet.care.CareEntry.Visibility;
import org.opensocialnet.care.Episode.Closure;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.people.FreeText;
import org.opensocialnet.people.People;
import org.opensocialnet.people.Person;
import org.opensocialnet.people.PersonId;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Choice;
import org.opensocialnet.workspace.Said;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The care of one person by the own organisation, and what others opened of theirs. */
@Controller
@RequestMapping("/desk/people/{person}/care")
class CarePages {

    private final Care care;
    private final People people;
    private final Members members;
    private final FreeText freeText;
    private final Clock clock;

    CarePages(Care care, People people, Members members, FreeText freeText, Clock clock) {
        this.care = care;
        this.people = people;
        this.members = members;
        this.freeText = freeText;
        this.clock = clock;
    }

    /**
     * What the page shows.
     *
     * @param open the own episode that goes on; none where nobody admitted her
     * @param traces what in the typed text looks like somebody's identity; empty where nothing does
     */
    record Page(
            SignedIn me,
            Person person,
            @Nullable Told open,
            List<Told> others,
            boolean keeps,
            boolean mine,
            String traces,
            List<Choice> kinds,
            List<Choice> visibilities,
            List<Choice> closures) {}

    /** An episode with its entries, in words. */
    record Told(Episode episode, String worker, String end, List<Line> entries) {}

    /** One entry in words. */
    record Line(CareEntry entry, String kind, String visibility, String by, boolean waits) {}

    @GetMapping
    ModelAndView show(SignedIn me, @PathVariable UUID person, Words t) {
        return fresh(t).page("care/care", page(me, new PersonId(person), "", t));
    }

    @PostMapping("/admission")
    ModelAndView admit(
            SignedIn me,
            @PathVariable UUID person,
            @RequestParam MultiValueMap<String, String> typed,
            Words t,
            RedirectAttributes redirect) {
        var form = Form.sent(typed, t);
        var on = form.field("admitted", t.of("care.admitted")).date();
        var today = LocalDate.now(clock);
        if (on != null && (on.isAfter(today) || on.isBefore(today.minusYears(50)))) {
            form.refuse("admitted", t.of("care.fault.admitted"));
        }
        if (!form.sound()) {
            return form.again("care/care", page(me, new PersonId(person), "", t));
        }
        care.admit(new PersonId(person), on == null ? today : on);
        return done(person, t.of("care.admission.done"), t, redirect);
    }

    @PostMapping("/worker")
    ModelAndView takeOver(@PathVariable UUID person, Words t, RedirectAttributes redirect) {
        care.takeOver(new PersonId(person));
        return done(person, t.of("care.worker.done"), t, redirect);
    }

    /** A text that looks like somebody's identity is shown once more before it is kept. */
    @PostMapping("/entries")
    ModelAndView write(
            SignedIn me,
            @PathVariable UUID person,
            @RequestParam MultiValueMap<String, String> typed,
            Words t,
            RedirectAttributes redirect) {
        var id = new PersonId(person);
        var form = Form.sent(typed, t);
        var kind = form.field("kind", t.of("care.kind")).oneOf(Kind.class);
        var text = form.field("text", t.of("care.text")).required(4000);
        var visibility = form.field("visibility", t.of("care.visibility")).oneOf(Visibility.class);
        var due = form.field("due", t.of("care.due")).date();
        if (due != null && kind.filter(Kind.TASK::equals).isEmpty()) {
            form.refuse("due", t.of("care.fault.due"));
        }
        if (!form.sound()) {
            return form.again("care/care", page(me, id, "", t));
        }
        var traces = freeText.traces(text);
        if (!traces.isEmpty() && !form.field("knows", t.of("care.traces.keep")).ticked()) {
            var said = traces.stream().map(trace -> trace(trace, t)).collect(Collectors.joining(", "));
            return form.page("care/care", page(me, id, said, t));
        }
        care.write(id, kind.orElseThrow(), text, visibility.orElseThrow(), due);
        return done(person, t.of("care.written"), t, redirect);
    }

    @PostMapping("/entries/done")
    ModelAndView tick(
            @PathVariable UUID person,
            @RequestParam MultiValueMap<String, String> typed,
            Words t,
            RedirectAttributes redirect) {
        care.done(
                new PersonId(person),
                Form.sent(typed, t)
                        .field("task", t.of("care.kind.task"))
                        .sentId()
                        .orElseThrow(() -> Refusal.conflict("care.done-already")));
        return done(person, t.of("care.task.done"), t, redirect);
    }

    @PostMapping("/closure")
    ModelAndView close(
            SignedIn me,
            @PathVariable UUID person,
            @RequestParam MultiValueMap<String, String> typed,
            Words t,
            RedirectAttributes redirect) {
        var form = Form.sent(typed, t);
        var why = form.field("why", t.of("care.closure")).oneOf(Closure.class);
        if (!form.sound()) {
            return form.again("care/care", page(me, new PersonId(person), "", t));
        }
        care.close(new PersonId(person), why.orElseThrow());
        return done(person, t.of("care.closed"), t, redirect);
    }

    private static String trace(FreeText.Trace trace, Words t) {
        return switch (trace) {
            case AMKA -> t.of("care.trace.amka");
            case PHONE -> t.of("care.trace.phone");
            case EMAIL -> t.of("care.trace.email");
            case NAME -> t.of("care.trace.name");
        };
    }

    private Form fresh(Words t) {
        return Form.fresh(t)
                .with("kind", "note")
                .with("visibility", "organization")
                .withDate("admitted", LocalDate.now(clock));
    }

    private Page page(SignedIn me, PersonId id, String traces, Words t) {
        var person = people.read(id, "purpose.care");
        var told = care.episodes(id).stream().map(episode -> told(episode, t)).toList();
        var open = told.stream()
                .filter(one -> one.episode().closedOn() == null)
                .filter(one -> one.episode().organization().equals(me.organization()))
                .findFirst()
                .orElse(null);
        return new Page(
                me,
                person,
                open,
                told.stream().filter(one -> !one.equals(open)).toList(),
                me.may(Permission.PEOPLE_KEEP) && person.organization().equals(me.organization()),
                open != null && open.episode().worker().equals(me.member()),
                traces,
                CareWords.kinds(t),
                CareWords.visibilities(t),
                CareWords.closures(t));
    }

    private Told told(Episode episode, Words t) {
        var why = episode.closedWhy();
        return new Told(
                episode,
                name(episode.worker(), t),
                why == null ? "" : CareWords.of(why, t),
                care.entries(episode.id()).stream()
                        .map(entry -> new Line(
                                entry,
                                CareWords.of(entry.kind(), t),
                                CareWords.of(entry.visibility(), t),
                                name(entry.writtenBy(), t),
                                entry.kind() == Kind.TASK && entry.doneAt() == null))
                        .toList());
    }

    private String name(UUID member, Words t) {
        return members.find(member).map(Member::name).orElse(t.of("care.somebody"));
    }

    private static ModelAndView done(UUID person, String text, Words t, RedirectAttributes redirect) {
        Said.done(text).on(redirect);
        return new ModelAndView("redirect:" + t.link("/desk/people/" + person + "/care"));
    }
}
