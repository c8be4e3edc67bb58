package org.opensocialnet.proposals;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.allocation.Allocation;
import org.opensocialnet.allocation.SolverMissing;
import org.opensocialnet.allocation.Weights;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.people.FreeText;
import org.opensocialnet.proposals.Decision.Choice;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items;
import org.opensocialnet.workspace.Items.Paging;
import org.opensocialnet.workspace.Said;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Proposals: listed, begun, decided in their light. */
@Controller
@RequestMapping(ProposalPages.PATH)
class ProposalPages {

    static final String PATH = "/desk/proposals";

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_REASON = 4_000;

    private final ProposalBook proposals;
    private final ProposalSheets sheets;
    private final Reading reading;
    private final FreeText freeText;
    private final TransactionOperations transactions;

    ProposalPages(
            ProposalBook proposals,
            ProposalSheets sheets,
            Reading reading,
            FreeText freeText,
            TransactionOperations transactions) {
        this.proposals = proposals;
        this.sheets = sheets;
        this.reading = reading;
        this.freeText = freeText;
        this.transactions = transactions;
    }

    /** One of the list. */
    record Item(String path, String title, String about, String state) {}

    record ListPage(List<Item> items, Paging paging, boolean possible) {}

    /** What can be chosen, and that there may be more than is shown. */
    record NewPage(List<Items.Choice> lines, List<Items.Choice> envelopes, boolean all) {}

    @GetMapping
    ModelAndView list(@RequestParam(defaultValue = "1") int page, SignedIn me, Words t) {
        var found = proposals.page(page);
        return new ModelAndView("proposals/list")
                .addObject(
                        "page",
                        new ListPage(
                                found.stream()
                                        .limit(ProposalBook.PAGE)
                                        .map(kept -> reading.item(kept, t))
                                        .toList(),
                                new Paging(
                                        page > 1 ? t.link(PATH) : null,
                                        found.size() > ProposalBook.PAGE ? t.link(PATH + "?page=" + (page + 1)) : null),
                                solverIsThere()))
                .addObject("me", me);
    }

    private static boolean solverIsThere() {
        try {
            Allocation.load();
            return true;
        } catch (SolverMissing e) {
            return false;
        }
    }

    @GetMapping("/new")
    ModelAndView blank(SignedIn me, Words t) {
        var page = choices(t);
        var form = Form.fresh(t)
                .with("once", Uuid7.next())
                .with("floor", 0)
                .with("severity", Weights.USUAL.severity())
                .with("urgency", Weights.USUAL.urgency())
                .with("waiting", Weights.USUAL.waiting())
                .withAll("lines", page.lines().stream().map(Items.Choice::value).toList())
                .withAll(
                        "envelopes",
                        page.envelopes().stream().map(Items.Choice::value).toList());
        return form.page("proposals/new", page).addObject("me", me);
    }

    private NewPage choices(Words t) {
        var lines = sheets.lines();
        return new NewPage(
                lines.stream().map(line -> reading.choice(line, t)).toList(),
                sheets.envelopes().stream()
                        .map(offer -> reading.choice(offer, t))
                        .toList(),
                lines.size() < ProposalSheets.MOST_LINES);
    }

    @PostMapping("/new")
    ModelAndView make(@RequestParam MultiValueMap<String, String> typed, SignedIn me, Words t) {
        var form = Form.sent(typed, t);
        var page = choices(t);
        var title = form.field("title", t.of("proposals.field.title")).required(LONGEST_TITLE);
        var lines = form.field("lines", t.of("proposals.field.lines")).someOf(values(page.lines()));
        var envelopes =
                form.field("envelopes", t.of("proposals.field.envelopes")).someOf(values(page.envelopes()));
        if (lines.isEmpty()) {
            form.refuse("lines", t.of("workspace.fault.missing", t.of("proposals.field.lines")));
        }
        if (envelopes.isEmpty()) {
            form.refuse("envelopes", t.of("workspace.fault.missing", t.of("proposals.field.envelopes")));
        }
        int floor = number(form, "floor", t.of("proposals.field.floor"));
        var weights = new Weights(
                number(form, "severity", t.of("proposals.field.severity")),
                number(form, "urgency", t.of("proposals.field.urgency")),
                number(form, "waiting", t.of("proposals.field.waiting")));
        var once = once(form);
        if (!form.sound()) {
            return form.again("proposals/new", page).addObject("me", me);
        }
        var id = transactions.execute(_ -> proposals.make(
                title, sheets.sheet(new HashSet<>(lines), new HashSet<>(envelopes), floor, weights), once, me));
        return new ModelAndView("redirect:" + t.link(PATH + "/" + id));
    }

    private static List<String> values(List<Items.Choice> choices) {
        return choices.stream().map(Items.Choice::value).toList();
    }

    private static int number(Form form, String name, String label) {
        var number = form.field(name, label).number(0, 100);
        return number == null ? 0 : number;
    }

    /** A form that comes without its mark, or with a broken one, counts as a new one. */
    private static UUID once(Form form) {
        try {
            return UUID.fromString(form.typed("once"));
        } catch (IllegalArgumentException e) {
            return Uuid7.next();
        }
    }

    @GetMapping("/{proposal}")
    ModelAndView one(@PathVariable UUID proposal, SignedIn me, Words t) {
        return Form.fresh(t)
                .with("once", Uuid7.next())
                .page("proposals/one", reading.page(proposals.one(proposal), t))
                .addObject("me", me);
    }

    @PostMapping("/{proposal}/again")
    ModelAndView again(@PathVariable UUID proposal, Words t) {
        proposals.again(proposal);
        return new ModelAndView("redirect:" + t.link(PATH + "/" + proposal));
    }

    @PostMapping("/{proposal}/decision")
    ModelAndView decide(
            @PathVariable UUID proposal,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        var form = Form.sent(typed, t);
        var choice = form.field("choice", t.of("proposals.field.choice")).oneOf(Choice.class);
        var words = form.field("words", t.of("proposals.field.words")).required(LONGEST_REASON);
        freeText.ask(form, t, "words");
        if (!form.sound() || choice.isEmpty()) {
            return form.again("proposals/one", reading.page(proposals.one(proposal), t))
                    .addObject("me", me);
        }
        proposals.decide(proposal, choice.get(), words, once(form), me);
        Said.done(t.of("proposals.decided")).on(redirect);
        return new ModelAndView("redirect:" + t.link(PATH + "/" + proposal));
    }

    /** Two proposals side by side; without a second one the page asks for it. */
    @GetMapping("/{proposal}/beside")
    ModelAndView beside(
            @PathVariable UUID proposal, @RequestParam(required = false) @Nullable UUID other, SignedIn me, Words t) {
        var one = proposals.one(proposal);
        var page = SideBySide.of(one, other == null ? null : proposals.one(other), proposals.page(1), t);
        return Form.fresh(t).with("other", other).page("proposals/beside", page).addObject("me", me);
    }

    static List<Items.Choice> decisions(Words t) {
        return Arrays.stream(Choice.values())
                .map(choice -> new Items.Choice(Items.code(choice), ProposalWords.choice(choice, t)))
                .toList();
    }
}
