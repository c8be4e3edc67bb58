package org.opensocialnet.consents;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing a person agreed to.
 *
 * @param recipient to whom it opens her record; none where nobody else is meant
 * @param wording the version of the text she was shown
 * @param endsOn the last day on which it holds
 */
public record Consent(
        UUID id,
        UUID person,
        Purpose purpose,
        @Nullable UUID recipient,
        boolean identity,
        boolean care,
        String wording,
        Way way,
        Instant givenAt,
        LocalDate endsOn,
        @Nullable Instant withdrawnAt) {

    private static final ZoneId CITY = ZoneId.of("Europe/Athens");

    /** For what. */
    public enum Purpose {
        SHARE,
        CONTACT,
        RESEARCH
    }

    /** How she said so. */
    public enum Way {
        SIGNED,
        SPOKEN,
        ONLINE
    }

    /** Whether it holds at this moment. */
    public boolean holds(Instant now) {
        return withdrawnAt == null && !now.atZone(CITY).toLocalDate().isAfter(endsOn);
    }

    /** The moment after its last day. */
    static Instant after(LocalDate endsOn) {
        return endsOn.plusDays(1).atStartOfDay(CITY).toInstant();
    }
}
