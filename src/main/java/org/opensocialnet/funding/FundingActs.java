package org.opensocialnet.funding;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.budget.Budget;
import org.opensocialnet.budget.BudgetDesk;
import org.opensocialnet.budget.Earmark;
import org.opensocialnet.budget.EarmarkId;
import org.opensocialnet.budget.EnvelopeId;
import org.opensocialnet.budget.Movement;
import org.opensocialnet.budget.Outcome;
import org.opensocialnet.budget.Purpose;
import org.opensocialnet.kernel.Money;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.support.Calls;
import org.opensocialnet.support.Calls.LineFacts;
import org.opensocialnet.support.Cover.Source;
import org.opensocialnet.support.Covering;
import org.opensocialnet.treasury.Orders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Paying what is open of a line. Money set aside covers at once; the budget and the line's cover change in one transaction, or
 * neither does. What is bought is ordered in the treasury; euros that were asked for themselves are granted and paid here.
 */
@Component
@Transactional
class FundingActs {

    static final String ROOM = "funding";

    private final PaidParts parts;
    private final Budget budget;
    private final BudgetDesk desk;
    private final Orders orders;
    private final Calls calls;
    private final Covering covering;
    private final Trail trail;

    /** So much of a line, for so much of an envelope's money; the key is the form's, so that sent twice it is one. */
    record Wish(UUID line, EnvelopeId envelope, BigDecimal quantity, Money amount, String key) {}

    FundingActs(
            PaidParts parts,
            Budget budget,
            BudgetDesk desk,
            Orders orders,
            Calls calls,
            Covering covering,
            Trail trail) {
        this.parts = parts;
        this.budget = budget;
        this.desk = desk;
        this.orders = orders;
        this.calls = calls;
        this.covering = covering;
        this.trail = trail;
    }

    EarmarkId reserve(Wish wish) {
        var line = calls.line(wish.line()).orElseThrow(FundingActs::unknown);
        var keeper = desk.envelope(wish.envelope()).organization();
        var earmark = budget.reserve(wish.envelope(), wish.amount(), purpose(line), wish.key());
        if (parts.find(earmark).isPresent()) {
            return earmark;
        }
        if (wish.quantity().compareTo(line.open()) > 0) {
            throw Refusal.wrong(
                    "funding.fault.too-much", "quantity", line.open().stripTrailingZeros());
        }
        var cover = covering.cover(
                line.id(),
                Source.MONEY,
                earmark.value(),
                keeper,
                wish.envelope().value(),
                true,
                wish.quantity());
        parts.add(new Part(
                earmark,
                cover,
                line.request(),
                line.id(),
                wish.envelope(),
                keeper,
                isMoney(line),
                wish.quantity(),
                wish.amount()));
        trail.note(Act.on("funding.part.reserved", "support-request", line.request()));
        return earmark;
    }

    /** The asker's ceiling counts all that is paid for it; where nobody is named, all that is paid for the request. */
    private static Purpose purpose(LineFacts line) {
        var whom = line.receiver() == null ? line.request() : line.receiver();
        var purpose = Purpose.of(ROOM, line.id(), line.serviceType())
                .where(line.group(), line.zone())
                .benefiting(whom);
        return isMoney(line) ? purpose.paying(whom) : purpose;
    }

    static boolean isMoney(LineFacts line) {
        return line.kind().equals("money");
    }

    /** Promises euros that were asked for themselves; above the amount of two persons that waits. */
    Outcome grant(EarmarkId id) {
        var stands = stands(asked(id).earmark());
        return budget.commit(id, asked(id).amount().atMost(stands.held()), ROOM + ".grant." + id.value());
    }

    /** Notes that granted euros were paid on that day. */
    void pay(EarmarkId id, LocalDate on) {
        var stands = stands(asked(id).earmark());
        var key = ROOM + ".pay." + id.value();
        if (budget.outcome(key).isPresent()) {
            return;
        }
        if (!stands.committed().isPositive()) {
            throw Refusal.conflict("funding.fault.not-granted");
        }
        budget.spend(id, stands.committed(), on, key);
    }

    private Part asked(EarmarkId id) {
        return parts.find(id).filter(Part::money).orElseThrow(FundingActs::unknown);
    }

    /** The money is not needed for this after all; what was ordered is closed in the treasury. */
    void release(EarmarkId id) {
        var part = parts.find(id).orElseThrow(FundingActs::unknown);
        if (orders.of(id).filter(order -> !order.closed()).isPresent()) {
            throw Refusal.conflict("funding.fault.ordered");
        }
        budget.takeBack(id, Movement.COMMITTED);
        giveBack(part, ROOM + ".release." + id.value());
    }

    /** What was asked for is over: money that nothing was ordered for goes back. */
    void letGo(Part part) {
        if (orders.of(part.earmark()).isEmpty()) {
            budget.takeBack(part.earmark(), Movement.COMMITTED);
            giveBack(part, ROOM + ".over." + part.earmark().value());
        }
    }

    /** What is neither paid nor ordered becomes free again; the cover follows what the budget tells. */
    void giveBack(Part part, String key) {
        var stands = stands(part.earmark());
        var left = stands.reserved().plus(stands.committed());
        if (left.isPositive()) {
            budget.release(part.earmark(), left, key);
            trail.note(Act.on("funding.part.released", "support-request", part.request()));
        }
    }

    Earmark stands(EarmarkId id) {
        return budget.earmark(id).orElseThrow(FundingActs::unknown);
    }

    private static Refusal unknown() {
        return Refusal.notFound("funding.unknown");
    }
}
