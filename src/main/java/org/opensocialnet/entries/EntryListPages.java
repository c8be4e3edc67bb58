package org.opensocialnet.entries;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.ledger.Amount;
import org.opensocialnet.ledger.Amount.Unit;
import org.opensocialnet.ledger.EntryId;
import org.opensocialnet.ledger.EntryId.Book;
import org.opensocialnet.ledger.FollowUp;
import org.opensocialnet.ledger.FollowUp.State;
import org.opensocialnet.ledger.OwnEntries;
import org.opensocialnet.ledger.OwnEntries.Entry;
import org.opensocialnet.ledger.OwnEntries.Wanted;
import org.opensocialnet.ledger.Reason;
import org.opensocialnet.naming.Names;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Choice;
import org.opensocialnet.workspace.Items.Paging;
import org.opensocialnet.workspace.Said;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What an organisation wrote: listed, one opened, taken back, and what became of a need. */
@Controller
@RequestMapping(EntryPages.PATH)
class EntryListPages {

    private static final int PAGE = 25;

    private final OwnEntries own;
    private final EntryActs entries;
    private final Names names;
    private final Clock clock;

    EntryListPages(OwnEntries own, EntryActs entries, Names names, Clock clock) {
        this.own = own;
        this.entries = entries;
        this.names = names;
        this.clock = clock;
    }

    /** What the list shows. */
    record Page(SignedIn me, Book book, List<Choice> types, List<Row> rows, boolean filtered, Paging paging) {

        boolean need() {
            return book == Book.NEED;
        }
    }

    /** One entry in words. */
    record Row(
            String path,
            String day,
            String what,
            String whom,
            String where,
            String people,
            String quantity,
            String source,
            String reason,
            String state,
            boolean reversed) {}

    /** What the page of one entry shows; open: how many of a need are. */
    record OnePage(
            SignedIn me, EntryId id, Row row, int open, List<Choice> states, List<Choice> reasons, List<Choice> whys) {

        boolean need() {
            return id.book() == Book.NEED;
        }
    }

    @GetMapping
    ModelAndView list(@RequestParam MultiValueMap<String, String> typed, SignedIn me, Words t) {
        var form = Form.sent(typed, t);
        var book = EntryPages.book(form.typed("book"));
        var types = names.serviceTypes(t);
        var type = EntryForm.values(types).contains(form.typed("type")) ? form.typed("type") : "";
        var from = form.field("from", t.of("entries.from")).date();
        var to = form.field("to", t.of("entries.to")).date();
        var found =
                own.page(EntryPages.organization(me), new Wanted(book, type, from, to, after(book, form)), PAGE + 1);
        var base = EntryPages.PATH + "?book=" + book.code() + (type.isEmpty() ? "" : "&type=" + type)
                + (from == null ? "" : "&from=" + from) + (to == null ? "" : "&to=" + to);
        var last = found.size() > PAGE ? found.get(PAGE - 1).id() : null;
        var shown = new Shown(t, types, names.groups(t), names.zones(t));
        return form.page(
                "entries/list",
                new Page(
                        me,
                        book,
                        types,
                        found.stream().limit(PAGE).map(shown::row).toList(),
                        !type.isEmpty() || from != null || to != null,
                        new Paging(
                                form.typed("after").isEmpty() ? null : t.link(base),
                                last == null
                                        ? null
                                        : t.link(base + "&after=" + last.id() + "&after-day=" + last.day()))));
    }

    private static @Nullable EntryId after(Book book, Form form) {
        var day = form.field("after-day", "").date();
        return form.field("after", "")
                .sentId()
                .flatMap(id -> Optional.ofNullable(day).map(on -> new EntryId(book, id, on)))
                .orElse(null);
    }

    /** Names entries with the words of one reader. */
    private record Shown(Words t, List<Choice> types, List<Choice> groups, List<Choice> zones) {

        Row row(Entry entry) {
            var about = entry.about();
            return new Row(
                    EntryPages.act("/one", entry.id()),
                    t.date(entry.id().day()),
                    about.serviceType().isEmpty() ? t.of("entries.unsaid") : Names.of(types, about.serviceType()),
                    about.group().isEmpty() ? "" : Names.of(groups, about.group()),
                    about.zone().isEmpty() ? "" : Names.of(zones, about.zone()),
                    entry.people() == 0 ? "" : t.number(entry.people()),
                    entry.unit().isEmpty()
                            ? ""
                            : t.of(
                                    "entries.quantity.of",
                                    t.number(entry.quantity()),
                                    EntryWords.of(Unit.of(entry.unit()), t)),
                    EntryWords.of(entry.source(), t),
                    entry.reason().isEmpty() ? "" : EntryWords.of(Reason.of(entry.reason()), t),
                    state(entry),
                    entry.reversed());
        }

        private String state(Entry entry) {
            if (entry.reversed()) {
                return t.of("entries.state.reversed");
            }
            if (entry.id().book() == Book.DELIVERY) {
                return "";
            }
            int open = entry.people() - entry.closed();
            return open == entry.people()
                    ? t.of("entries.state.open")
                    : open == 0 ? t.of("entries.state.closed") : t.of("entries.state.part", open);
        }
    }

    @GetMapping("/one")
    ModelAndView one(@RequestParam MultiValueMap<String, String> typed, SignedIn me, Words t) {
        var form = Form.sent(typed, t);
        return form.withDate("on", LocalDate.now(clock)).page("entries/one", page(sent(form), me, t));
    }

