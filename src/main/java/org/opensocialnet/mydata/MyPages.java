package org.opensocialnet.mydata;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.Attempts;
import org.opensocialnet.access.Attempts.Limit;
import org.opensocialnet.access.Origin;
import org.opensocialnet.consents.Consent;
import org.opensocialnet.consents.Consents;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.mydata.MyRecord.Whole;
import org.opensocialnet.mydata.Wish.Kind;
import org.opensocialnet.people.People;
import org.opensocialnet.web.MenuEntry;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Choice;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * A person's own page, opened by the number of her card or by a link, without an account. What opens it lies in the forms
 * for half an hour: no cookie remembers her on a machine she shares.
 */
@Controller
@RequestMapping("/my")
class MyPages {

    private static final Limit TRIES = new Limit("my-data", 10, Duration.ofMinutes(1));

    private final Keys keys;
    private final MyRecord record;
    private final Wishes wishes;
    private final Consents consents;
    private final People people;
    private final Visits visits;
    private final Attempts attempts;

    MyPages(
            Keys keys,
            MyRecord record,
            Wishes wishes,
            Consents consents,
            People people,
            Visits visits,
            Attempts attempts) {
        this.keys = keys;
        this.record = record;
        this.wishes = wishes;
        this.consents = consents;
        this.people = people;
        this.visits = visits;
        this.attempts = attempts;
    }

    /** What the first page shows; the link, where she came by one. */
    record Door(@Nullable String link) {}

    /** What her page shows, and the key with which its forms go on. */
    record Page(
            Whole whole,
            String visit,
            List<Part> parts,
            List<Visits.Agreed> agreed,
            List<MyWords.Seen> seen,
            List<Choice> kinds,
            String said,
            Others others) {

        String part() {
            return whole.person().id().value().toString();
        }
    }

    /** One of the records the visit opens, by who keeps it. */
    record Part(String id, String keeper, boolean shown) {}

    /** Until when those she asked answer, where she did; and the number she tells them, shown once. */
    record Others(@Nullable LocalDate until, String number) {}

    /** At the foot of every page. */
    @Bean
    static MenuEntry myDataLink() {
        return new MenuEntry(MenuEntry.Place.FOOTER, 30, "/my", t -> t.of("mydata.title"));
    }

    @GetMapping
    ModelAndView door(Words t) {
        return Form.fresh(t).page("mydata/door", new Door(null));
    }

    /** Shows nothing yet: programs look at links before people do. */
    @GetMapping("/{key}")
    ModelAndView link(@PathVariable String key, Words t) {
        return Form.fresh(t).page("mydata/door", new Door(key));
    }

    @PostMapping
    ModelAndView open(@RequestParam MultiValueMap<String, String> typed, HttpServletRequest request, Words t) {
        var form = Form.sent(typed, t);
        var link = form.typed("link");
        var from = Origin.coarse(request);
        if (!attempts.allow(TRIES, from)) {
            form.refuse("number", t.of("mydata.door.busy"));
        } else {
            var opened = Sight.job("my-data")
                    .call(() -> link.isEmpty() ? byCard(form.typed("number")) : keys.opened(link, "link"));
            if (opened.isPresent()) {
                var visit = Sight.job("my-data").call(() -> keys.visit(opened.get()));
                return page(opened.get(), visit, "", from, t);
            }
            form.refuse("number", link.isEmpty() ? t.of("mydata.door.unknown") : t.of("mydata.door.link-ended"));
        }
        return form.again("mydata/door", new Door(null));
    }

    private Optional<Keys.Opened> byCard(String number) {
        return people.holder(number)
                .flatMap(person -> people.organization(person).map(whose -> new Keys.Opened(person, whose)));
    }

    /** Another of the records this visit opens. */
    @PostMapping("/part")
    ModelAndView part(@RequestParam MultiValueMap<String, String> typed, HttpServletRequest request, Words t) {
        var form = Form.sent(typed, t);
        return page(visits.opened(form), form.typed("visit"), "", Origin.coarse(request), t);
    }

