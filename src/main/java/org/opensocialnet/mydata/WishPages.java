package org.opensocialnet.mydata;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.opensocialnet.access.Attempts;
import org.opensocialnet.access.Attempts.Limit;
import org.opensocialnet.access.Permission;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.database.Sight;
import org.opensocialnet.desk.DeskEntry;
import org.opensocialnet.desk.DeskEntry.Group;
import org.opensocialnet.desk.ToDo;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.mydata.Wish.Kind;
import org.opensocialnet.mydata.Wish.Verdict;
import org.opensocialnet.people.People;
import org.opensocialnet.people.Person;
import org.opensocialnet.people.PersonActions;
import org.opensocialnet.people.PersonId;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Choice;
import org.opensocialnet.workspace.QrCode;
import org.opensocialnet.workspace.Said;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What people ask of the organisation, with the legal month's clock; and the links by which they see their data. */
@Controller
class WishPages {

    private static final int SHORTEST_GROUNDS = 20;

    private static final Limit TRIES = new Limit("my-number", 5, Duration.ofMinutes(10));

    private final Wishes wishes;
    private final Askings askings;
    private final Attempts attempts;
    private final Keys keys;
    private final People people;
    private final Clock clock;

    WishPages(Wishes wishes, Askings askings, Attempts attempts, Keys keys, People people, Clock clock) {
        this.wishes = wishes;
        this.askings = askings;
        this.attempts = attempts;
        this.keys = keys;
        this.people = people;
        this.clock = clock;
    }

    /** What the page shows. */
    record Page(SignedIn me, List<Line> lines, List<Choice> verdicts) {}

    /** One wish and how long there is. */
    record Line(Wish wish, String name, String kind, long days) {

        boolean toBeShown() {
            return wish.kind() == Kind.SHOW;
        }
    }

    /** A link just made, or the question whether to make one. */
    record LinkPage(SignedIn me, Person person, String name, String address, QrCode picture) {}

    @GetMapping("/desk/wishes")
    ModelAndView list(SignedIn me, Words t) {
        return Form.fresh(t).page("mydata/wishes", page(me, t));
    }

    @PostMapping("/desk/wishes")
    ModelAndView decide(
            SignedIn me, @RequestParam MultiValueMap<String, String> typed, Words t, RedirectAttributes redirect) {
        var form = Form.sent(typed, t);
        var id = form.field("wish", t.of("mydata.wishes.title"))
                .sentId()
                .orElseThrow(() -> Refusal.conflict("mydata.decided-already"));
        var verdict = form.field("verdict", t.of("mydata.verdict")).oneOf(Verdict.class);
        var grounds = form.field("grounds", t.of("mydata.grounds")).optional(2000);
        if (verdict.filter(Verdict.REFUSED::equals).isPresent() && grounds.length() < SHORTEST_GROUNDS) {
            form.refuse("grounds", t.of("mydata.grounds.short"));
        }
        if (form.sound() && verdict.filter(Verdict.GRANTED::equals).isPresent() && asksToBeShown(me, id)) {
            prove(form, id, t);
        }
        if (!form.sound()) {
            return form.again("mydata/wishes", page(me, t));
        }
        wishes.decide(id, verdict.orElseThrow(), grounds);
        Said.done(t.of("mydata.decided")).on(redirect);
        return new ModelAndView("redirect:" + t.link("/desk/wishes"));
    }

    private boolean asksToBeShown(SignedIn me, UUID wish) {
        return wishes.open(Objects.requireNonNull(me.organization())).stream()
                .anyMatch(open -> open.id().equals(wish) && open.kind() == Kind.SHOW);
    }

    /** Who asked knows the number; who was asked back and does not say it is somebody else. */
    private void prove(Form form, UUID wish, Words t) {
        var number = form.typed("number");
        if (!attempts.allow(TRIES, wish.toString())) {
            form.refuse("number", t.of("mydata.door.busy"));
        } else if (!Sight.job("my-data").call(() -> askings.proves(wish, number))) {
            form.refuse("number", t.of("mydata.show.number.wrong"));
        }
    }

    /** The address is shown once, for her alone; who has it sees her data for a week. */
    @PostMapping("/desk/people/{person}/my-link")
    ModelAndView link(SignedIn me, @PathVariable UUID person, Words t) {
        var id = new PersonId(person);
        var who = people.read(id, "purpose.card");
        if (!who.organization().equals(me.organization())) {
            throw Refusal.notFound("mydata.unknown");
        }
        var address = t.address("/my/" + keys.link(new Keys.Opened(id, who.organization())));
        return new ModelAndView("mydata/link")
                .addObject("page", new LinkPage(me, who, name(who), address, QrCode.of(address)));
    }

    @GetMapping("/desk/people/{person}/my-link")
    ModelAndView ask(SignedIn me, @PathVariable UUID person, Words t) {
        var who = people.read(new PersonId(person), "purpose.card");
        return new ModelAndView("mydata/link").addObject("page", new LinkPage(me, who, name(who), "", QrCode.of("-")));
    }

    private static String name(Person person) {
        return person.name().isEmpty() ? person.pseudonym() : person.name();
    }

    private Page page(SignedIn me, Words t) {
        var today = LocalDate.now(clock);
        return new Page(
                me,
                wishes.open(Objects.requireNonNull(me.organization())).stream()
                        .map(wish -> new Line(
                                wish,
                                name(people.read(new PersonId(wish.person()), "purpose.wish")),
                                MyWords.of(wish.kind(), t),
                                ChronoUnit.DAYS.between(today, wish.dueOn())))
                        .toList(),
                List.of(
                        new Choice("granted", t.of("mydata.verdict.granted")),
                        new Choice("refused", t.of("mydata.verdict.refused"))));
    }

    @Bean
    static DeskEntry wishesEntry() {
        return new DeskEntry(
                Group.PEOPLE, 50, "/desk/wishes", Permission.PEOPLE_DECIDE, t -> t.of("mydata.wishes.title"));
    }

    @Bean
    static ToDo wishesDue(Wishes wishes) {
        return (me, t) -> {
            var organization = me.organization();
            var open = me.may(Permission.PEOPLE_DECIDE) && organization != null
                    ? wishes.open(organization)
                    : List.<Wish>of();
            return open.isEmpty()
                    ? List.of()
                    : List.of(new ToDo.Card(
                            95,
                            t.of("mydata.todo", open.size()),
                            t.of("mydata.todo.reason", t.date(open.getFirst().dueOn())),
                            t.of("mydata.todo.action"),
                            "/desk/wishes"));
        };
    }

    @Bean
    static PersonActions linkForPerson() {
        return (me, person, t) -> me.may(Permission.PEOPLE_KEEP)
                        && person.organization().equals(me.organization())
                ? List.of(new PersonActions.Link(
                        t.of("mydata.link.title"), "/desk/people/" + person.id().value() + "/my-link"))
                : List.of();
    }
}
