package org.opensocialnet.mydata;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something a person asks of whoever keeps her data, and what was decided. */
record Wish(
        UUID id,
        UUID person,
        Kind kind,
        String text,
        Instant askedAt,
        LocalDate dueOn,
        @Nullable Verdict verdict,
        String grounds) {

    /** What for. */
    enum Kind {
        CORRECT,
        RESTRICT,
        ERASE,
        EXPLAIN,

        /** To be shown on the page another organisation's card opens; never asked by the form of the others. */
        SHOW
    }

    /** What the organisation decided. */
    enum Verdict {
        GRANTED,
        REFUSED
    }
}
