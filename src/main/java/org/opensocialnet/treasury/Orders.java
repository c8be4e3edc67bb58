package org.opensocialnet.treasury;

import java.util.Optional;
import java.util.UUID;
import org.opensocialnet.budget.EarmarkId;
import org.opensocialnet.budget.EnvelopeId;
import org.springframework.stereotype.Component;

/** For rooms above: what was ordered with money they set aside. Receipt, invoice and payment are the office's. */
@Component
public class Orders {

    private final Purchases purchases;

    Orders(Purchases purchases) {
        this.purchases = purchases;
    }

    /** One order; the address of its page is without language. */
    public record Placed(UUID id, String number, boolean closed) {

        public String path() {
            return OrderStepPages.address(id);
        }
    }

    /** The order paid from that money, where there is one. */
    public Optional<Placed> of(EarmarkId earmark) {
        return purchases
                .of(earmark)
                .flatMap(purchases::find)
                .map(one -> new Placed(one.id(), one.number(), one.closed()));
    }

    /** Where such an order is made. */
    public static String pathOfNew(EnvelopeId envelope, EarmarkId earmark) {
        return EnvelopePages.address(envelope) + "/orders/new?earmark=" + earmark.value();
    }
}