    private OnePage page(EntryId id, SignedIn me, Words t) {
        var entry = own.find(EntryPages.organization(me), id).orElseThrow(() -> Refusal.notFound("ledger.unknown"));
        return new OnePage(
                me,
                id,
                new Shown(t, names.serviceTypes(t), names.groups(t), names.zones(t)).row(entry),
                id.book() == Book.NEED && !entry.reversed() ? entry.people() - entry.closed() : 0,
                EntryWords.states(t),
                EntryWords.reasons(t),
                whys(t));
    }

    private static List<Choice> whys(Words t) {
        return List.of(
                new Choice("entries.mistyped", t.of("entries.mistyped")),
                new Choice("entries.twice", t.of("entries.twice")),
                new Choice("entries.otherwise", t.of("entries.otherwise")));
    }

    /** What became of a need, or of some of its people. */
    @PostMapping("/follow-up")
    ModelAndView follow(
            @RequestParam MultiValueMap<String, String> typed, SignedIn me, Words t, RedirectAttributes redirect) {
        var form = Form.sent(typed, t);
        var page = page(sent(form), me, t);
        var state = form.field("state", t.of("entries.follow")).oneOf(State.class);
        var reason = form.typed("reason").isEmpty()
                ? ""
                : form.field("reason", t.of("entries.reason")).oneOf(EntryForm.values(page.reasons()));
        var on = form.field("on", t.of("entries.follow.day")).date();
        var people = form.field("people", t.of("entries.people")).number(1, Math.max(1, page.open()));
        if (state.filter(State.REFUSED::equals).isPresent() && reason.isEmpty()) {
            form.refuse("reason", t.of("workspace.fault.choose", t.of("entries.reason")));
        }
        if (on != null
                && (on.isAfter(LocalDate.now(clock)) || on.isBefore(page.id().day()))) {
            form.refuse("on", t.of("entries.follow.day.fault"));
        }
        if (!form.sound() || state.isEmpty()) {
            return form.again("entries/one", page);
        }
        var refused = state.get() == State.REFUSED;
        var done = entries.follow(
                EntryPages.organization(me),
                new FollowUp(
                        page.id(),
                        on == null ? LocalDate.now(clock) : on,
                        state.get(),
                        people == null ? null : Amount.people(people),
                        refused ? Reason.of(reason) : null,
                        null));
        Said.done(t.of("entries.followed"))
                .undo(EntryPages.act("/follow-up/undo", done))
                .on(redirect);
        return new ModelAndView("redirect:" + t.link(page.row().path()));
    }

    @PostMapping("/follow-up/undo")
    ModelAndView takeBackFollowUp(
            @RequestParam MultiValueMap<String, String> typed, SignedIn me, Words t, RedirectAttributes redirect) {
        var sent = sent(Form.sent(typed, t));
        entries.reverseFollowUp(EntryPages.organization(me), new EntryId(Book.FOLLOW_UP, sent.id(), sent.day()));
        Said.done(t.of("entries.undone")).on(redirect);
        return new ModelAndView("redirect:" + t.link(EntryPages.PATH));
    }

    @PostMapping("/reversal")
    ModelAndView reverse(
            @RequestParam MultiValueMap<String, String> typed, SignedIn me, Words t, RedirectAttributes redirect) {
        var form = Form.sent(typed, t);
        var page = page(sent(form), me, t);
        var why = form.field("why", t.of("entries.why")).oneOf(EntryForm.values(page.whys()));
        if (!form.sound()) {
            return form.withDate("on", LocalDate.now(clock)).again("entries/one", page);
        }
        entries.reverse(EntryPages.organization(me), page.id(), why);
        Said.done(t.of("entries.reversed"))
                .undo(EntryPages.act("/again", page.id()))
                .on(redirect);
        return new ModelAndView("redirect:" + t.link(page.row().path()));
    }

    /** Right after it was written. */
    @PostMapping("/undo")
    ModelAndView undo(
            @RequestParam MultiValueMap<String, String> typed, SignedIn me, Words t, RedirectAttributes redirect) {
        var id = page(sent(Form.sent(typed, t)), me, t).id();
        entries.reverse(EntryPages.organization(me), id, "entries.undone");
        Said.done(t.of("entries.undone")).undo(EntryPages.act("/again", id)).on(redirect);
        return new ModelAndView(
                "redirect:" + t.link(EntryPages.PATH + "?book=" + id.book().code()));
    }

    @PostMapping("/again")
    ModelAndView again(
            @RequestParam MultiValueMap<String, String> typed, SignedIn me, Words t, RedirectAttributes redirect) {
        var id = page(sent(Form.sent(typed, t)), me, t).id();
        entries.again(EntryPages.organization(me), id);
        Said.done(t.of("entries.again")).on(redirect);
        return new ModelAndView(
                "redirect:" + t.link(EntryPages.PATH + "?book=" + id.book().code()));
    }

    private static EntryId sent(Form form) {
        var day = form.field("day", "").date();
        if (day == null) {
            throw Refusal.conflict("ledger.unknown");
        }
        return new EntryId(
                EntryPages.book(form.typed("book")),
                form.field("entry", "").sentId().orElseThrow(() -> Refusal.conflict("ledger.unknown")),
                day);
    }
}
