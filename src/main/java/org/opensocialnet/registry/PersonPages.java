package org.opensocialnet.registry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.opensocialnet.access.Organizations;
import org.opensocialnet.access.Permission;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.desk.Opened;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.people.Groups;
import org.opensocialnet.people.Households;
import org.opensocialnet.people.Households.Housemate;
import org.opensocialnet.people.People;
import org.opensocialnet.people.Person;
import org.opensocialnet.people.PersonActions;
import org.opensocialnet.people.PersonId;
import org.opensocialnet.people.PersonRecords;
import org.opensocialnet.people.TargetGroup;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Choice;
import org.opensocialnet.workspace.Items.Happening;
import org.opensocialnet.workspace.QrCode;
import org.opensocialnet.workspace.Said;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One person: who she is, what holds for her, what happened, and what can be done. */
@Controller
@RequestMapping(PeoplePages.PATH + "/{person}")
class PersonPages {

    private static final int MOST_EVENTS = 50;

    private final People people;
    private final Households households;
    private final Groups groups;
    private final Organizations organizations;
    private final ObjectProvider<PersonRecords> rooms;
    private final ObjectProvider<PersonActions> actions;
    private final Opened opened;
    private final JoinedCodes joined;
    private final Clock clock;

    PersonPages(
            People people,
            Households households,
            Groups groups,
            Organizations organizations,
            ObjectProvider<PersonRecords> rooms,
            ObjectProvider<PersonActions> actions,
            Opened opened,
            JoinedCodes joined,
            Clock clock) {
        this.people = people;
        this.households = households;
        this.groups = groups;
        this.organizations = organizations;
        this.rooms = rooms;
        this.actions = actions;
        this.opened = opened;
        this.joined = joined;
        this.clock = clock;
    }

    /**
     * What the page shows.
     *
     * @param keeper whose record it is, where it is not our own
     * @param keeps whether this member may change it
     */
    record Page(
            SignedIn me,
            Person person,
            String name,
            String keeper,
            boolean keeps,
            boolean decides,
            List<Row> facts,
            List<Group> groups,
            List<Mate> household,
            List<Choice> moreGroups,
            List<PersonActions.Link> links,
            List<Happening> timeline) {}

    /** One thing known, with how well. */
    record Row(String name, String text, String quality) {}

    /** A group she belongs to, or did. */
    record Group(
            UUID id,
            String name,
            LocalDate since,
            @org.jspecify.annotations.Nullable LocalDate until) {}

    /** One of her household. */
    record Mate(Housemate mate, String name, String relation, boolean herself) {}

    /** A card just made. */
    record CardPage(SignedIn me, Person person, String name, String number, QrCode picture) {}

    @GetMapping
    ModelAndView show(SignedIn me, @PathVariable UUID person, Words t) {
        opened.note(PeopleDesk.KIND, person);
        return Form.fresh(t).page("registry/person", page(me, new PersonId(person), t));
    }

    @PostMapping("/groups")
    ModelAndView join(
            SignedIn me,
            @PathVariable UUID person,
            @RequestParam MultiValueMap<String, String> typed,
            Words t,
            RedirectAttributes redirect) {
        var form = Form.sent(typed, t);
        var id = new PersonId(person);
        var group = form.field("group", t.of("registry.groups")).oneOf(codes(t));
        var since = form.field("since", t.of("registry.groups.since")).date();
        var today = LocalDate.now(clock);
        if (since != null && since.isAfter(today)) {
            form.refuse("since", t.of("registry.groups.future"));
        }
        if (!form.sound()) {
            return form.again("registry/person", page(me, id, t));
        }
        groups.join(id, TargetGroup.of(group), since == null ? today : since);
        return done(id, t.of("registry.groups.added"), t, redirect);
    }

    @PostMapping("/groups/end")
    ModelAndView leave(
            @PathVariable UUID person,
            @RequestParam MultiValueMap<String, String> typed,
            Words t,
            RedirectAttributes redirect) {
        var id = new PersonId(person);
        groups.leave(
                id,
                Form.sent(typed, t)
                        .field("belonging", t.of("registry.groups"))
                        .sentId()
                        .orElseThrow(() -> Refusal.conflict("people.group.ended-already")),
                LocalDate.now(clock));
        return done(id, t.of("registry.groups.ended"), t, redirect);
    }

