package org.opensocialnet.registry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.people.Fact;
import org.opensocialnet.people.People;
import org.opensocialnet.people.Person;
import org.opensocialnet.people.PersonId;
import org.opensocialnet.people.Quality;
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

/** Correcting who somebody is: what held before stays known with its time. */
@Controller
@RequestMapping(PeoplePages.PATH + "/{person}/identity")
class CorrectPages {

    private final People people;
    private final Clock clock;

    CorrectPages(People people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    /** What the page shows. */
    record Page(SignedIn me, Person person, String name, List<Choice> qualities, List<Earlier> earlier) {}

    /** What held once. */
    record Earlier(Fact fact, String name, String text) {}

    @GetMapping
    ModelAndView show(SignedIn me, @PathVariable UUID person, Words t) {
        var page = page(me, new PersonId(person), t);
        return IdentityForm.filled(Form.fresh(t), page.person()).page("registry/identity", page);
    }

    @PostMapping
    ModelAndView correct(
            SignedIn me,
            @PathVariable UUID person,
            @RequestParam MultiValueMap<String, String> typed,
            Words t,
            RedirectAttributes redirect) {
        var id = new PersonId(person);
        var form = Form.sent(typed, t);
        var page = page(me, id, t);
        var said = IdentityForm.read(form, LocalDate.now(clock), t);
        var wrong = form.field("wrong", t.of("registry.correct.wrong")).ticked();
        if (!form.sound()) {
            return form.again("registry/identity", page);
        }
        var quality = form.field("quality", t.of("registry.quality"))
                .oneOf(Quality.class)
                .orElse(Quality.GIVEN);
        people.correct(id, IdentityForm.changed(said, page.person(), quality), wrong);
        Said.done(t.of("registry.correct.done")).on(redirect);
        return new ModelAndView("redirect:" + t.link(PeoplePages.PATH + "/" + person));
    }

    private Page page(SignedIn me, PersonId id, Words t) {
        var person = people.read(id, "purpose.correct");
        return new Page(
                me,
                person,
                Labels.name(person, t),
                Labels.qualities(t),
                people.history(id).stream()
                        .filter(fact -> fact.endedAt() != null)
                        .map(fact -> new Earlier(fact, Labels.of(fact.kind(), t), Labels.text(fact, t)))
                        .toList());
    }
}
