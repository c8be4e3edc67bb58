package org.opensocialnet.pledges;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.people.FreeText;
import org.opensocialnet.pledges.Conversation.Side;
import org.opensocialnet.pledges.PledgeBook.Shown;
import org.opensocialnet.pledges.PledgeWords.Line;
import org.opensocialnet.pledges.PledgeWords.Row;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items;
import org.opensocialnet.workspace.Items.Choice;
import org.opensocialnet.workspace.Items.Paging;
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

/** An organisation's own pledges and what became of them; each can be changed or taken back before it goes. */
@Controller
@RequestMapping(PledgePages.PATH)
class PledgePages {

    static final String PATH = "/desk/pledges";
    private static final int PAGE = 25;
    private static final int WHY = 1_000;

    private final Pledges pledges;
    private final PledgeBook book;
    private final PledgeWords words;
    private final Conversation conversation;
    private final PledgeLetters letters;
    private final FreeText freeText;
    private final Clock clock;

    PledgePages(
            Pledges pledges,
            PledgeBook book,
            PledgeWords words,
            Conversation conversation,
            PledgeLetters letters,
            FreeText freeText,
            Clock clock) {
        this.pledges = pledges;
        this.book = book;
        this.words = words;
        this.conversation = conversation;
        this.letters = letters;
        this.freeText = freeText;
        this.clock = clock;
    }

    /** The list; news: how many messages of which pledge are new. */
    record Page(
            SignedIn me,
            List<Row> rows,
            Map<UUID, Integer> news,
            List<Choice> shown,
            boolean narrowed,
            Paging paging) {}

    /**
     * One of them.
     *
     * @param open whether it can still be changed
     * @param mayBeWithdrawn whether nothing of it is on its way yet
     */
    record OnePage(
            SignedIn me, Row row, String call, int version, boolean open, boolean mayBeWithdrawn, List<Line> lines) {}

    @GetMapping
    ModelAndView own(@RequestParam MultiValueMap<String, String> typed, SignedIn me, Words t) {
        var form = Form.sent(typed, t);
        var after = form.field("after", "").sentId().orElse(null);
        var shown = Arrays.stream(Shown.values())
                .filter(one -> Items.code(one).equals(form.typed("shown")))
                .findFirst()
                .orElse(Shown.ALL);
        var found = book.own(Objects.requireNonNull(me.organization()), shown, after, PAGE + 1);
        var base = PATH + "?shown=" + (shown == Shown.ALL ? "" : Items.code(shown));
        return form.page(
                "pledges/own",
                new Page(
                        me,
                        found.stream()
                                .limit(PAGE)
                                .map(pledge -> words.row(pledge, t))
                                .toList(),
                        conversation.unread(found.stream().map(Pledge::id).toList(), Side.GIVER),
                        PledgeWords.shown(t),
                        shown != Shown.ALL,
                        paging(base, after, found, t)));
    }

    private static Paging paging(String base, @Nullable UUID after, List<Pledge> found, Words t) {
        return new Paging(
                after == null ? null : t.link(base),
                found.size() > PAGE
                        ? t.link(base + "&after=" + found.get(PAGE - 1).id())
                        : null);
    }

    @GetMapping("/{pledge}")
    ModelAndView one(@PathVariable UUID pledge, SignedIn me, Words t) {
        var found = found(pledge);
        if (Objects.equals(found.organization(), me.organization())) {
            conversation.read(pledge, Side.GIVER);
        }
        return filled(found, t).page("pledges/one", page(found, me, t));
    }

    private static Form filled(Pledge pledge, Words t) {
        return Form.fresh(t)
                .with("once", Uuid7.next())
                .with("quantity", pledge.quantity().stripTrailingZeros().toPlainString())
                .with("conditions", pledge.conditions())
                .withDate("from", pledge.fromDay())
                .withDate("until", pledge.untilDay())
                .with("named", pledge.named() ? "yes" : "");
    }

    @PostMapping("/{pledge}")
    ModelAndView change(
            @PathVariable UUID pledge,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        var form = Form.sent(typed, t);
        var before = found(pledge);
        var version = form.field("version", t.of("pledges.change")).number(0, Integer.MAX_VALUE);
        var past = before.fromDay() == null ? LocalDate.now(clock) : before.fromDay();
        var today = past.isBefore(LocalDate.now(clock)) ? past : LocalDate.now(clock); // what was said stays sayable
        var said = PledgeForm.read(form, before.counted(), today, t);
        freeText.ask(form, t, "conditions");
        if (!form.sound() || said.isEmpty()) {
            return form.again("pledges/one", page(before, me, t));
        }
        try {
            pledges.change(pledge, version == null ? -1 : version, said.get());
        } catch (Refusal no) {
            PledgeForm.refused(form, no, t);
            return form.again("pledges/one", page(found(pledge), me, t));
        }
        Said.done(t.of("pledges.changed")).on(redirect);
        return new ModelAndView("redirect:" + t.link(PATH + "/" + pledge));
    }

    @PostMapping("/{pledge}/withdrawal")
    ModelAndView withdraw(
            @PathVariable UUID pledge,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        var form = Form.sent(typed, t);
        var before = found(pledge);
        var why = form.field("why", t.of("pledges.withdraw.why")).required(WHY);
        freeText.ask(form, t, "why");
        if (!form.sound()) {
            return form.again("pledges/one", page(before, me, t));
        }
        try {
            letters.withdrawn(before, t, () -> pledges.withdraw(pledge, why));
        } catch (Refusal no) {
            form.refuse("why", t.of(no.key(), no.arguments()));
            return form.again("pledges/one", page(found(pledge), me, t));
        }
        Said.done(t.of("pledges.withdrawn")).on(redirect);
        return new ModelAndView("redirect:" + t.link(PATH + "/" + pledge));
    }

    @PostMapping("/{pledge}/messages")
    ModelAndView write(
            @PathVariable UUID pledge,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        var form = Form.sent(typed, t);
        var found = found(pledge);
        var text = form.field("message", t.of("pledges.message")).required(Conversation.LONGEST);
        freeText.ask(form, t, "message");
        if (!form.sound()) {
            return form.again("pledges/one", page(found, me, t));
        }
        var once = form.field("once", "").sentId().orElseGet(Uuid7::next);
        letters.message(found, Side.GIVER, () -> conversation.say(once, pledge, Side.GIVER, text));
        Said.done(t.of("pledges.message.sent")).on(redirect);
        return new ModelAndView("redirect:" + t.link(PATH + "/" + pledge));
    }

    private Pledge found(UUID id) {
        return book.find(id).orElseThrow(() -> Refusal.notFound("pledges.unknown"));
    }

    private OnePage page(Pledge pledge, SignedIn me, Words t) {
        return new OnePage(
                me,
                words.row(pledge, t),
                CallPages.PATH + "/" + pledge.request(),
                pledge.version(),
                pledge.isOpen(),
                pledge.mayBeWithdrawn(),
                words.lines(conversation.of(pledge.id()), Side.GIVER, pledge, t));
    }
}
