package org.opensocialnet.treasury;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.opensocialnet.budget.Balances;
import org.opensocialnet.budget.Statement.Month;
import org.opensocialnet.kernel.Money;

/**
 * How an envelope stands and where it goes: what was paid month by month, and what will have been paid on its last day if it
 * goes on as in the last 90 days, but no less than what is promised already.
 */
record Outlook(Balances stands, LocalDate starts, LocalDate payBy, LocalDate today, List<Month> months, Money recent) {

    static final int DAYS = 90;

    private static final BigDecimal MONTH = new BigDecimal("30.4375");

    boolean over() {
        return today.isAfter(payBy);
    }

    private long daysLeft() {
        return over() ? 0 : ChronoUnit.DAYS.between(today, payBy);
    }

    /** What was paid in a month of the last 90 days. */
    Money pace() {
        return times(recent, MONTH, DAYS);
    }

    /** What will have been paid on the last day. */
    Money expected() {
        var promised = stands.spent().plus(stands.committed());
        var going = stands.spent().plus(times(recent, BigDecimal.valueOf(daysLeft()), DAYS));
        var more = promised.compareTo(going) > 0 ? promised : going;
        return more.atMost(stands.granted());
    }

    /** What will be left, and so lost, on the last day. */
    Money left() {
        return stands.granted().minus(expected());
    }

    /** What must be paid in a month for all of it to be paid by the last day. */
    Money needed() {
        return daysLeft() == 0 ? Money.ZERO : times(stands.unspent(), MONTH, daysLeft());
    }

    private static Money times(Money money, BigDecimal times, long among) {
        var product = money.euros().multiply(times).divide(BigDecimal.valueOf(among), 2, RoundingMode.HALF_UP);
        return product.signum() < 0 ? Money.ZERO : new Money(product);
    }

    /** A month with all that was paid up to its end. */
    record Step(LocalDate month, Money spent, Money soFar) {}

    List<Step> steps() {
        var soFar = Money.ZERO;
        var steps = new ArrayList<Step>();
        for (var month : months) {
            soFar = soFar.plus(month.spent());
            steps.add(new Step(month.first(), month.spent(), soFar));
        }
        return steps;
    }
}
