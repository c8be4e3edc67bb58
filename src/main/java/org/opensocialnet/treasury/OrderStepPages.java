package org.opensocialnet.treasury;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.Permission;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.budget.Budget;
import org.opensocialnet.budget.BudgetDesk;
import org.opensocialnet.budget.Earmark;
import org.opensocialnet.budget.Envelope;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.treasury.Purchase.Invoice;
import org.opensocialnet.treasury.ThreeWay.Difference;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
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

/** One order on its way: received, billed, paid, closed. */
@Controller
@RequestMapping(OrderStepPages.PATH + "/{purchase}")
class OrderStepPages {

    static final String PATH = EnvelopePages.PATH + "/orders";

    private final PurchaseActs acts;
    private final Budget budget;
    private final BudgetDesk desk;
    private final Clock clock;

    OrderStepPages(PurchaseActs acts, Budget budget, BudgetDesk desk, Clock clock) {
        this.acts = acts;
        this.budget = budget;
        this.desk = desk;
        this.clock = clock;
    }

    /** A bill with what it must answer for, in words. */
    record Checked(Invoice invoice, List<String> differences) {}

    /** What the page of one order shows. */
    record OnePage(
            SignedIn me, Envelope envelope, Purchase purchase, Earmark earmark, List<Checked> invoices, String key) {

        String address() {
            return OrderStepPages.address(purchase.id());
        }

        boolean keeps() {
            return me.may(Permission.BUDGET_KEEP) && !purchase.closed();
        }

        /** The first that is not paid yet: one is paid at a time. */
        boolean pays(Checked checked) {
            return keeps()
                    && invoices.stream()
                            .filter(one -> one.invoice().paidOn() == null)
                            .findFirst()
                            .equals(Optional.of(checked));
        }

        /** The commitment waits for a second person, or was not let pass. */
        boolean waits() {
            return !purchase.closed() && earmark.reserved().isPositive();
        }
    }

    static String address(UUID purchase) {
        return PATH + "/" + purchase;
    }

    @GetMapping
    ModelAndView one(@PathVariable UUID purchase, SignedIn me, Words t) {
        var today = LocalDate.now(clock);
        return Form.fresh(t)
                .withDate("received", today)
                .withDate("dated", today)
                .withDate("paid", today)
                .page("treasury/order", onePage(purchase, me, t));
    }

    @PostMapping("/receipt")
    ModelAndView receive(
            @PathVariable UUID purchase,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        var form = Form.sent(typed, t);
        var page = onePage(purchase, me, t);
        var id = OrderPages.keyed(form, "received", t);
        var on = day(form, "received", t.of("treasury.received.on"), t);
        var quantities = new OrderForm(form, t).received(page.purchase());
        if (!form.sound() || on == null) {
            return form.again("treasury/order", page);
        }
        return acted(
                form,
                page,
                redirect,
                t,
                t.of("treasury.received.done"),
                () -> acts.receive(id, purchase, on, quantities));
    }

    @PostMapping("/invoice")
    ModelAndView bill(
            @PathVariable UUID purchase,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        var form = Form.sent(typed, t);
        var page = onePage(purchase, me, t);
        var id = OrderPages.keyed(form, "invoice", t);
        var number = form.field("invoice", t.of("treasury.invoice.number")).required(60);
        var dated = day(form, "dated", t.of("treasury.invoice.dated"), t);
        var lines = new OrderForm(form, t).billed(page.purchase());
        if (!form.sound() || dated == null) {
            return form.again("treasury/order", page);
        }
        return acted(
                form,
                page,
                redirect,
                t,
                t.of("treasury.invoice.done"),
                () -> acts.bill(id, purchase, number, dated, lines));
    }

    @PostMapping("/payment")
    ModelAndView pay(
            @PathVariable UUID purchase,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        var form = Form.sent(typed, t);
        var page = onePage(purchase, me, t);
        var key = "desk." + OrderPages.keyed(form, "paid", t);
        var invoice = form.field("pays", "").sentId();
        if (invoice.isEmpty()) {
            form.refuse("paid", t.of("treasury.fault.again"));
        }
        var on = day(form, "paid", t.of("treasury.paid.on"), t);
        var why = form.field("why", t.of("treasury.why")).optional(200);
        if (!form.sound() || on == null || invoice.isEmpty()) {
            return form.again("treasury/order", page);
        }
        return acted(
                form,
                page,
                redirect,
                t,
                t.of("treasury.paid.done"),
                () -> acts.pay(purchase, invoice.get(), on, why, key));
    }

    @PostMapping("/closing")
    ModelAndView close(
            @PathVariable UUID purchase,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        var form = Form.sent(typed, t);
        var page = onePage(purchase, me, t);
        return acted(form, page, redirect, t, t.of("treasury.order.closed"), () -> acts.close(purchase));
    }

    private ModelAndView acted(
            Form form, OnePage page, RedirectAttributes redirect, Words t, String done, Runnable act) {
        try {
            act.run();
        } catch (Refusal refusal) {
            OrderPages.refuse(form, refusal, "paid", t);
            return form.again("treasury/order", page);
        }
        Said.done(done).on(redirect);
        return new ModelAndView("redirect:" + t.link(page.address()));
    }

    private static @Nullable LocalDate day(Form form, String name, String label, Words t) {
        var day = form.field(name, label).date();
        if (day == null && form.fault(name) == null) {
            form.refuse(name, t.of("workspace.fault.missing", label));
        }
        return day;
    }

    private OnePage onePage(UUID id, SignedIn me, Words t) {
        var purchase = acts.get(id);
        return new OnePage(
                me,
                desk.envelope(purchase.envelope()),
                purchase,
                budget.earmark(purchase.earmark()).orElseThrow(() -> Refusal.notFound("treasury.unknown")),
                purchase.invoices().stream()
                        .map(one -> new Checked(
                                one,
                                ThreeWay.of(purchase, one).stream()
                                        .map(difference -> said(difference, t))
                                        .toList()))
                        .toList(),
                "desk." + Uuid7.next());
    }

    private static String said(Difference difference, Words t) {
        return switch (difference) {
            case Difference.MoreReceived(var what, var ordered, var received) ->
                t.of("treasury.differs.more-received", what, ordered, received);
            case Difference.NotReceived(var what, var received, var billed) ->
                t.of("treasury.differs.not-received", what, received, billed);
            case Difference.MoreBilled(var what, var ordered, var billed) ->
                t.of("treasury.differs.more-billed", what, ordered, billed);
            case Difference.OtherPrice(var what, var agreed, var billed) ->
                t.of("treasury.differs.price", what, agreed, billed);
            case Difference.BeforeOrder(var ordered, var dated) -> t.of("treasury.differs.before", ordered, dated);
        };
    }
}
