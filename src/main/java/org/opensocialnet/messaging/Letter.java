package org.opensocialnet.messaging;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.web.Language;

/**
 * A message to one address, before it has words. Its template gives subject and text in the reader's language.
 *
 * @param kind the template and its place among preferences, room first: "access.invitation", "upkeep.confirmation"
 * @param to the e-mail address
 * @param language what the reader reads
 * @param organization on whose behalf it is sent; none for the network itself
 * @param about the record it is about, so that a second letter about the same can be told from a repetition
 * @param values what the template fills in: short texts and addresses of pages, made before
 */
public record Letter(
        String kind,
        String to,
        Language language,
        @Nullable UUID organization,
        @Nullable UUID about,
        Map<String, String> values) {

    public Letter {
        values = Map.copyOf(values);
    }
}
