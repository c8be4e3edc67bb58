package org.opensocialnet.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.ledger.EntryKind.Attribute;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What must be true of an entry before it is written. */
@Component
class Checks {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final int MOST = 1_000_000;

    private final Map<String, Map<String, Attribute>> kinds = new HashMap<>();
    private final Vocabulary vocabulary;
    private final Clock clock;

    Checks(ObjectProvider<EntryKind> declared, Vocabulary vocabulary, Clock clock) {
        this.vocabulary = vocabulary;
        this.clock = clock;
        for (var kind : declared) {
            if (kinds.put(kind.code(), kind.attributes()) != null) {
                throw new IllegalStateException("two kinds of entry are called " + kind.code());
            }
        }
    }

    void mustBeRight(Need need) {
        vocabulary.mustKnow(need.about(), true);
        mustBeADay(need.day());
        mustCount(need.amount());
        mustBeDeclared(need.kind(), need.attributes());
    }

    void mustBeRight(Delivery delivery) {
        vocabulary.mustKnow(delivery.about(), false);
        mustBeADay(delivery.day());
        mustCount(delivery.amount());
        mustBeDeclared(delivery.kind(), delivery.attributes());
    }

    void mustBeADay(LocalDate day) {
        if (day.isBefore(FIRST) || day.isAfter(LocalDate.now(clock))) {
            throw Refusal.wrong("ledger.fault.day", "day");
        }
    }

    static void mustCount(Amount amount) {
        var quantity = amount.quantity();
        if (amount.people() < 0
                || amount.people() > MOST
                || quantity.signum() < 0
                || quantity.doubleValue() > MOST
                || amount.people() == 0 && quantity.signum() == 0
                || quantity.signum() > 0 && amount.unit() == null) {
            throw Refusal.wrong("ledger.fault.amount", "people");
        }
    }

    private void mustBeDeclared(String kind, Map<String, Object> attributes) {
        var declared = kinds.get(kind);
        if (declared == null) {
            throw new IllegalArgumentException("no room declares the kind of entry " + kind);
        }
        attributes.forEach((name, value) -> {
            var attribute = declared.get(name);
            if (attribute == null || !attribute.holds(value)) {
                throw new IllegalArgumentException(
                        "%s has no such attribute, or another one: %s".formatted(kind, name));
            }
        });
    }
}
