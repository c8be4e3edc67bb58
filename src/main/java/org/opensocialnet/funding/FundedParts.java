package org.opensocialnet.funding;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.budget.Budget;
import org.opensocialnet.budget.BudgetDesk;
import org.opensocialnet.budget.Earmark;
import org.opensocialnet.budget.Movement;
import org.opensocialnet.support.Calls;
import org.opensocialnet.support.Calls.Call;
import org.opensocialnet.support.Calls.CallLine;
import org.opensocialnet.treasury.Orders;
import org.opensocialnet.treasury.Orders.Placed;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Items.Tone;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What envelopes pay of a request, part by part, in words, with what can be done next. */
@Component
@Transactional(readOnly = true)
class FundedParts {

    private final PaidParts parts;
    private final Budget budget;
    private final BudgetDesk desk;
    private final Orders orders;

    FundedParts(PaidParts parts, Budget budget, BudgetDesk desk, Orders orders) {
        this.parts = parts;
        this.budget = budget;
        this.desk = desk;
        this.orders = orders;
    }

    /** One part; the addresses are none where that step is not possible now. */
    record Row(
            UUID id,
            String what,
            String quantity,
            String envelope,
            String envelopePath,
            Earmark stands,
            String state,
            Tone tone,
            @Nullable String order,
            @Nullable String toOrder,
            boolean toGrant,
            boolean toPay,
            boolean toRelease) {}

    List<Row> of(Call call, Words t) {
        return parts.of(call.id()).stream()
                .flatMap(part -> budget.earmark(part.earmark()).stream().map(stands -> row(part, stands, call, t)))
                .toList();
    }

    private Row row(Part part, Earmark stands, Call call, Words t) {
        var line = call.lines().stream()
                .filter(one -> one.id().equals(part.line()))
                .findFirst();
        var order = orders.of(part.earmark());
        boolean open = order.filter(one -> !one.closed()).isPresent();
        boolean waits = budget.waits(part.earmark(), Movement.COMMITTED);
        boolean left = stands.reserved().isPositive();
        return new Row(
                part.earmark().value(),
                line.map(CallLine::what).orElse(""),
                line.map(one -> Calls.quantity(part.quantity(), one.unit(), one.kind(), t))
                        .orElse(""),
                desk.envelope(part.envelope()).name(t),
                "/desk/budget/envelopes/" + part.envelope().value(),
                stands,
                state(stands, waits, t),
                waits ? Tone.WAITING : stands.held().isZero() ? Tone.NEUTRAL : Tone.GOOD,
                order.map(Placed::path).orElse(null),
                !part.money() && order.isEmpty() && left ? Orders.pathOfNew(part.envelope(), part.earmark()) : null,
                part.money() && left && !waits,
                part.money() && stands.committed().isPositive(),
                !open && (left || part.money() && stands.committed().isPositive()));
    }

    private static String state(Earmark stands, boolean waits, Words t) {
        if (waits) {
            return t.of("funding.state.waits");
        }
        if (stands.held().isZero()) {
            return t.of("funding.state.released");
        }
        if (stands.spent().equals(stands.held())) {
            return t.of("funding.state.paid");
        }
        if (stands.spent().isPositive()) {
            return t.of("funding.state.partly-paid");
        }
        return stands.committed().isPositive() ? t.of("funding.state.committed") : t.of("funding.state.reserved");
    }
}
