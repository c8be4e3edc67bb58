package org.opensocialnet.treasury;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.Permission;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.budget.Balances;
import org.opensocialnet.budget.Budget;
import org.opensocialnet.budget.BudgetDesk;
import org.opensocialnet.budget.Envelope;
import org.opensocialnet.budget.EnvelopeId;
import org.opensocialnet.budget.Statement;
import org.opensocialnet.budget.Statement.Closing;
import org.opensocialnet.budget.Statement.Entry;
import org.opensocialnet.budget.Statement.Standing;
import org.opensocialnet.budget.Terms;
import org.opensocialnet.desk.DeskEntry;
import org.opensocialnet.desk.DeskEntry.Group;
import org.opensocialnet.kernel.Money;
import org.opensocialnet.naming.Names;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Choice;
import org.opensocialnet.workspace.Items.Fact;
import org.opensocialnet.workspace.Items.Paging;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The envelopes of the city, and one of them: what is left, by when it must be spent, where it goes. */
@Controller
@RequestMapping(EnvelopePages.PATH)
class EnvelopePages {

    static final String PATH = "/desk/budget";
    static final String ENVELOPES = PATH + "/envelopes";

    private static final int PAGE = 25;
    private static final int LINES = 15;
    private static final int SOON = 60;

    private final Budget budget;
    private final BudgetDesk desk;
    private final Statement statement;
    private final MoneyWords words;
    private final Clock clock;

    EnvelopePages(Budget budget, BudgetDesk desk, Statement statement, MoneyWords words, Clock clock) {
        this.budget = budget;
        this.desk = desk;
        this.statement = statement;
        this.words = words;
        this.clock = clock;
    }

    /** What the list shows; waiting: acts that wait for a second person. */
    record ListPage(SignedIn me, List<Row> rows, int waiting, Paging paging) {

        boolean keeps() {
            return me.may(Permission.BUDGET_KEEP);
        }
    }

    /** One envelope in the list. */
    record Row(
            String path,
            String name,
            String payBy,
            Balances balances,
            @Nullable String hurry) {}

    /** What the page of one envelope shows. */
    record OnePage(
            SignedIn me,
            Envelope envelope,
            Outlook outlook,
            Picture picture,
            List<Fact> rules,
            List<Part> parts,
            List<Line> lines,
            List<Closing> closings,
            Paging paging) {

        boolean keeps() {
            return me.may(Permission.BUDGET_KEEP);
        }

        String address() {
            return EnvelopePages.address(envelope.id());
        }
    }

    /** What a funder gave and what of it was paid. */
    record Part(String name, String share, Money granted, Money spent) {}

    /** One act in the list. */
    record Line(String day, String what, String about, Money amount) {}

    @GetMapping
    ModelAndView list(@RequestParam MultiValueMap<String, String> typed, SignedIn me, Words t) {
        var form = Form.sent(typed, t);
        int page = page(form);
        var today = LocalDate.now(clock);
        var found = statement.standing(today, page, PAGE + 1);
        var rows = found.stream().limit(PAGE).map(one -> row(one, today, t)).toList();
        return form.page(
                "treasury/list",
                new ListPage(
                        me,
                        rows,
                        statement.waiting(100).size(),
                        new Paging(
                                page > 1 ? t.link(PATH) : null,
                                found.size() > PAGE ? t.link(PATH + "?page=" + (page + 1)) : null)));
    }

    private static int page(Form form) {
        return form.typed("page").matches("[1-9]\\d{0,5}") ? Integer.parseInt(form.typed("page")) : 1;
    }

    private static Row row(Standing one, LocalDate today, Words t) {
        return new Row(
                address(one.id()),
                Envelope.named(one.name(), one.english(), t),
                t.date(one.payBy()),
                one.balances(),
                hurry(one, today, t));
    }

    private static @Nullable String hurry(Standing one, LocalDate today, Words t) {
        if (!one.balances().unspent().isPositive()) {
            return null;
        }
        var days = ChronoUnit.DAYS.between(today, one.payBy());
        return days < 0 ? t.of("treasury.list.over") : days <= SOON ? t.of("treasury.list.soon", days) : null;
    }

    static String address(EnvelopeId id) {
        return ENVELOPES + "/" + id.value();
    }

