package org.opensocialnet.treasury;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.Permission;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.budget.Budget;
import org.opensocialnet.budget.BudgetDesk;
import org.opensocialnet.budget.Earmark;
import org.opensocialnet.budget.EarmarkId;
import org.opensocialnet.budget.Envelope;
import org.opensocialnet.budget.EnvelopeId;
import org.opensocialnet.budget.Outcome;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.naming.Names;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
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

/** The orders of an envelope, and a new one. */
@Controller
@RequestMapping(EnvelopePages.ENVELOPES + "/{envelope}/orders")
class OrderPages {

    private static final int PAGE = 25;

    private final Purchases purchases;
    private final PurchaseActs acts;
    private final Suppliers suppliers;
    private final Budget budget;
    private final BudgetDesk desk;
    private final MoneyWords words;

    OrderPages(
            Purchases purchases,
            PurchaseActs acts,
            Suppliers suppliers,
            Budget budget,
            BudgetDesk desk,
            MoneyWords words) {
        this.purchases = purchases;
        this.acts = acts;
        this.suppliers = suppliers;
        this.budget = budget;
        this.desk = desk;
        this.words = words;
    }

    /** What the list shows. */
    record ListPage(SignedIn me, Envelope envelope, List<Purchases.Row> rows, Paging paging) {

        String address() {
            return EnvelopePages.address(envelope.id());
        }

        boolean keeps() {
            return me.may(Permission.BUDGET_KEEP);
        }
    }

    /** What the form of an order shows: suppliers there are, and the money that was set aside for it before, if any was. */
    record NewPage(
            SignedIn me,
            Envelope envelope,
            List<Choice> categories,
            List<String> known,
            @Nullable Earmark earmark) {

        String address() {
            return EnvelopePages.address(envelope.id());
        }
    }

    @GetMapping
    ModelAndView list(
            @PathVariable("envelope") UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t) {
        var form = Form.sent(typed, t);
        var envelope = desk.envelope(new EnvelopeId(id));
        var before = form.field("before", "").sentId().orElse(null);
        var found = purchases.list(envelope.id(), before, PAGE + 1);
        var base = EnvelopePages.address(envelope.id()) + "/orders";
        return form.page(
                "treasury/orders",
                new ListPage(
                        me,
                        envelope,
                        found.stream().limit(PAGE).toList(),
                        new Paging(
                                before == null ? null : t.link(base),
                                found.size() > PAGE
                                        ? t.link(base + "?before="
                                                + found.get(PAGE - 1).id())
                                        : null)));
    }

    @GetMapping("/new")
    ModelAndView fresh(
            @PathVariable UUID envelope, @RequestParam MultiValueMap<String, String> typed, SignedIn me, Words t) {
        var form = Form.sent(typed, t);
        return form.with("key", "desk." + Uuid7.next()).page("treasury/order-new", newPage(envelope, form, me, t));
    }

    @PostMapping("/new")
    ModelAndView order(
            @PathVariable UUID envelope,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        var form = Form.sent(typed, t);
        var page = newPage(envelope, form, me, t);
        var id = keyed(form, "what-0", t);
        var order = new OrderForm(form, t).order(id, page);
        if (order == null) {
            return form.again("treasury/order-new", page);
        }
        try {
            var waits = acts.order(order) instanceof Outcome.Waits;
            Said.done(waits ? t.of("treasury.ordered.waits") : t.of("treasury.ordered"))
                    .on(redirect);
            return new ModelAndView("redirect:" + t.link(OrderStepPages.address(id)));
        } catch (Refusal refusal) {
            refuse(form, refusal, "what-0", t);
            return form.again("treasury/order-new", page);
        }
    }

    /** The budget speaks of an amount and a day; on these pages they stand under other names. */
    static void refuse(Form form, Refusal refusal, String instead, Words t) {
        if (refusal.kind() == Refusal.Kind.NOT_FOUND) {
            throw refusal;
        }
        var general = List.of("", "amount", "day").contains(refusal.field());
        form.refuse(general ? instead : refusal.field(), t.of(refusal.key(), refusal.arguments()));
    }

    static UUID keyed(Form form, String field, Words t) {
        var key = form.typed("key");
        if (key.matches("desk\\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            return UUID.fromString(key.substring("desk.".length()));
        }
        var fresh = Uuid7.next();
        form.with("key", "desk." + fresh).refuse(field, t.of("treasury.fault.again"));
        return fresh;
    }

    private NewPage newPage(UUID id, Form form, SignedIn me, Words t) {
        var envelope = desk.envelope(new EnvelopeId(id));
        var earmark = form.field("earmark", "").sentId().map(EarmarkId::new).map(one -> found(one, envelope));
        return new NewPage(
                me,
                envelope,
                earmark.map(one -> List.of(chosen(one, t))).orElseGet(() -> offered(envelope, t)),
                suppliers.of(envelope.organization()).stream()
                        .map(Suppliers.Supplier::name)
                        .distinct()
                        .toList(),
                earmark.orElse(null));
    }

    private Earmark found(EarmarkId earmark, Envelope envelope) {
        return budget.earmark(earmark)
                .filter(one -> one.envelope().equals(envelope.id()))
                .orElseThrow(() -> Refusal.notFound("treasury.unknown"));
    }

    private Choice chosen(Earmark earmark, Words t) {
        var code = earmark.purpose().category();
        return new Choice(code, Names.of(words.categories(t), code));
    }

    private List<Choice> offered(Envelope envelope, Words t) {
        var allowed = envelope.terms().categories();
        var categories = new ArrayList<>(words.categories(t));
        if (!allowed.isEmpty()) {
            categories.removeIf(one -> !allowed.contains(one.value()));
            allowed.stream()
                    .filter(code ->
                            categories.stream().noneMatch(one -> one.value().equals(code)))
                    .forEach(code -> categories.add(new Choice(code, code)));
        }
        return categories;
    }
}
