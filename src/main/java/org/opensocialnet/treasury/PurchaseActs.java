package org.opensocialnet.treasury;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.budget.ActDecided;
import org.opensocialnet.budget.Budget;
import org.opensocialnet.budget.BudgetDesk;
import org.opensocialnet.budget.EarmarkId;
import org.opensocialnet.budget.EnvelopeId;
import org.opensocialnet.budget.Movement;
import org.opensocialnet.budget.Outcome;
import org.opensocialnet.budget.Purpose;
import org.opensocialnet.kernel.Money;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.treasury.Purchase.Billed;
import org.opensocialnet.treasury.Purchase.Invoice;
import org.opensocialnet.treasury.Purchase.Ordered;
import org.springframework.context.ApplicationEventPublisher;
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
    private final PurchaseEntries entries;
    private final Suppliers suppliers;
    private final Budget budget;
    private final BudgetDesk desk;
    private final Trail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /**
     * What an order says; its id is its form's, so that sent twice it is one.
     *
     * @param earmark what was set aside for it before; none where it is reserved together with the order
     * @param another somebody says that the supplier is none of those that are called alike
     */
    record Order(
            UUID id,
            EnvelopeId envelope,
            @Nullable EarmarkId earmark,
            String category,
            String supplier,
            String afm,
            boolean another,
            String number,
            List<Ordered> lines) {

        Money total() {
            return lines.stream().map(Ordered::total).reduce(Money.ZERO, Money::plus);
        }
    }

    PurchaseActs(
            Purchases purchases,
            PurchaseEntries entries,
            Suppliers suppliers,
            Budget budget,
            BudgetDesk desk,
            Trail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.purchases = purchases;
        this.entries = entries;
        this.suppliers = suppliers;
        this.budget = budget;
        this.desk = desk;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /** Reserves what was not set aside before, and commits the order's sum; above the amount of two persons that waits. */
    Outcome order(Order order) {
        purchases.holdNew(order.id());
        var key = ROOM + ".order." + order.id();
        if (purchases.find(order.id()).isEmpty()) {
            var keeps = desk.envelope(order.envelope()).organization();
            var supplier = suppliers.meant(keeps, order.supplier(), order.afm(), order.another());
            var earmark = setAside(order, supplier, key);
            if (purchases.numbered(order.envelope(), order.number())) {
                throw Refusal.wrong("treasury.fault.number", "number");
            }
            entries.add(
                    new Purchase(
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
                            List.of()),
                    keeps);
            trail.note(Act.on("treasury.purchase.made", "purchase", order.id()));
        }
        return budget.commit(get(order.id()).earmark(), order.total(), key + ".commit");
    }

    /** What the order is paid from: of what another room set aside, or new. The envelope is held from here on. */
    private EarmarkId setAside(Order order, UUID supplier, String key) {
        var earmark = order.earmark();
        if (earmark == null) {
            var purpose = Purpose.of(ROOM, order.id(), order.category()).paying(supplier);
            return budget.reserve(order.envelope(), order.total(), purpose, key + ".reserve");
        }
        var stands = budget.earmark(earmark)
                .filter(one -> one.envelope().equals(order.envelope()))
                .orElseThrow(() -> Refusal.notFound("treasury.unknown"));
        if (order.total().compareTo(stands.reserved()) > 0) {
            throw Refusal.wrong("budget.refused.reserved", "what-0", stands.reserved());
        }
        budget.pays(earmark, supplier);
        if (purchases.of(earmark).isPresent()) {
            throw Refusal.wrong("treasury.fault.ordered", "what-0");
        }
        return earmark;
    }

    void receive(UUID id, UUID purchase, LocalDate on, Map<Integer, BigDecimal> quantities) {
        mustBeOpen(held(purchase));
        mustBePast(on, "received");
        if (quantities.isEmpty()) {
            throw Refusal.wrong("treasury.fault.nothing-received", "received-0");
        }
        if (entries.receive(id, purchase, on, quantities)) {
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
        entries.bill(bought, new Invoice(id, number, dated, total, null, null, lines));
        trail.note(Act.on("treasury.purchase.billed", "purchase", purchase));
    }

    /** Pays an invoice. Where order, receipt and invoice differ it says why, and a second person must agree. */
    Outcome pay(UUID purchase, UUID invoice, LocalDate on, String why, String key) {
        var bought = held(purchase);
        var bill = bought.invoices().stream()
                .filter(one -> one.id().equals(invoice))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("treasury.unknown"));
        var before = budget.outcome(key);
        if (bill.paidOn() != null
                && before.filter(one -> one.act().equals(bill.act())).isPresent()) {
            return before.get();
        }
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
        entries.pay(invoice, on, outcome.act(), why);
        return outcome;
    }

    /**
     * Nothing more is expected: what was committed and is unpaid becomes free again. A payment that waits is decided before; a
     * commitment that waits is asked for no longer.
     */
    void close(UUID purchase) {
        var bought = held(purchase);
        if (bought.closed()) {
            return;
        }
        var earmark = bought.earmark();
        if (budget.waits(earmark, Movement.SPENT)) {
            throw Refusal.wrong("treasury.fault.payment-waits", "closing");
        }
        budget.takeBack(earmark, Movement.COMMITTED);
        var stands = budget.earmark(earmark).orElseThrow(() -> Refusal.notFound("treasury.unknown"));
        var left = stands.reserved().plus(stands.committed());
        if (left.isPositive()) {
            budget.release(earmark, left, ROOM + ".close." + purchase);
        }
        entries.close(purchase);
        trail.note(Act.on("treasury.purchase.closed", "purchase", purchase));
        events.publishEvent(PurchaseClosed.of(bought));
    }

    /** Whoever pays second, from another page of the same invoice, reads that it is paid. */
    private Purchase held(UUID id) {
        purchases.hold(id);
        return get(id);
    }

    Purchase get(UUID id) {
        return purchases.find(id).orElseThrow(() -> Refusal.notFound("treasury.unknown"));
    }

    /**
     * In the transaction of the decision: a payment that was refused was none, and an order whose money another room set aside
     * and now takes back is over.
     */
    @EventListener
    void decided(ActDecided decided) {
        if (decided.granted()) {
            return;
        }
        if (decided.movement() == Movement.SPENT) {
            entries.unpay(decided.act());
        } else if (decided.movement() == Movement.COMMITTED
                && !decided.room().equals(ROOM)
                && decided.earmark() != null) {
            purchases.of(decided.earmark()).ifPresent(entries::close);
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
