package org.opensocialnet.ledger;

import java.util.Map;
import java.util.UUID;
import org.opensocialnet.anonymous.HeadcountTakenBack;
import org.opensocialnet.anonymous.HeadcountWritten;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever is counted at the door without a name was helped: each count is a delivery, in the transaction of the count. */
@Component
class HeadcountDeliveries {

    static final String KIND = "anonymous.headcount";

    private final Ledger ledger;
    private final Offerings offerings;

    HeadcountDeliveries(Ledger ledger, Offerings offerings) {
        this.ledger = ledger;
        this.offerings = offerings;
    }

    @EventListener
    void written(HeadcountWritten count) {
        ledger.write(new Delivery(
                KIND,
                count.day(),
                about(count),
                Amount.people(count.people()),
                Source.HEADCOUNT,
                null,
                null,
                null,
                Map.of(),
                count.id()));
    }

    @EventListener
    void takenBack(HeadcountTakenBack count) {
        ledger.reverseBatch(count.id(), "anonymous.taken-back");
    }

    private About about(HeadcountWritten count) {
        UUID service = count.service();
        var group = count.group() == null ? "" : Offerings.group(count.group());
        var known = service == null ? null : offerings.about(service).orElse(null);
        return known == null
                ? new About("", group, "", count.organization(), service)
                : new About(known.serviceType(), group, known.zone(), count.organization(), service);
    }

    @Bean
    static EntryKind headcountKind() {
        return new EntryKind(KIND, Map.of());
    }
}
