package org.opensocialnet.ledger;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What became of a need on a day.
 *
 * @param amount how much of it; none for all that is still open
 * @param reason why it was refused; nothing else has one
 * @param delivery which delivery met it, where one is known
 */
public record FollowUp(
        EntryId need,
        LocalDate day,
        State state,
        @Nullable Amount amount,
        @Nullable Reason reason,
        @Nullable EntryId delivery) {

    /** What became of it; a need without a follow-up is open. */
    public enum State {
        MET,
        WITHDRAWN,
        REFUSED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