    @GetMapping("/envelopes/{envelope}")
    ModelAndView one(
            @PathVariable("envelope") UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t) {
        var form = Form.sent(typed, t);
        var envelope = desk.envelope(new EnvelopeId(id));
        var stands = budget.balances(envelope.id());
        var outlook = outlook(envelope, stands);
        var after = form.field("after", "").sentId().orElse(null);
        var day = form.field("after-day", "").date();
        var categories = words.categories(t);
        var entries =
                statement.entries(envelope.id(), after == null ? null : day, day == null ? null : after, LINES + 1);
        return form.page(
                "treasury/envelope",
                new OnePage(
                        me,
                        envelope,
                        outlook,
                        Picture.of(outlook),
                        rules(envelope, t),
                        parts(envelope, stands, t),
                        entries.stream()
                                .limit(LINES)
                                .map(entry -> line(envelope.id(), entry, categories, t))
                                .toList(),
                        desk.closings(envelope.id()),
                        paging(envelope.id(), entries, after != null, t)));
    }

    Outlook outlook(Envelope envelope, Balances stands) {
        var today = LocalDate.now(clock);
        var before = statement.spentBefore(envelope.id(), today.minusDays(Outlook.DAYS));
        return new Outlook(
                stands,
                envelope.terms().starts(),
                envelope.terms().payBy(),
                today,
                statement.months(envelope.id()),
                stands.spent().minus(before));
    }

    private static Paging paging(EnvelopeId envelope, List<Entry> entries, boolean later, Words t) {
        var last = entries.size() > LINES ? entries.get(LINES - 1) : null;
        return new Paging(
                later ? t.link(address(envelope) + "#movements") : null,
                last == null
                        ? null
                        : t.link(address(envelope) + "?after=" + last.act() + "&after-day=" + last.day()
                                + "#movements"));
    }

    private static Line line(EnvelopeId seen, Entry entry, List<Choice> categories, Words t) {
        var purpose = entry.purpose();
        var about = purpose != null
                ? Names.of(categories, purpose.category())
                : entry.name().isEmpty() || entry.otherName().isEmpty()
                        ? entry.note()
                        : entry.envelope().equals(seen)
                                ? t.of(
                                        "treasury.movement.to",
                                        Envelope.named(entry.otherName(), entry.otherEnglish(), t))
                                : t.of("treasury.movement.from", Envelope.named(entry.name(), entry.english(), t));
        return new Line(t.date(entry.day()), MoneyWords.of(entry.movement(), t), about, entry.amount());
    }

    static List<Part> parts(Envelope envelope, Balances stands, Words t) {
        var shares = envelope.terms().shares();
        var granted = shares.split(stands.granted());
        var spent = shares.split(stands.spent());
        var parts = new ArrayList<Part>();
        int place = 0;
        for (var funder : envelope.terms().funders()) {
            parts.add(new Part(
                    Envelope.named(funder.name(), funder.english(), t),
                    percent(funder.points(), t),
                    granted.get(place),
                    spent.get(place)));
            place++;
        }
        return parts;
    }

    static String percent(int points, Words t) {
        return t.of("treasury.percent", t.number(points / 100.0));
    }

    List<Fact> rules(Envelope envelope, Words t) {
        var terms = envelope.terms();
        var rules = new ArrayList<Fact>();
        if (!terms.programme().isBlank()) {
            rules.add(new Fact(t.of("treasury.programme"), terms.programme()));
        }
        rules.add(new Fact(
                t.of("treasury.period"), t.of("treasury.period.of", terms.starts(), terms.until(), terms.payBy())));
        rules.add(new Fact(t.of("treasury.categories"), all(words.categories(t), terms.categories(), t)));
        rules.add(new Fact(t.of("treasury.groups"), all(words.groups(t), terms.groups(), t)));
        rules.add(new Fact(t.of("treasury.zones"), all(words.zones(t), terms.zones(), t)));
        for (var ceiling : terms.ceilings()) {
            var whom = ceiling.whom().isEmpty()
                    ? t.of("treasury.ceiling.each")
                    : Names.of(words.categories(t), ceiling.whom());
            rules.add(new Fact(ceilingName(ceiling, t), t.of("treasury.ceiling.of", whom, ceiling.amount())));
        }
        var closed = envelope.closedThrough();
        if (closed != null) {
            rules.add(new Fact(t.of("treasury.closed"), t.of("treasury.closed.through", closed)));
        }
        return rules;
    }

    static String ceilingName(Terms.Ceiling ceiling, Words t) {
        return switch (ceiling.kind()) {
            case CATEGORY -> t.of("treasury.ceiling.category");
            case BENEFICIARY -> t.of("treasury.ceiling.beneficiary");
            case SUPPLIER -> t.of("treasury.ceiling.supplier");
        };
    }

    private static String all(List<Choice> choices, List<String> codes, Words t) {
        return codes.isEmpty() ? t.of("treasury.any") : String.join(", ", MoneyWords.names(choices, codes));
    }

    @Bean
    static DeskEntry budgetEntry() {
        return new DeskEntry(Group.NETWORK, 30, PATH, Permission.BUDGET_READ, t -> t.of("treasury.title"));
    }
}
