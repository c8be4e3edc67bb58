package org.opensocialnet.registry;

import java.util.UUID;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.people.Erasure;
import org.opensocialnet.people.People;
import org.opensocialnet.people.Person;
import org.opensocialnet.people.PersonId;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
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

/** Erasing somebody for good: the one act of the registry that cannot be taken back. */
@Controller
@RequestMapping(PeoplePages.PATH + "/{person}/erasure")
class ErasePages {

    private final People people;
    private final Erasure erasure;

    ErasePages(People people, Erasure erasure) {
        this.people = people;
        this.erasure = erasure;
    }

    /** What the page shows. */
    record Page(SignedIn me, Person person, String name) {}

    @GetMapping
    ModelAndView ask(SignedIn me, @PathVariable UUID person, Words t) {
        return Form.fresh(t).page("registry/erase", page(me, person, t));
    }

    @PostMapping
    ModelAndView erase(
            SignedIn me,
            @PathVariable UUID person,
            @RequestParam MultiValueMap<String, String> typed,
            Words t,
            RedirectAttributes redirect) {
        var form = Form.sent(typed, t);
        if (!form.field("sure", t.of("registry.erase.sure")).ticked()) {
            form.refuse("sure", t.of("registry.erase.sure.missing"));
            return form.again("registry/erase", page(me, person, t));
        }
        erasure.erase(new PersonId(person), "erasure.decided");
        Said.done(t.of("registry.erase.done")).on(redirect);
        return new ModelAndView("redirect:" + t.link(PeoplePages.PATH));
    }

    private Page page(SignedIn me, UUID person, Words t) {
        var who = people.read(new PersonId(person), "purpose.erase");
        return new Page(me, who, Labels.name(who, t));
    }
}
