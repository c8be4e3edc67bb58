package org.opensocialnet.treasury;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.opensocialnet.access.Permission;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.budget.BudgetDesk;
import org.opensocialnet.budget.Envelope;
import org.opensocialnet.budget.EnvelopeId;
import org.opensocialnet.budget.Outcome;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
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

/** The orders of an envelope, and a new one. */
@Controller
@RequestMapping(OrderPages.PATH)
class OrderPages {

    static final String PATH = EnvelopePages.PATH + "/orders";

    private static final int PAGE = 25;

    private final Purchases purchases;
    private final PurchaseActs acts;
    private final Suppliers suppliers;
    private final BudgetDesk desk;
    private final MoneyWords words;

    OrderPages(Purchases purchases, PurchaseActs acts, Suppliers suppliers, BudgetDesk desk, MoneyWords words) {
        this.purchases = purchases;
        this.acts = acts;
        this.suppliers = suppliers;
        this.desk = desk;
        this.words = words;
    }

    /** What the list shows. */
    record ListPage(SignedIn me, Envelope envelope, List<Purchases.Row> rows, Paging paging) {

        String id() {
            return envelope.id().value().toString();
        }

        boolean keeps() {
            return me.may(Permission.BUDGET_KEEP);
        }
    }

    /** What the form of an order shows; known: suppliers there are, for the browser to offer. */
    record NewPage(SignedIn me, Envelope envelope, List<Choice> categories, List<String> known) {

        String id() {
            return envelope.id().value().toString();
        }
    }

    @GetMapping
    ModelAndView list(@RequestParam MultiValueMap<String, String> typed, SignedIn me, Words t) {
        var form = Form.sent(typed, t);
        var envelope = envelope(form);
        var before = form.field("before", "").sentId().orElse(null);
        var found = purchases.list(envelope.id(), before, PAGE + 1);
        var base = PATH + "?envelope=" + envelope.id().value();
        return form.page(
                "treasury/orders",
                new ListPage(
                        me,
                        envelope,
                        found.stream().limit(PAGE).toList(),
                        new Paging(
                                before == null ? null : t.link(base),
                                found.size() > PAGE
                                        ? t.link(base + "&before="
                                                + found.get(PAGE - 1).id())
                                        : null)));
    }

    @GetMapping("/new")
    ModelAndView fresh(@RequestParam MultiValueMap<String, String> typed, SignedIn me, Words t) {
        var form = Form.sent(typed, t);
        return form.with("key", "desk." + Uuid7.next()).page("treasury/order-new", newPage(form, me, t));
    }

    @PostMapping("/new")
    ModelAndView order(
            SignedIn me, @RequestParam MultiValueMap<String, String> typed, Words t, RedirectAttributes redirect) {
        var form = Form.sent(typed, t);
        var page = newPage(form, me, t);
        var id = keyed(form, "what-0", t);
        var order = new OrderForm(form, t).order(id, page.envelope().id(), page.categories());
        if (order == null) {
            return form.again("treasury/order-new", page);
        }
        try {
            var waits = acts.order(order) instanceof Outcome.Waits;
            Said.done(waits ? t.of("treasury.ordered.waits") : t.of("treasury.ordered"))
                    .on(redirect);
            return to(id, t);
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

    static ModelAndView to(UUID order, Words t) {
        return new ModelAndView("redirect:" + t.link(PATH + "/one?order=" + order));
    }

    private Envelope envelope(Form form) {
        return desk.envelope(new EnvelopeId(EnvelopePages.asked(form, "envelope")));
    }

    private NewPage newPage(Form form, SignedIn me, Words t) {
        var envelope = envelope(form);
        var allowed = envelope.terms().categories();
        var categories = new ArrayList<>(words.categories(t));
        if (!allowed.isEmpty()) {
            categories.removeIf(one -> !allowed.contains(one.value()));
            allowed.stream()
                    .filter(code ->
                            categories.stream().noneMatch(one -> one.value().equals(code)))
                    .forEach(code -> categories.add(new Choice(code, code)));
        }
        return new NewPage(
                me,
                envelope,
                categories,
                suppliers.all().stream()
                        .map(Suppliers.Supplier::name)
                        .distinct()
                        .toList());
    }
}
