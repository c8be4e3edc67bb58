package org.opensocialnet.consents;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What sharing a record rests on where it is no consent.
 *
 * @param article the provision, as whoever decided wrote it
 * @param decidedBy who decided
 * @param why in words
 * @param endsOn the last day on which it holds
 */
record LegalBasis(
        UUID id,
        UUID person,
        UUID recipient,
        Ground ground,
        boolean identity,
        boolean care,
        String article,
        String decidedBy,
        String why,
        Instant recordedAt,
        LocalDate endsOn,
        @Nullable Instant endedAt) {

    private static final ZoneId CITY = ZoneId.of("Europe/Athens");

    /** The kinds of grounds the law knows (GDPR, articles 6 and 9). */
    enum Ground {
        LEGAL_DUTY,
        VITAL_INTEREST,
        PUBLIC_TASK,
        CHILD_PROTECTION,
        COURT_ORDER;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Ground of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    boolean holds(Instant now) {
        return endedAt == null && !now.atZone(CITY).toLocalDate().isAfter(endsOn);
    }
}
