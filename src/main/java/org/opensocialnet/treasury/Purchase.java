package org.opensocialnet.treasury;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.budget.EarmarkId;
import org.opensocialnet.budget.EnvelopeId;
import org.opensocialnet.kernel.Money;

/** Something bought from one supplier: what was ordered, what came, what was billed. */
record Purchase(
        UUID id,
        EnvelopeId envelope,
        EarmarkId earmark,
        UUID supplier,
        String supplierName,
        String number,
        LocalDate orderedOn,
        Money total,
        boolean closed,
        List<Ordered> lines,
        List<Received> receipts,
        List<Invoice> invoices) {

    /** A line of the order; the price is of one. */
    record Ordered(int place, String what, BigDecimal quantity, Money price) {

        Money total() {
            return Purchase.total(quantity, price);
        }
    }

    /** So much of a line came, the last of it on that day. */
    record Received(int place, BigDecimal quantity, LocalDate on) {}

    /** A bill; paid, by that act of the budget, where the payment was asked for. */
    record Invoice(
            UUID id,
            String number,
            LocalDate dated,
            Money total,
            @Nullable LocalDate paidOn,
            @Nullable UUID act,
            List<Billed> lines) {}

    /** A line of a bill. */
    record Billed(int place, BigDecimal quantity, Money price) {

        Money total() {
            return Purchase.total(quantity, price);
        }
    }

    static Money total(BigDecimal quantity, Money price) {
        return new Money(quantity.multiply(price.euros()).setScale(2, RoundingMode.HALF_UP));
    }
}
