package org.opensocialnet.ledger;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.people.PersonId;

/**
 * A need that was seen.
 *
 * @param kind which room saw it and how, as an {@link EntryKind} declares it
 * @param reason why it was not met at once, where that was said
 * @param person whose it is; the book keeps a pseudonym alone
 * @param attributes as the kind declares them
 * @param batch what it was brought in with
 */
public record Need(
        String kind,
        LocalDate day,
        About about,
        Amount amount,
        Source source,
        @Nullable Reason reason,
        @Nullable PersonId person,
        Map<String, Object> attributes,
        @Nullable UUID batch) {

    public Need {
        attributes = Map.copyOf(attributes);
    }

    public Need(String kind, LocalDate day, About about, Amount amount, Source source, @Nullable Reason reason) {
        this(kind, day, about, amount, source, reason, null, Map.of(), null);
    }
}
