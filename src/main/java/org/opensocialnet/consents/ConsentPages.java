package org.opensocialnet.consents;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.consents.Consent.Purpose;
import org.opensocialnet.consents.Consent.Way;
import org.opensocialnet.kernel.Refusal;
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

/** What one person agreed to: read, recorded in the words she was shown, withdrawn. */
@Controller
@RequestMapping("/desk/people/{person}/consents")
class ConsentPages {

    private static final int LONGEST_YEARS = 5;

    private final Consents consents;
    private final ConsentWords words;
    private final People people;
    private final Recipients recipients;
    private final Clock clock;

    ConsentPages(Consents consents, ConsentWords words, People people, Recipients recipients, Clock clock) {
        this.consents = consents;
        this.words = words;
        this.people = people;
        this.recipients = recipients;
        this.clock = clock;
    }

    /** What the page shows. */
    record Page(
            SignedIn me,
            Person person,
            List<Line> lines,
            List<Choice> purposes,
            List<Choice> found,
            List<Choice> ways) {}

    /** One consent in words. */
    record Line(Consent consent, String title, String proof, boolean holds) {}

    @GetMapping
    ModelAndView show(SignedIn me, @PathVariable UUID person, Words t) {
        return Form.fresh(t)
                .with("purpose", "share")
                .with("way", "spoken")
                .withDate("ends", LocalDate.now(clock).plusYears(1))
                .page("consents/list", page(me, new PersonId(person), "", t));
    }

    @PostMapping
    ModelAndView give(
            SignedIn me,
            @PathVariable UUID person,
            @RequestParam MultiValueMap<String, String> typed,
            Words t,
            RedirectAttributes redirect) {
        var id = new PersonId(person);
        var form = Form.sent(typed, t);
        var purpose = form.field("purpose", t.of("consents.purpose")).oneOf(Purpose.class);
        var what = form.field("what", t.of("consents.what")).someOf(List.of("identity", "care"));
        var way = form.field("way", t.of("consents.way")).oneOf(Way.class);
        var ends = EndDay.read(form, LocalDate.now(clock), LONGEST_YEARS, t);
        var shares = purpose.filter(Purpose.SHARE::equals).isPresent();
        var recipient = shares ? recipients.chosen(form, me, t) : null;
        if (shares && what.isEmpty() && form.fault("what") == null) {
            form.refuse("what", t.of("consents.fault.what"));
        }
        if (!form.sound() || ends == null) {
            return form.again("consents/list", page(me, id, form.typed("q"), t));
        }
        consents.give(
                id,
                new Consents.Agreed(
                        purpose.orElseThrow(),
                        recipient,
                        shares && what.contains("identity"),
                        shares && what.contains("care"),
                        way.orElseThrow(),
                        ends));
        Said.done(t.of("consents.given")).on(redirect);
        return back(person, t);
    }

    @PostMapping("/withdrawal")
    ModelAndView withdraw(
            @PathVariable UUID person,
            @RequestParam MultiValueMap<String, String> typed,
            Words t,
            RedirectAttributes redirect) {
        var id = Form.sent(typed, t)
                .field("consent", t.of("consents.title"))
                .sentId()
                .orElseThrow(() -> Refusal.conflict("consents.withdrawn-already"));
        consents.of(new PersonId(person)).stream()
                .filter(consent -> consent.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("consents.unknown"));
        consents.withdraw(id, Way.SPOKEN);
        Said.done(t.of("consents.withdrawn")).on(redirect);
        return back(person, t);
    }

    private Page page(SignedIn me, PersonId id, String q, Words t) {
        return new Page(
                me,
                people.read(id, "purpose.consents"),
                consents.of(id).stream()
                        .map(consent -> new Line(
                                consent,
                                words.title(consent, t),
                                words.proof(consent, t),
                                consent.holds(clock.instant())))
                        .toList(),
                ConsentWords.purposes().stream()
                        .map(purpose -> new Choice(
                                purpose.name().toLowerCase(Locale.ROOT),
                                switch (purpose) {
                                    case SHARE -> t.of("consents.purpose.share");
                                    case CONTACT -> t.of("consents.purpose.contact");
                                    case RESEARCH -> t.of("consents.purpose.research");
                                },
                                ConsentWords.wording(purpose, t)))
                        .toList(),
                recipients.named(q, me),
                List.of(
                        new Choice("signed", ConsentWords.of(Way.SIGNED, t)),
                        new Choice("spoken", ConsentWords.of(Way.SPOKEN, t))));
    }

    private static ModelAndView back(UUID person, Words t) {
        return new ModelAndView("redirect:" + t.link("/desk/people/" + person + "/consents"));
    }
}
