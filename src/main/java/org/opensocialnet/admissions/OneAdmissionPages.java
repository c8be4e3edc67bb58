package org.opensocialnet.admissions;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.admissions.Admission.State;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.chores.Chore;
import org.opensocialnet.chores.Chores;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.people.Quality;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Choice;
import org.opensocialnet.workspace.Items.Tone;
import org.opensocialnet.workspace.Said;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One list: what its columns are, what would come of it, what came of it, and what may be done with it. */
@Controller
@RequestMapping(AdmissionPages.PATH + "/{admission}")
class OneAdmissionPages {

    private static final int SAMPLES = 3;

    private final Admissions admissions;
    private final Lines lines;
    private final Chores chores;
    private final Trail trail;
    private final TransactionOperations transactions;

    OneAdmissionPages(
            Admissions admissions, Lines lines, Chores chores, Trail trail, TransactionOperations transactions) {
        this.admissions = admissions;
        this.lines = lines;
        this.chores = chores;
        this.trail = trail;
        this.transactions = transactions;
    }

    /** A column: its heading, and what stands in the first rows. */
    record Sample(String heading, String texts) {}

    /** How many rows of one kind, and the way to them. */
    record Group(String words, @Nullable String path) {}

    /** What the page shows. */
    record Page(
            SignedIn me,
            Admission admission,
            String name,
            String state,
            Tone tone,
            @Nullable Chore chore,
            List<Sample> samples,
            List<Choice> meanings,
            List<Choice> qualities,
            List<Group> groups,
            List<Group> faults,
            int undecided) {

        boolean underWay() {
            return chore != null && chore.open();
        }

        boolean interrupted() {
            return chore != null && !chore.open() && AdmissionWords.interrupted(chore);
        }

        boolean asksForColumns() {
            return !underWay() && admission.is(State.RECEIVED) && admission.isThere();
        }

        boolean mayBringIn() {
            return !underWay() && admission.is(State.CHECKED) && admission.isThere();
        }

        boolean mayUndo() {
            return !underWay() && admission.is(State.APPLIED) && admission.forgottenAt() == null;
        }

        boolean mayDrop() {
            return asksForColumns() || mayBringIn();
        }
    }

    @GetMapping
    ModelAndView show(
            @PathVariable UUID admission, @RequestParam(defaultValue = "") String again, SignedIn me, Words t) {
        var page = page(admission, me, t);
        return filled(Form.fresh(t), page.admission())
                .page(
                        page.asksForColumns() || page.mayBringIn() && !again.isEmpty()
                                ? "admissions/columns"
                                : "admissions/one",
                        page);
    }

    @PostMapping("/columns")
    ModelAndView name(
            @PathVariable UUID admission, @RequestParam MultiValueMap<String, String> typed, SignedIn me, Words t) {
        var form = Form.sent(typed, t);
        var page = page(admission, me, t);
        var meanings = meanings(form, page, t);
        var quality = form.field("quality", t.of("admissions.quality")).oneOf(Quality.class);
        if (!form.sound()) {
            return form.again("admissions/columns", page);
        }
        transactions.executeWithoutResult(_ -> {
            admissions.named(admission, meanings, quality.orElseThrow());
            chores.ask(LookingThrough.CODE, admission);
        });
        return AdmissionPages.to(admission, t);
    }

    private static List<String> meanings(Form form, Page page, Words t) {
        var taken = new HashSet<String>();
        var meanings = new ArrayList<String>();
        for (int i = 0; i < page.samples().size(); i++) {
            var heading = page.samples().get(i).heading();
            var meaning = form.field("column-" + i, heading).oneOf(Meaning.all());
            if (!meaning.isEmpty() && !meaning.equals(Meaning.NONE) && !taken.add(meaning)) {
                form.refuse("column-" + i, t.of("admissions.column.twice", AdmissionWords.meaning(meaning, t)));
            }
            meanings.add(meaning);
        }
        if (form.sound() && taken.isEmpty()) {
            form.refuse("column-0", t.of("admissions.column.none"));
        }
        return meanings;
    }

