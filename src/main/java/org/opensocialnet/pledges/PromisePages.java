package org.opensocialnet.pledges;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.Permission;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.people.FreeText;
import org.opensocialnet.pledges.Contacts.Contact;
import org.opensocialnet.pledges.Conversation.Side;
import org.opensocialnet.pledges.PledgeWords.Line;
import org.opensocialnet.pledges.PledgeWords.Row;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Paging;
import org.opensocialnet.workspace.Said;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What was promised to one request, for whoever receives and for the team: thanks, and messages. What citizens promise the team
 * checks before it counts.
 */
@Controller
class PromisePages {

    static final String PATH = "/desk/promises";
    private static final String OF_REQUEST = "/desk/requests/{ask}/pledges";
    private static final String ONE = PATH + "/{promise}";
    private static final int TEXT = 1_000;
    private static final int PAGE = 25;

    private final Pledges pledges;
    private final CitizenPledges citizens;
    private final PledgeBook book;
    private final PledgeWords words;
    private final Contacts contacts;
    private final Conversation conversation;
    private final PledgeLetters letters;
    private final FreeText freeText;

    PromisePages(
            Pledges pledges,
            CitizenPledges citizens,
            PledgeBook book,
            PledgeWords words,
            Contacts contacts,
            Conversation conversation,
            PledgeLetters letters,
            FreeText freeText) {
        this.pledges = pledges;
        this.citizens = citizens;
        this.book = book;
        this.words = words;
        this.contacts = contacts;
        this.conversation = conversation;
        this.letters = letters;
        this.freeText = freeText;
    }

    /** All of one request. */
    record Page(SignedIn me, String back, List<Row> rows) {}

    /** What citizens promised and nobody has looked at yet, the first standing first. */
    record CheckPage(SignedIn me, List<Row> rows, Paging paging) {}

    /**
     * One of them.
     *
     * @param contact how a citizen is reached; none for an organisation's
     * @param checks whether this member decides of it now
     * @param stands whether there is something to give thanks for
     */
    record OnePage(
            SignedIn me,
            Row row,
            String request,
            @Nullable Contact contact,
            boolean checks,
            boolean stands,
            List<Line> lines) {}

    @GetMapping(OF_REQUEST)
    ModelAndView of(@PathVariable UUID ask, SignedIn me, Words t) {
        return Form.fresh(t).page("pledges/of", new Page(me, "/desk/requests/" + ask, rows(book.of(ask), t)));
    }

    private List<Row> rows(List<Pledge> found, Words t) {
        return found.stream().limit(500).map(pledge -> words.row(pledge, t)).toList();
    }

    @GetMapping(PATH)
    ModelAndView waiting(@RequestParam MultiValueMap<String, String> typed, SignedIn me, Words t) {
        var form = Form.sent(typed, t);
        var after = form.field("after", "").sentId().orElse(null);
        var found = book.waiting(after, PAGE + 1);
        return form.page(
                "pledges/check",
                new CheckPage(
                        me,
                        rows(found.stream().limit(PAGE).toList(), t),
                        new Paging(
                                after == null ? null : t.link(PATH),
                                found.size() > PAGE
                                        ? t.link(PATH + "?after="
                                                + found.get(PAGE - 1).id())
                                        : null)));
    }

    @GetMapping(ONE)
    ModelAndView one(@PathVariable UUID promise, SignedIn me, Words t) {
        var found = found(promise);
        var side = side(found, me);
        if (side == Side.RECEIVER || me.may(Permission.SUPPORT_DECIDE)) {
            conversation.read(promise, side); // who looks with lent eyes has read for nobody
        }
        return Form.fresh(t)
                .with("once", Uuid7.next())
                .with("quantity", found.quantity().stripTrailingZeros().toPlainString())
                .page("pledges/promise", page(found, me, t));
    }

    private static Side side(Pledge pledge, SignedIn me) {
        return pledge.receiver() != null && Objects.equals(pledge.receiver(), me.organization())
                ? Side.RECEIVER
                : Side.TEAM;
    }

    @PostMapping(ONE + "/thanks")
    ModelAndView thank(
            @PathVariable UUID promise,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        var form = Form.sent(typed, t);
        var found = found(promise);
        var said = form.field("words", t.of("pledges.thanks.words")).required(TEXT);
        freeText.ask(form, t, "words");
        if (!form.sound()) {
            return form.again("pledges/promise", page(found, me, t));
        }
        letters.news(found, () -> pledges.thank(promise, said));
        return done(promise, t.of("pledges.thanked"), t, redirect);
    }

    @PostMapping(ONE + "/messages")
    ModelAndView write(
            @PathVariable UUID promise,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        var form = Form.sent(typed, t);
        var found = found(promise);
        var text = form.field("message", t.of("pledges.message")).required(Conversation.LONGEST);
        freeText.ask(form, t, "message");
        if (!form.sound()) {
            return form.again("pledges/promise", page(found, me, t));
        }
        var once = form.field("once", "").sentId().orElseGet(Uuid7::next);
        var side = side(found, me);
        letters.message(found, side, () -> conversation.say(once, promise, side, text));
        return done(promise, t.of("pledges.message.sent"), t, redirect);
    }

    @PostMapping(ONE + "/acceptance")
    ModelAndView accept(
            @PathVariable UUID promise,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        var form = Form.sent(typed, t);
        var found = found(promise);
        var quantity = PledgeForm.quantity(form, "quantity", t.of("pledges.quantity"), found.counted(), t);
        if (!form.sound() || quantity == null) {
            return form.again("pledges/promise", page(found, me, t));
        }
        try {
            letters.news(found, () -> citizens.accept(promise, quantity));
        } catch (Refusal no) {
            PledgeForm.refused(form, no, t);
            return form.again("pledges/promise", page(found(promise), me, t));
        }
        return done(promise, t.of("pledges.check.accepted"), t, redirect);
    }

    @PostMapping(ONE + "/refusal")
    ModelAndView refuse(
            @PathVariable UUID promise,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        var form = Form.sent(typed, t);
        var found = found(promise);
        var why = form.field("why", t.of("pledges.withdraw.why")).required(TEXT);
        freeText.ask(form, t, "why");
        if (!form.sound()) {
            return form.again("pledges/promise", page(found, me, t));
        }
        letters.news(found, () -> citizens.refuse(promise, why));
        return done(promise, t.of("pledges.check.refused"), t, redirect);
    }

    private static ModelAndView done(UUID promise, String said, Words t, RedirectAttributes redirect) {
        Said.done(said).on(redirect);
        return new ModelAndView("redirect:" + t.link(PATH + "/" + promise));
    }

    private Pledge found(UUID id) {
        return book.find(id).orElseThrow(() -> Refusal.notFound("pledges.unknown"));
    }

    private OnePage page(Pledge pledge, SignedIn me, Words t) {
        return new OnePage(
                me,
                words.row(pledge, t),
                "/desk/requests/" + pledge.request(),
                Optional.of(pledge)
                        .filter(Pledge::ofCitizen)
                        .flatMap(one -> contacts.of(one.id()))
                        .orElse(null),
                pledge.waits() && me.may(Permission.SUPPORT_DECIDE),
                pledge.stands(),
                words.lines(conversation.of(pledge.id()), side(pledge, me), pledge, t));
    }
}