    /** She holds the card of another organisation too: what that one keeps is shown beside this. */
    @PostMapping("/more")
    ModelAndView more(@RequestParam MultiValueMap<String, String> typed, HttpServletRequest request, Words t) {
        var form = Form.sent(typed, t);
        var shown = visits.opened(form);
        var visit = form.typed("visit");
        var from = Origin.coarse(request);
        if (!attempts.allow(TRIES, from)) {
            form.refuse("number", t.of("mydata.door.busy"));
        } else {
            var more = Sight.job("my-data").call(() -> byCard(form.typed("number")));
            if (more.isPresent()) {
                Sight.job("my-data").run(() -> keys.add(visit, more.get()));
                return page(more.get(), visit, "", from, t);
            }
            form.refuse("number", t.of("mydata.door.unknown"));
        }
        return again(form, shown, from, t);
    }

    ModelAndView again(Form form, Keys.Opened shown, String from, Words t) {
        var again = page(shown, form.typed("visit"), "", from, t);
        again.addObject("form", form);
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    @PostMapping("/wishes")
    ModelAndView ask(@RequestParam MultiValueMap<String, String> typed, HttpServletRequest request, Words t) {
        var form = Form.sent(typed, t);
        var opened = visits.opened(form);
        var from = Origin.coarse(request);
        var kind = form.field("kind", t.of("mydata.wish")).oneOf(Kind.class);
        var text = form.field("text", t.of("mydata.wish.text")).optional(2000);
        if (kind.filter(Kind.CORRECT::equals).isPresent() && text.isEmpty() && form.sound()) {
            form.refuse("text", t.of("mydata.wish.text.missing"));
        }
        if (!form.sound()) {
            return again(form, opened, from, t);
        }
        Sight.link(opened.organization(), "my-data", from)
                .run(() -> wishes.ask(opened.person(), opened.organization(), kind.orElseThrow(), text));
        return page(opened, form.typed("visit"), t.of("mydata.wish.asked"), from, t);
    }

    /** Holds from this moment; nobody decides about it. */
    @PostMapping("/withdrawal")
    ModelAndView withdraw(@RequestParam MultiValueMap<String, String> typed, HttpServletRequest request, Words t) {
        var form = Form.sent(typed, t);
        var opened = visits.opened(form);
        var from = Origin.coarse(request);
        var id = form.field("consent", t.of("mydata.consents")).id();
        Sight.link(opened.organization(), "my-data", from).run(() -> withdraw(opened, id));
        return page(opened, form.typed("visit"), t.of("mydata.consents.withdrawn"), from, t);
    }

    private void withdraw(Keys.Opened opened, UUID id) {
        consents.of(opened.person()).stream()
                .filter(consent -> consent.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("mydata.unknown"));
        consents.withdraw(id, Consent.Way.ONLINE);
    }

    @PostMapping("/end")
    ModelAndView end(@RequestParam MultiValueMap<String, String> typed, Words t) {
        var visit = Form.sent(typed, t).typed("visit");
        Sight.job("my-data").run(() -> keys.end(visit));
        return new ModelAndView("redirect:" + t.link("/my"));
    }

    private ModelAndView page(Keys.Opened opened, String visit, String said, String from, Words t) {
        return page(opened, visit, said, "", from, t);
    }

    ModelAndView page(Keys.Opened opened, String visit, String said, String number, String from, Words t) {
        var parts = visits.parts(visit);
        var whole = record.of(opened, from, t);
        var kinds = List.of(
                new Choice("correct", MyWords.of(Kind.CORRECT, t)),
                new Choice("restrict", MyWords.of(Kind.RESTRICT, t)),
                new Choice("erase", MyWords.of(Kind.ERASE, t)),
                new Choice("explain", MyWords.of(Kind.EXPLAIN, t)));
        return Form.fresh(t)
                .page(
                        "mydata/mine",
                        new Page(
                                whole,
                                visit,
                                parts.stream()
                                        .map(part -> new Part(
                                                part.person().value().toString(),
                                                record.name(part.organization()),
                                                part.equals(opened)))
                                        .toList(),
                                visits.agreed(whole, t),
                                MyWords.seen(whole.readings(), t),
                                kinds,
                                said,
                                new Others(visits.othersAnswerBy(parts), number)));
    }
}
