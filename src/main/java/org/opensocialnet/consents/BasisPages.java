package org.opensocialnet.consents;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.opensocialnet.access.Permission;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.consents.LegalBasis.Ground;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.people.FreeText;
import org.opensocialnet.people.People;
import org.opensocialnet.people.Person;
import org.opensocialnet.people.PersonActions;
import org.opensocialnet.people.PersonId;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Choice;
import org.opensocialnet.workspace.Said;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Sharing one person's record because the law says so: on what, decided by whom, which data, to whom, until when. */
@Controller
@RequestMapping("/desk/people/{person}/bases")
class BasisPages {

    private static final int LONGEST_YEARS = 2;

    private final LegalBases bases;
    private final ConsentWords words;
    private final Recipients recipients;
    private final People people;
    private final Clock clock;
    private final FreeText freeText;

    BasisPages(
            LegalBases bases,
            ConsentWords words,
            Recipients recipients,
            People people,
            Clock clock,
            FreeText freeText) {
        this.freeText = freeText;
        this.bases = bases;
        this.words = words;
        this.recipients = recipients;
        this.people = people;
        this.clock = clock;
    }

    /** What the page shows. */
    record Page(SignedIn me, Person person, List<Line> lines, List<Choice> grounds, List<Choice> found) {}

    /** One basis in words. */
    record Line(LegalBasis basis, String title, String proof, boolean holds) {}

    @GetMapping
    ModelAndView show(SignedIn me, @PathVariable UUID person, Words t) {
        return Form.fresh(t)
                .withDate("ends", LocalDate.now(clock).plusMonths(3))
                .page("consents/bases", page(me, new PersonId(person), "", t));
    }

    @PostMapping
    ModelAndView record(
            SignedIn me,
            @PathVariable UUID person,
            @RequestParam MultiValueMap<String, String> typed,
            Words t,
            RedirectAttributes redirect) {
        var id = new PersonId(person);
        var form = Form.sent(typed, t);
        var ground = form.field("ground", t.of("consents.basis.ground"))
                .oneOf(Arrays.stream(Ground.values()).map(Ground::code).toList());
        var article = form.field("article", t.of("consents.basis.article")).required(200);
        var decidedBy = form.field("decided", t.of("consents.basis.decided")).required(200);
        var why = form.field("why", t.of("consents.basis.why")).required(2000);
        var what = form.field("what", t.of("consents.what")).someOf(List.of("identity", "care"));
        var recipient = recipients.chosen(form, me, t);
        var ends = EndDay.read(form, LocalDate.now(clock), LONGEST_YEARS, t);
        if (what.isEmpty() && form.fault("what") == null) {
            form.refuse("what", t.of("consents.fault.what"));
        }
        freeText.ask(form, t, "why");
        if (!form.sound() || ends == null || recipient == null) {
            return form.again("consents/bases", page(me, id, form.typed("q"), t));
        }
        bases.record(
                id,
                new LegalBases.Wanted(
                        recipient,
                        Ground.of(ground),
                        what.contains("identity"),
                        what.contains("care"),
                        article,
                        decidedBy,
                        why,
                        ends));
        Said.done(t.of("consents.basis.recorded")).on(redirect);
        return back(person, t);
    }

    @PostMapping("/end")
    ModelAndView end(
            @PathVariable UUID person,
            @RequestParam MultiValueMap<String, String> typed,
            Words t,
            RedirectAttributes redirect) {
        bases.end(
                new PersonId(person),
                Form.sent(typed, t)
                        .field("basis", t.of("consents.basis.title"))
                        .sentId()
                        .orElseThrow(() -> Refusal.conflict("consents.basis.ended-already")));
        Said.done(t.of("consents.basis.ended")).on(redirect);
        return back(person, t);
    }

    private Page page(SignedIn me, PersonId id, String q, Words t) {
        return new Page(
                me,
                people.read(id, "purpose.basis"),
                bases.of(id).stream()
                        .map(basis -> new Line(
                                basis, words.title(basis, t), words.proof(basis, t), basis.holds(clock.instant())))
                        .toList(),
                Arrays.stream(Ground.values())
                        .map(ground -> new Choice(ground.code(), ConsentWords.of(ground, t)))
                        .toList(),
                recipients.named(q, me));
    }

    private static ModelAndView back(UUID person, Words t) {
        return new ModelAndView("redirect:" + t.link("/desk/people/" + person + "/bases"));
    }

    @Bean
    static PersonActions basesOfPerson() {
        return (me, person, t) ->
                me.may(Permission.PEOPLE_DECIDE) && person.organization().equals(me.organization())
                        ? List.of(new PersonActions.Link(
                                t.of("consents.basis.title"),
                                "/desk/people/" + person.id().value() + "/bases"))
                        : List.of();
    }
}
