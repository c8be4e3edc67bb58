package org.opensocialnet.treasury;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.budget.EarmarkId;

/**
 * Nothing more is expected of an order; published in the transaction that closes it, after what is left of its money is free.
 *
 * @param share how much of what was ordered came, by what it cost: from 0 to 1
 * @param pieces how many came, where the order has one line
 */
public record PurchaseClosed(
        UUID purchase,
        EarmarkId earmark,
        BigDecimal share,
        @Nullable BigDecimal pieces) {

    static PurchaseClosed of(Purchase purchase) {
        var ordered = BigDecimal.ZERO;
        var came = BigDecimal.ZERO;
        for (var line : purchase.lines()) {
            var price = line.price().euros();
            ordered = ordered.add(line.quantity().multiply(price));
            came = came.add(
                    ThreeWay.received(purchase, line).min(line.quantity()).multiply(price));
        }
        var share = ordered.signum() == 0 ? BigDecimal.ZERO : came.divide(ordered, 6, RoundingMode.HALF_UP);
        return new PurchaseClosed(
                purchase.id(),
                purchase.earmark(),
                share,
                purchase.lines().size() == 1
                        ? ThreeWay.received(purchase, purchase.lines().getFirst())
                        : null);
    }
}