    @PostMapping("/application")
    ModelAndView bringIn(@PathVariable UUID admission, Words t) {
        return ask(admission, State.CHECKED, Entering.CODE, t);
    }

    @GetMapping("/undo")
    ModelAndView beforeUndo(@PathVariable UUID admission, SignedIn me, Words t) {
        return new ModelAndView("admissions/undo").addObject("page", page(admission, me, t));
    }

    @PostMapping("/undo")
    ModelAndView undo(@PathVariable UUID admission, Words t) {
        return ask(admission, State.APPLIED, TakingOut.CODE, t);
    }

    /** Decides against it; what stood in it goes at once. */
    @PostMapping("/removal")
    ModelAndView drop(@PathVariable UUID admission, Words t, RedirectAttributes redirect) {
        transactions.executeWithoutResult(_ -> {
            if (chores.of(admission).filter(Chore::open).isPresent()) {
                throw Refusal.conflict("chores.busy");
            }
            admissions.dropped(admission);
        });
        Said.done(t.of("admissions.dropped")).on(redirect);
        return new ModelAndView("redirect:" + t.link(AdmissionPages.PATH));
    }

    private ModelAndView ask(UUID id, State from, String code, Words t) {
        transactions.executeWithoutResult(_ -> {
            var known = admissions.one(id);
            if (!known.is(from) || from == State.CHECKED && !known.isThere() || known.forgottenAt() != null) {
                throw Refusal.conflict("admissions.moved-on");
            }
            chores.ask(code, id);
        });
        return AdmissionPages.to(id, t);
    }

    private static Form filled(Form form, Admission admission) {
        var meanings = admission.meanings().isEmpty() ? Meaning.guessed(admission.headings()) : admission.meanings();
        for (int i = 0; i < meanings.size(); i++) {
            form.with("column-" + i, meanings.get(i));
        }
        return form.with("quality", admission.quality().name().toLowerCase(Locale.ROOT));
    }

    private Page page(UUID id, SignedIn me, Words t) {
        // in this order: work that ends in between has changed the list before it ended
        var chore = chores.of(id).orElse(null);
        var admission = admissions.one(id);
        var counts = new AdmissionCounts(admission, lines.counts(id), lines.faults(id));
        return new Page(
                me,
                admission,
                AdmissionWords.name(admission, t),
                AdmissionWords.state(admission, chore, t),
                AdmissionWords.tone(admission, chore),
                chore,
                samples(admission),
                Meaning.all().stream()
                        .map(meaning -> new Choice(meaning, AdmissionWords.meaning(meaning, t)))
                        .toList(),
                List.of(
                        new Choice("given", t.of("admissions.quality.given")),
                        new Choice("seen", t.of("admissions.quality.seen")),
                        new Choice("estimated", t.of("admissions.quality.estimated"))),
                counts.groups(t),
                counts.faults(t),
                counts.undecided());
    }

    /** What stands in it is people's: whoever is shown it is noted. */
    private List<Sample> samples(Admission admission) {
        if (!admission.isThere()) {
            return List.of();
        }
        transactions.executeWithoutResult(_ -> trail.note(Act.on("admissions.list.read", "admission", admission.id())));
        var first = lines.after(admission.id(), 0, SAMPLES);
        var samples = new ArrayList<Sample>();
        for (int i = 0; i < admission.headings().size(); i++) {
            int at = i;
            samples.add(new Sample(
                    admission.headings().get(i),
                    String.join(
                            " · ",
                            first.stream()
                                    .map(Line::cells)
                                    // a list may be shredded between two looks at it
                                    .filter(cells -> at < cells.size())
                                    .map(cells -> cells.get(at))
                                    .filter(text -> !text.isEmpty())
                                    .toList())));
        }
        return samples;
    }
}
