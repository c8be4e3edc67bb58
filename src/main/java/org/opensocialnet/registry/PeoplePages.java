package org.opensocialnet.registry;

import java.util.List;
import java.util.Objects;
import org.opensocialnet.access.Permission;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.people.Elsewhere;
import org.opensocialnet.people.People;
import org.opensocialnet.people.Person;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One field to find somebody by. It is sent in the body, so that no name stands in an address or a log. */
@Controller
@RequestMapping(PeoplePages.PATH)
class PeoplePages {

    static final String PATH = "/desk/people";
    private static final int SHORTEST = 2;

    private final People people;
    private final Elsewhere elsewhere;

    PeoplePages(People people, Elsewhere elsewhere) {
        this.people = people;
        this.elsewhere = elsewhere;
    }

    /**
     * What the page shows.
     *
     * @param asked whether somebody looked for something
     * @param elsewhere whether somebody like this may be known to others
     * @param count how many the organisation knows
     */
    record Page(SignedIn me, boolean asked, List<Line> found, boolean elsewhere, int count, boolean keeps) {}

    /** One person found. */
    record Line(Person person, String name, boolean ours) {}

    @GetMapping
    ModelAndView blank(SignedIn me, Words t) {
        return Form.fresh(t).page("registry/find", page(me, false, List.of(), false));
    }

    @PostMapping
    ModelAndView find(SignedIn me, @RequestParam MultiValueMap<String, String> typed, Words t) {
        var form = Form.sent(typed, t);
        var asked = form.field("q", t.of("registry.find.label")).required(200);
        if (form.fault("q") == null && asked.strip().length() < SHORTEST) {
            form.refuse("q", t.of("registry.find.short"));
        }
        if (!form.sound()) {
            return form.again("registry/find", page(me, false, List.of(), false));
        }
        var found = people.find(asked).stream()
                .map(person -> new Line(
                        person, Labels.name(person, t), person.organization().equals(me.organization())))
                .toList();
        return form.page("registry/find", page(me, true, found, elsewhere.maybe(asked)));
    }

    private Page page(SignedIn me, boolean asked, List<Line> found, boolean elsewhere) {
        return new Page(
                me,
                asked,
                found,
                elsewhere,
                people.count(Objects.requireNonNull(me.organization())),
                me.may(Permission.PEOPLE_KEEP));
    }
}
