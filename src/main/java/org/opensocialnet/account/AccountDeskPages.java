package org.opensocialnet.account;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.Permission;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.account.CallAccount.Behind;
import org.opensocialnet.account.Openness.Story;
import org.opensocialnet.budget.Envelope;
import org.opensocialnet.budget.Statement;
import org.opensocialnet.deliveries.Confirmations.Confirmed;
import org.opensocialnet.desk.DeskEntry;
import org.opensocialnet.desk.DeskEntry.Group;
import org.opensocialnet.kernel.Money;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.people.FreeText;
import org.opensocialnet.support.Cover;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Said;
import org.springframework.context.annotation.Bean;
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

/** The account at the desk: what is opened to everybody, and for the team the rows behind each figure of a call. */
@Controller
@RequestMapping(AccountDeskPages.PATH)
class AccountDeskPages {

    static final String PATH = "/desk/public-account";
    private static final int MOST = 200;

    private final CallAccount calls;
    private final Openness openness;
    private final Statement statement;
    private final AccountNames names;
    private final FreeText freeText;
    private final TransactionOperations transactions;
    private final Clock clock;

    AccountDeskPages(
            CallAccount calls,
            Openness openness,
            Statement statement,
            AccountNames names,
            FreeText freeText,
            TransactionOperations transactions,
            Clock clock) {
        this.calls = calls;
        this.openness = openness;
        this.statement = statement;
        this.names = names;
        this.freeText = freeText;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What can be opened, and what is. */
    record Page(SignedIn me, boolean asks, boolean named, boolean keeps, List<Row> envelopes) {}

    /** An envelope the member's eyes see. */
    record Row(UUID id, String name, boolean open) {}

    /** One call: its public figures, the rows behind them, and their sums. */
    record RowsPage(
            SignedIn me,
            CallAccount.Figures figures,
            List<CoverRow> covers,
            List<ConfirmedRow> confirmed,
            List<PaidRow> paid,
            String people,
            String spent,
            boolean told) {

        String path() {
            return PATH + "/calls/" + figures.id();
        }
    }

    /** One cover in words. */
    record CoverRow(String line, String source, String giver, String covered, String delivered, String confirmed) {}

    /** One line of the ledger, with the hand-over it comes from. */
    record ConfirmedRow(String day, String line, String quantity, int people, UUID handover, UUID entry) {}

    /** One earmark. */
    record PaidRow(UUID envelope, String committed, String spent) {}

    @GetMapping
    ModelAndView open(SignedIn me, Words t) {
        return Form.fresh(t).page("account/desk", page(me, t));
    }

    private Page page(SignedIn me, Words t) {
        boolean keeps = me.may(Permission.BUDGET_KEEP);
        var organization = me.organization();
        boolean asks = me.may(Permission.SUPPORT_ASK) && organization != null;
        var open = keeps ? openness.envelopes() : List.<UUID>of();
        return new Page(
                me,
                asks,
                asks && organization != null && openness.wishes(organization),
                keeps,
                keeps
                        ? statement.standing(LocalDate.now(clock), 1, MOST).stream()
                                .map(one -> new Row(
                                        one.id().value(),
                                        Envelope.named(one.name(), one.english(), t),
                                        open.contains(one.id().value())))
                                .toList()
                        : List.of());
    }

    @PostMapping("/wish")
    ModelAndView wish(
            @RequestParam MultiValueMap<String, String> typed, SignedIn me, Words t, RedirectAttributes redirect) {
        var organization = me.organization();
        if (organization == null) {
            throw Refusal.conflict("account.wish.whose");
        }
        openness.wish(
                organization,
                Form.sent(typed, t).field("named", t.of("account.wish")).ticked());
        Said.done(t.of("account.wish.done")).on(redirect);
        return new ModelAndView("redirect:" + t.link(PATH));
    }

    @PostMapping("/envelopes")
    ModelAndView envelope(@RequestParam MultiValueMap<String, String> typed, Words t, RedirectAttributes redirect) {
        var form = Form.sent(typed, t);
        var envelope =
                form.field("envelope", "").sentId().orElseThrow(() -> Refusal.conflict("account.envelope.unknown"));
        boolean open = form.field("open", t.of("account.envelope.open")).ticked();
        openness.open(envelope, open);
        Said.done(open ? t.of("account.envelope.opened") : t.of("account.envelope.shut"))
                .on(redirect);
        return new ModelAndView("redirect:" + t.link(PATH));
    }

    @GetMapping("/calls/{called}")
    ModelAndView rows(@PathVariable UUID called, SignedIn me, Words t) {
        var story = openness.story(called).orElse(null);
        var form = Form.fresh(t);
        if (story != null) {
            form.with("text", story.text())
                    .with("english", story.english())
                    .with("who", story.who())
                    .withDate("consented", story.consentedOn());
        }
        return form.page("account/rows", rowsPage(called, me, t));
    }

    private RowsPage rowsPage(UUID called, SignedIn me, Words t) {
        var figures = PublicAccountPages.of(calls, called, t);
        var behind = calls.behind(called, t).orElseThrow(() -> Refusal.notFound("account.call.unknown"));
        return new RowsPage(
                me,
                figures,
                behind.covers().stream().map(cover -> row(cover, figures, t)).toList(),
                behind.confirmed().stream().map(one -> row(one, figures, t)).toList(),
                behind.paid().stream()
                        .map(paid -> new PaidRow(paid.envelope(), t.money(paid.committed()), t.money(paid.spent())))
                        .toList(),
                t.number(behind.confirmed().stream().mapToInt(Confirmed::people).sum()),
                t.money(spent(behind)),
                openness.story(called).isPresent());
    }

    private static Money spent(Behind behind) {
        return behind.paid().stream().map(CallAccount.Paid::spent).reduce(Money.ZERO, Money::plus);
    }

    private CoverRow row(Cover cover, CallAccount.Figures figures, Words t) {
        var line = line(cover.line(), figures);
        var giver = names.organization(cover.organization(), t).orElse("");
        return new CoverRow(
                line == null ? "" : line.what(),
                switch (cover.source()) {
                    case PLEDGE -> t.of("account.source.pledge");
                    case CITIZEN -> t.of("account.source.citizen");
                    case MONEY -> t.of("account.source.money");
                },
                giver,
                quantity(cover.quantity(), line, t),
                quantity(cover.delivered(), line, t),
                quantity(cover.confirmed(), line, t));
    }

    private static ConfirmedRow row(Confirmed one, CallAccount.Figures figures, Words t) {
        var line = line(one.line(), figures);
        return new ConfirmedRow(
                t.date(one.entry().day()),
                line == null ? "" : line.what(),
                quantity(one.quantity(), line, t),
                one.people(),
                one.handover(),
                one.entry().id());
    }

    private static CallAccount.@Nullable Line line(UUID id, CallAccount.Figures figures) {
        return figures.lines().stream()
                .filter(line -> line.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private static String quantity(BigDecimal quantity, CallAccount.@Nullable Line line, Words t) {
        return line == null ? t.number(quantity) : PublicAccountPages.quantity(quantity, line.unit(), line.kind(), t);
    }

    @PostMapping("/calls/{called}/story")
    ModelAndView tell(
            @PathVariable UUID called,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        var page = rowsPage(called, me, t);
        var form = Form.sent(typed, t);
        var text = form.field("text", t.of("account.story.text")).required(2_000);
        var english = form.field("english", t.of("account.story.english")).optional(2_000);
        var who = form.field("who", t.of("account.story.who")).required(200);
        var day = form.field("consented", t.of("account.story.consented")).date();
        if (form.fault("consented") == null && (day == null || day.isAfter(LocalDate.now(clock)))) {
            form.refuse("consented", t.of("account.story.fault.day"));
        }
        if (!form.field("consent", t.of("account.story.consent")).ticked()) {
            form.refuse("consent", t.of("account.story.fault.consent"));
        }
        freeText.ask(form, t, "text", "english");
        if (!form.sound() || day == null) {
            return form.again("account/rows", page);
        }
        openness.tell(called, new Story(text, english, who, day), me.member());
        Said.done(t.of("account.story.told")).on(redirect);
        return new ModelAndView("redirect:" + t.link(PATH + "/calls/" + called));
    }

    @PostMapping("/calls/{called}/story/withdrawal")
    ModelAndView untell(@PathVariable UUID called, Words t, RedirectAttributes redirect) {
        openness.untell(called);
        Said.done(t.of("account.story.withdrawn")).on(redirect);
        return new ModelAndView("redirect:" + t.link(PATH + "/calls/" + called));
    }

    @Bean
    static DeskEntry accountOfKeepers() {
        return new DeskEntry(Group.NETWORK, 38, PATH, Permission.BUDGET_KEEP, t -> t.of("account.title"));
    }

    @Bean
    static DeskEntry accountOfAskers() {
        return new DeskEntry(Group.NETWORK, 38, PATH, Permission.SUPPORT_ASK, t -> t.of("account.title"));
    }
}
