package org.opensocialnet.funding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.opensocialnet.budget.ActDecided;
import org.opensocialnet.budget.EarmarkId;
import org.opensocialnet.budget.MoneyMoved;
import org.opensocialnet.budget.Movement;
import org.opensocialnet.support.Cover;
import org.opensocialnet.support.Covering;
import org.opensocialnet.support.RequestMoved;
import org.opensocialnet.support.State;
import org.opensocialnet.treasury.Orders;
import org.opensocialnet.treasury.PurchaseClosed;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the money and what it covers equal, in the transaction of whatever happened to one of them. */
@Component
class BothSides {

    private final PaidParts parts;
    private final FundingActs acts;
    private final Orders orders;
    private final Covering covering;
    private final JdbcClient jdbc;

    BothSides(PaidParts parts, FundingActs acts, Orders orders, Covering covering, JdbcClient jdbc) {
        this.parts = parts;
        this.acts = acts;
        this.orders = orders;
        this.covering = covering;
        this.jdbc = jdbc;
    }

    /** What a second person refuses is not paid: the money is free again, and with it the line. */
    @EventListener
    void decided(ActDecided decided) {
        var earmark = decided.earmark();
        if (earmark != null
                && decided.room().equals(FundingActs.ROOM)
                && decided.movement() == Movement.COMMITTED
                && !decided.granted()) {
            parts.find(earmark).ifPresent(part -> {
                acts.giveBack(part, "funding.refused." + decided.act());
                leave(earmark, BigDecimal.ZERO);
            });
        }
    }

    /**
     * Where nothing is set aside any more, nothing is covered but what is on its way. Of what was ordered the order itself says
     * what came, when it is closed.
     */
    @EventListener
    void moved(MoneyMoved moved) {
        var earmark = moved.earmark();
        if (earmark != null
                && moved.room().equals(FundingActs.ROOM)
                && moved.movement() == Movement.RELEASED
                && acts.stands(earmark).held().isZero()
                && orders.of(earmark).isEmpty()) {
            leave(earmark, BigDecimal.ZERO);
        }
    }

    /** Of an order that is closed, what came stays covered, however much it cost in the end. */
    @EventListener
    void closed(PurchaseClosed closed) {
        parts.find(closed.earmark()).ifPresent(part -> leave(part.earmark(), came(part, closed)));
    }

    private static BigDecimal came(Part part, PurchaseClosed closed) {
        var pieces = closed.pieces();
        var came = pieces != null ? pieces : part.quantity().multiply(closed.share());
        boolean whole = part.quantity().stripTrailingZeros().scale() <= 0;
        return came.min(part.quantity()).setScale(whole ? 0 : 2, RoundingMode.DOWN);
    }

    private void leave(EarmarkId earmark, BigDecimal covered) {
        var cover = parts.find(earmark).flatMap(part -> covering.find(part.cover()));
        cover.map(there -> free(there, covered))
                .filter(free -> free.signum() > 0)
                .ifPresent(free -> covering.uncover(cover.get().id(), free, ""));
    }

    /** What is on its way stays, and what is over was let go of by the request itself. */
    private static BigDecimal free(Cover cover, BigDecimal covered) {
        return cover.quantity().subtract(covered.max(cover.going()));
    }

    /**
     * A request that is over needs no money but what is ordered or paid. Whoever takes it back does not see the envelopes: for
     * this one act the program looks with its own eyes, and afterwards with those it had.
     */
    @EventListener
    void over(RequestMoved moved) {
        boolean over = moved.after() instanceof State.Closed || moved.after() instanceof State.Withdrawn;
        if (!over || moved.after().code().equals(moved.before().code())) {
            return;
        }
        var reach = jdbc.sql("select funding.as_program()").query(String.class).single();
        parts.of(moved.request()).forEach(acts::letGo);
        jdbc.sql("select set_config('osn.reach', ?, true)")
                .param(reach)
                .query(String.class)
                .single();
    }
}