    @PostMapping("/codes")
    ModelAndView addCode(
            SignedIn me,
            @PathVariable UUID person,
            @RequestParam MultiValueMap<String, String> typed,
            Words t,
            RedirectAttributes redirect) {
        var form = Form.sent(typed, t);
        var id = new PersonId(person);
        var code = form.field("code", t.of("registry.code")).required(60);
        if (form.sound() && !People.isCode(code)) {
            form.refuse("code", t.of("people.fault.code"));
        }
        if (!form.field("agrees", t.of("registry.code.agrees")).ticked()) {
            form.refuse("agrees", t.of("registry.code.agrees.missing"));
        }
        if (!form.sound()) {
            return form.again("registry/person", page(me, id, t));
        }
        var hers = joined.byCode(id, code);
        return done(id, hers == 0 ? t.of("registry.code.added") : t.of("registry.code.joined", hers), t, redirect);
    }

    /** The number is shown on the page that answers, once; nothing keeps it, so there is no address to come back to. */
    @PostMapping("/card")
    ModelAndView card(SignedIn me, @PathVariable UUID person, Words t) {
        var id = new PersonId(person);
        var number = people.card(id);
        var who = people.read(id, "purpose.card");
        return new ModelAndView("registry/card")
                .addObject("page", new CardPage(me, who, Labels.name(who, t), number, QrCode.of(number)));
    }

    @PostMapping("/restriction")
    ModelAndView restrict(
            @PathVariable UUID person,
            @RequestParam MultiValueMap<String, String> typed,
            Words t,
            RedirectAttributes redirect) {
        var id = new PersonId(person);
        var restricted = Form.sent(typed, t)
                .field("restricted", t.of("registry.restrict"))
                .ticked();
        people.restrict(id, restricted);
        return done(id, restricted ? t.of("registry.restricted.done") : t.of("registry.released.done"), t, redirect);
    }

    private Page page(SignedIn me, PersonId id, Words t) {
        var person = people.read(id, "purpose.care");
        var ours = person.organization().equals(me.organization());
        var belonging = person.groups().stream()
                .map(one -> new Group(one.id(), Labels.of(one.group(), t), one.since(), one.until()))
                .toList();
        var mates = ours ? households.around(id) : List.<Housemate>of();
        return new Page(
                me,
                person,
                Labels.name(person, t),
                ours ? "" : organizations.name(person.organization()).orElse(""),
                ours && me.may(Permission.PEOPLE_KEEP),
                ours && me.may(Permission.PEOPLE_DECIDE),
                person.facts().stream()
                        .sorted(Comparator.comparing(fact -> fact.kind().ordinal()))
                        .map(fact ->
                                new Row(Labels.of(fact.kind(), t), Labels.text(fact, t), Labels.of(fact.quality(), t)))
                        .toList(),
                belonging,
                mates.stream()
                        .map(mate -> new Mate(
                                mate,
                                Labels.name(mate.person(), t),
                                Labels.of(mate.relation(), t),
                                mate.person().id().equals(id)))
                        .toList(),
                Labels.groups(t),
                actions.orderedStream()
                        .flatMap(action -> action.links(me, person, t).stream())
                        .toList(),
                rooms.orderedStream()
                        .flatMap(room -> room.timeline(id, t).stream())
                        .sorted(Comparator.comparing(PersonRecords.Event::at).reversed())
                        .limit(MOST_EVENTS)
                        .map(event -> happening(event, t))
                        .toList());
    }

    private static Happening happening(PersonRecords.Event event, Words t) {
        return new Happening(
                event.title(),
                "",
                t.moment(event.at()),
                event.at().toString(),
                event.text().isEmpty() ? null : event.text());
    }

    private static List<String> codes(Words t) {
        return Labels.groups(t).stream().map(Choice::value).toList();
    }

    private static ModelAndView done(PersonId id, String text, Words t, RedirectAttributes redirect) {
        Said.done(text).on(redirect);
        return new ModelAndView("redirect:" + t.link(PeoplePages.PATH + "/" + id.value()));
    }
}
