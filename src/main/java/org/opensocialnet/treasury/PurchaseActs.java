package org.opensocialnet.treasury;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.budget.ActDecided;
import org.opensocialnet.budget.Budget;
import org.opensocialnet.budget.EnvelopeId;
import org.opensocialnet.budget.Movement;
import org.opensocialnet.budget.Outcome;
import org.opensocialnet.budget.Purpose;
import org.opensocialnet.kernel.Money;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.treasury.Purchase.Billed;
import org.opensocialnet.treasury.Purchase.Invoice;
import org.opensocialnet.treasury.Purchase.Ordered;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Buying: an order commits money, a receipt and an invoice are held against it, a payment spends. */
@Component
@Transactional
class PurchaseActs {

    private static final String ROOM = "treasury";
    private static final Money MOST = Money.euros("1000000000");

    private final Purchases purchases;
    private final Suppliers suppliers;
    private final Budget budget;
    private final Trail trail;
    private final Clock clock;

    /** What an order says; its id is its form's, so that sent twice it is one. */
    record Order(
            UUID id,
            EnvelopeId envelope,
            String category,
            String supplier,
            String afm,
            String number,
            List<Ordered> lines) {

        Money total() {
            return lines.stream().map(Ordered::total).reduce(Money.ZERO, Money::plus);
        }
    }

    PurchaseActs(Purchases purchases, Suppliers suppliers, Budget budget, Trail trail, Clock clock) {
        this.purchases = purchases;
        this.suppliers = suppliers;
        this.budget = budget;
        this.trail = trail;
        this.clock = clock;
    }

    /** Reserves and commits the order's sum; above the amount of two persons the commitment waits. */
    Outcome order(Order order) {
        var key = ROOM + ".order." + order.id();
        if (purchases.find(order.id()).isEmpty()) {
            if (purchases.numbered(order.envelope(), order.number())) {
                throw Refusal.wrong("treasury.fault.number", "number");
            }
            var supplier = suppliers.of(order.supplier(), order.afm());
            var purpose = Purpose.of(ROOM, order.id(), order.category()).paying(supplier);
            var earmark = budget.reserve(order.envelope(), order.total(), purpose, key + ".reserve");
            purchases.add(new Purchase(
                    order.id(),
                    order.envelope(),
                    earmark,
                    supplier,
                    order.supplier(),
                    order.number(),
                    LocalDate.now(clock),
                    order.total(),
                    false,
                    order.lines(),
                    List.of(),
                    List.of()));
            trail.note(Act.on("treasury.purchase.made", "purchase", order.id()));
        }
        return budget.commit(get(order.id()).earmark(), order.total(), key + ".commit");
    }

    void receive(UUID id, UUID purchase, LocalDate on, Map<Integer, BigDecimal> quantities) {
        mustBeOpen(held(purchase));
        mustBePast(on, "received");
        if (quantities.isEmpty()) {
            throw Refusal.wrong("treasury.fault.nothing-received", "received-0");
        }
        if (purchases.receive(id, purchase, on, quantities)) {
            trail.note(Act.on("treasury.purchase.received", "purchase", purchase));
        }
    }

    void bill(UUID id, UUID purchase, String number, LocalDate dated, List<Billed> lines) {
        var bought = held(purchase);
        mustBeOpen(bought);
        mustBePast(dated, "dated");
        if (bought.invoices().stream().anyMatch(one -> one.id().equals(id))) {
            return;
        }
        if (purchases.billed(bought.supplier(), number)) {
            throw Refusal.wrong("treasury.fault.invoice-twice", "invoice");
        }
        var total = lines.stream().map(Billed::total).reduce(Money.ZERO, Money::plus);
        if (!total.isPositive()) {
            throw Refusal.wrong("treasury.fault.nothing-billed", "billed-0");
        }
        if (total.compareTo(MOST) > 0) {
            throw Refusal.wrong("budget.fault.huge", "billed-0", MOST);
        }
        purchases.bill(bought, new Invoice(id, number, dated, total, null, lines));
        trail.note(Act.on("treasury.purchase.billed", "purchase", purchase));
    }

    /** Pays an invoice. Where order, receipt and invoice differ it says why, and a second person must agree. */
    Outcome pay(UUID purchase, UUID invoice, LocalDate on, String why, String key) {
        var bought = held(purchase);
        var bill = bought.invoices().stream()
                .filter(one -> one.id().equals(invoice))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("treasury.unknown"));
        if (bill.paidOn() != null) {
            throw Refusal.wrong("treasury.fault.paid-already", "paid", bill.paidOn());
        }
        if (on.isBefore(bill.dated())) {
            throw Refusal.wrong("treasury.fault.paid-before", "paid", bill.dated());
        }
        var differs = !ThreeWay.of(bought, bill).isEmpty();
        if (differs && why.isBlank()) {
            throw Refusal.wrong("treasury.fault.why", "why");
        }
        var outcome = differs
                ? budget.spendIfASecondAgrees(bought.earmark(), bill.total(), on, why, key)
                : budget.spend(bought.earmark(), bill.total(), on, key);
        purchases.pay(
                invoice,
                on,
                switch (outcome) {
                    case Outcome.Done(var act) -> act;
                    case Outcome.Waits(var act) -> act;
                },
                why);
        return outcome;
    }

    /** Nothing more is expected: what was committed and is unpaid becomes free again. */
    void close(UUID purchase) {
        var bought = held(purchase);
        mustBeOpen(bought);
        var earmark = budget.earmark(bought.earmark()).orElseThrow(() -> Refusal.notFound("treasury.unknown"));
        var left = earmark.reserved().plus(earmark.committed());
        if (left.isPositive()) {
            budget.release(earmark.id(), left, ROOM + ".close." + purchase);
        }
        purchases.close(purchase);
        trail.note(Act.on("treasury.purchase.closed", "purchase", purchase));
    }

    /** Whoever pays second, from another page of the same invoice, reads that it is paid. */
    private Purchase held(UUID id) {
        purchases.hold(id);
        return get(id);
    }

    Purchase get(UUID id) {
        return purchases.find(id).orElseThrow(() -> Refusal.notFound("treasury.unknown"));
    }

    /** In the transaction of the decision: a payment that was refused was none. */
    @EventListener
    void decided(ActDecided decided) {
        if (!decided.granted()
                && decided.movement() == Movement.SPENT
                && decided.room().equals(ROOM)) {
            purchases.unpay(decided.act());
        }
    }

    private static void mustBeOpen(Purchase purchase) {
        if (purchase.closed()) {
            throw Refusal.wrong("treasury.fault.closed", "received-0");
        }
    }

    private void mustBePast(LocalDate day, String field) {
        if (day.getYear() < 2000) {
            throw Refusal.wrong("budget.fault.years", field);
        }
        if (day.isAfter(LocalDate.now(clock))) {
            throw Refusal.wrong("budget.fault.future", field);
        }
    }
}
