package org.opensocialnet.ledger;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.people.PersonId;

/**
 * Somebody was helped.
 *
 * @param kind which room writes it, as an {@link EntryKind} declares it
 * @param person who was helped; the book keeps a pseudonym alone
 * @param meets the need it met, which is followed up with as much of it as is still open
 * @param envelope the budget that paid
 * @param batch what it was brought in with
 */
public record Delivery(
        String kind,
        LocalDate day,
        About about,
        Amount amount,
        Source source,
        @Nullable PersonId person,
        @Nullable EntryId meets,
        @Nullable UUID envelope,
        Map<String, Object> attributes,
        @Nullable UUID batch) {

    public Delivery {
        attributes = Map.copyOf(attributes);
    }

    public Delivery(String kind, LocalDate day, About about, Amount amount, Source source) {
        this(kind, day, about, amount, source, null, null, null, Map.of(), null);
    }
}
