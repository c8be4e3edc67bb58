package org.opensocialnet.ledger;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

/** Where an entry stands: in which of the books, on which day's page, under which number. */
public record EntryId(Book book, UUID id, LocalDate day) {

    /** The books of the ledger. */
    public enum Book {
        NEED,
        DELIVERY,
        FOLLOW_UP;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
