package org.opensocialnet.messaging;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.mail.EmailAddress;
import org.opensocialnet.web.Language;

/**
 * A message to one address, before it has words. Its template gives subject and text in the reader's language.
 *
 * @param kind a {@link LetterKind}, room first: "access.invitation", "upkeep.confirmation"
 * @param to the e-mail address
 * @param language what the reader reads, as far as the sender knows; a reader who chose another gets that
 * @param organization on whose behalf it is sent; none for the network itself
 * @param about the record it is about, so that a second letter about the same can be told from a repetition
 * @param values what the template fills in, those its kind names: short texts, dates as 2026-11-21, and pages, without
 *     language and host ("/desk/start?token=…"), which the template turns into addresses
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

    /** Whether mail could be sent there: for forms that ask for an address. */
    public static boolean isAddress(String typed) {
        return EmailAddress.read(typed).isPresent();
    }

    /** Hides the address and the values: letters may hold a way in. */
    @Override
    public String toString() {
        return "Letter[" + kind + "]";
    }
}
