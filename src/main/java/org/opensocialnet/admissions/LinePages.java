package org.opensocialnet.admissions;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.admissions.Admission.State;
import org.opensocialnet.admissions.Line.Decision;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.people.Fact.Said;
import org.opensocialnet.people.FactKind;
import org.opensocialnet.people.People;
import org.opensocialnet.people.Person;
import org.opensocialnet.people.PersonId;
import org.opensocialnet.web.Passage;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Choice;
import org.opensocialnet.workspace.Items.Difference;
import org.opensocialnet.workspace.Items.Paging;
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

/** The rows of a list, beside whom they may be; here somebody says who they are. */
@Controller
@RequestMapping(AdmissionPages.PATH + "/{admission}/lines")
class LinePages {

    private static final int PAGE = 25;

    private final Admissions admissions;
    private final Lines lines;
    private final People people;
    private final Trail trail;
    private final TransactionOperations transactions;
    private final Clock clock;

    LinePages(
            Admissions admissions,
            Lines lines,
            People people,
            Trail trail,
            TransactionOperations transactions,
            Clock clock) {
        this.admissions = admissions;
        this.lines = lines;
        this.people = people;
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** One row in words. */
    record Shown(
            int number,
            String says,
            List<String> faults,
            List<Beside> alike,
            @Nullable String outcome,
            @Nullable String path) {}

    /** Somebody it may be: who, where to read of her, and in what the two differ. */
    record Beside(String name, @Nullable String path, List<Difference> differences) {}

    /** What the page shows. */
    record Page(
            SignedIn me,
            Admission admission,
            String name,
            String which,
            int after,
            boolean decides,
            List<Shown> rows,
            List<Choice> decisions,
            Paging paging) {}

    @GetMapping
    ModelAndView show(
            @PathVariable UUID admission,
            @RequestParam(defaultValue = "alike") String which,
            @RequestParam(defaultValue = "0") int after,
            SignedIn me,
            Words t) {
        var one = admissions.one(admission);
        var found = lines.which(admission, which, Math.max(0, after), PAGE + 1);
        var form = Form.fresh(t);
        found.forEach(line -> form.with("decision-" + line.number(), code(line.decision())));
        return form.page("admissions/lines", page(one, found, which, after, me, t));
    }

    @PostMapping
    ModelAndView decide(
            @PathVariable UUID admission,
            @RequestParam MultiValueMap<String, String> typed,
            Words t,
            RedirectAttributes redirect) {
        var form = Form.sent(typed, t);
        int after = form.typed("after").matches("[0-9]{1,9}") ? Integer.parseInt(form.typed("after")) : 0;
        transactions.executeWithoutResult(_ -> {
            if (!admissions.one(admission).is(State.CHECKED)) {
                throw Refusal.conflict("admissions.moved-on");
            }
            lines.which(admission, "alike", after, PAGE).forEach(line -> {
                var chosen = form.typed("decision-" + line.number());
                if (chosen.matches("another|same|complete|later")) {
                    lines.decide(
                            admission,
                            line.number(),
                            chosen.equals("later") ? null : Decision.valueOf(chosen.toUpperCase(Locale.ROOT)));
                }
            });
        });
        org.opensocialnet.workspace.Said.done(t.of("admissions.decided")).on(redirect);
        return new ModelAndView(
                "redirect:" + t.link(AdmissionPages.PATH + "/" + admission + "/lines?which=alike&after=" + after));
    }

    private Page page(Admission one, List<Line> found, String which, int after, SignedIn me, Words t) {
        transactions.executeWithoutResult(_ -> trail.note(Act.on("admissions.list.read", "admission", one.id())));
        var path = one.path() + "/lines?which=" + which.replaceAll("[^a-z-]", "");
        var shown = found.stream().limit(PAGE).toList();
        return new Page(
                me,
                one,
                AdmissionWords.name(one, t),
                which,
                after,
                one.is(State.CHECKED) && which.equals("alike"),
                shown.stream().map(line -> shown(one, line, t)).toList(),
                List.of(
                        new Choice("later", t.of("admissions.decision.later")),
                        new Choice("complete", AdmissionWords.of(Decision.COMPLETE, t)),
                        new Choice("same", AdmissionWords.of(Decision.SAME, t)),
                        new Choice("another", AdmissionWords.of(Decision.ANOTHER, t))),
                new Paging(
                        after > 0 ? t.link(path) : null,
                        found.size() > PAGE
                                ? t.link(path + "&after=" + shown.getLast().number())
                                : null));
    }

    private Shown shown(Admission one, Line line, Words t) {
        var reading = Reading.of(line.cells(), one.meanings(), one.quality(), LocalDate.now(clock));
        var alike = new ArrayList<Beside>();
        if (one.is(State.CHECKED)) {
            line.persons().stream()
                    .map(person -> known(person, reading.said(), t))
                    .forEach(alike::add);
            line.earlier()
                    .forEach(number -> alike.add(new Beside(t.of("admissions.line.earlier", number), null, List.of())));
        }
        var person = line.person();
        var outcome = line.outcome();
        return new Shown(
                line.number(),
                said(reading, t),
                reading.faults().stream()
                        .map(fault -> t.of(
                                "admissions.fault.value",
                                one.headings().get(fault.position()),
                                line.cells().get(fault.position()),
                                t.of(fault.reason())))
                        .toList(),
                alike,
                outcome == null ? null : AdmissionWords.of(outcome, t),
                person == null ? null : "/desk/people/" + person);
    }

    private Beside known(UUID id, List<Said> said, Words t) {
        var person = people.read(new PersonId(id), "purpose.import");
        return new Beside(AdmissionWords.name(person, t), "/desk/people/" + id, differences(person, said, t));
    }

    /** What the list says and the registry does not, or says otherwise. */
    private static List<Difference> differences(Person person, List<Said> said, Words t) {
        var differences = new ArrayList<Difference>();
        for (var one : said) {
            var known = person.said(one.kind());
            if (!known.equals(one.text())) {
                differences.add(new Difference(
                        AdmissionWords.of(one.kind(), t), new Passage(known, null), new Passage(one.text(), null)));
            }
        }
        return differences;
    }

    /** The name first, the rest after it. */
    private static String said(Reading reading, Words t) {
        var parts = new ArrayList<String>();
        for (var one : reading.said()) {
            parts.add(
                    one.kind().isName() && one.kind() != FactKind.FATHER && one.kind() != FactKind.MOTHER
                            ? one.text()
                            : t.of("admissions.line.part", AdmissionWords.of(one.kind(), t), one.text()));
        }
        return String.join(" · ", parts);
    }

    private static String code(@Nullable Decision decision) {
        return decision == null ? "later" : decision.name().toLowerCase(Locale.ROOT);
    }
}
