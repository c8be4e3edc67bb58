package org.opensocialnet.registry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.opensocialnet.access.Permission;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.people.Households;
import org.opensocialnet.people.Households.Housemate;
import org.opensocialnet.people.Households.Relation;
import org.opensocialnet.people.People;
import org.opensocialnet.people.Person;
import org.opensocialnet.people.PersonActions;
import org.opensocialnet.people.PersonId;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items;
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

/** Who lives with somebody: found like everybody else, added with what they are to each other, ended on a day. */
@Controller
@RequestMapping(PeoplePages.PATH + "/{person}/household")
class HouseholdPages {

    private final Households households;
    private final People people;
    private final Clock clock;

    HouseholdPages(Households households, People people, Clock clock) {
        this.households = households;
        this.people = people;
        this.clock = clock;
    }

    /** What the page shows; those found by what was typed stand as choices. */
    record Page(
            SignedIn me, Person person, String name, List<Mate> mates, List<Choice> found, List<Choice> relations) {}

    /** One of the household. */
    record Mate(Housemate mate, String name, String relation, boolean herself) {}

    @GetMapping
    ModelAndView show(SignedIn me, @PathVariable UUID person, Words t) {
        return Form.fresh(t).page("registry/household", page(me, new PersonId(person), List.of(), t));
    }

    @PostMapping
    ModelAndView add(
            SignedIn me,
            @PathVariable UUID person,
            @RequestParam MultiValueMap<String, String> typed,
            Words t,
            RedirectAttributes redirect) {
        var id = new PersonId(person);
        var form = Form.sent(typed, t);
        var relation =
                form.field("relation", t.of("registry.household.relation")).oneOf(Relation.class);
        var found = found(form.typed("q"), me, id);
        var other = form.field("other", t.of("registry.household.who"))
                .sentId()
                .or(() -> found.size() == 1 ? Optional.of(found.getFirst().id().value()) : Optional.empty());
        if (other.isEmpty()) {
            form.refuse("q", found.isEmpty() ? t.of("registry.household.nobody") : t.of("registry.household.several"));
        }
        if (!form.sound()) {
            return form.again("registry/household", page(me, id, found, t));
        }
        households.add(id, new PersonId(other.orElseThrow()), relation.orElseThrow(), LocalDate.now(clock));
        Said.done(t.of("registry.household.added")).on(redirect);
        return back(person, t);
    }

    /** Only who lives in her household leaves it from here. */
    @PostMapping("/end")
    ModelAndView leave(
            @PathVariable UUID person,
            @RequestParam MultiValueMap<String, String> typed,
            Words t,
            RedirectAttributes redirect) {
        var mate = Form.sent(typed, t)
                .field("mate", t.of("registry.household.who"))
                .sentId()
                .map(PersonId::new)
                .filter(other -> households.around(new PersonId(person)).stream()
                        .anyMatch(one -> one.person().id().equals(other)))
                .orElseThrow(() -> Refusal.conflict("registry.household.gone"));
        households.leave(mate, LocalDate.now(clock));
        Said.done(t.of("registry.household.left")).on(redirect);
        return back(person, t);
    }

    private List<Person> found(String q, SignedIn me, PersonId herself) {
        return q.strip().length() < 2
                ? List.of()
                : people.find(q).stream()
                        .filter(one -> one.organization().equals(me.organization()))
                        .filter(one -> !one.id().equals(herself))
                        .toList();
    }

    private Page page(SignedIn me, PersonId id, List<Person> found, Words t) {
        var person = people.read(id, "purpose.household");
        return new Page(
                me,
                person,
                Labels.name(person, t),
                households.around(id).stream()
                        .map(mate -> new Mate(
                                mate,
                                Labels.name(mate.person(), t),
                                Labels.of(mate.relation(), t),
                                mate.person().id().equals(id)))
                        .toList(),
                found.stream()
                        .map(one -> new Choice(one.id().value().toString(), Labels.name(one, t), one.pseudonym()))
                        .toList(),
                Arrays.stream(Relation.values())
                        .filter(relation -> relation != Relation.HEAD)
                        .map(relation -> new Choice(Items.code(relation), Labels.of(relation, t)))
                        .toList());
    }

    private static ModelAndView back(UUID person, Words t) {
        return new ModelAndView("redirect:" + t.link(PeoplePages.PATH + "/" + person + "/household"));
    }

    @Bean
    static PersonActions householdOfPerson() {
        return (me, person, t) ->
                me.may(Permission.PEOPLE_KEEP) && person.organization().equals(me.organization())
                        ? List.of(new PersonActions.Link(
                                t.of("registry.household"),
                                PeoplePages.PATH + "/" + person.id().value() + "/household"))
                        : List.of();
    }
}
