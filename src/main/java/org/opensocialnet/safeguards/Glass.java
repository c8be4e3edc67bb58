package org.opensocialnet.safeguards;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One opening of the glass: a member reads another organisation's protected records, because somebody is in danger.
 *
 * @param actingFor the member's own organisation
 * @param organization whose records are opened
 * @param words why, in the member's own words; only reviewers and both organisations read them
 * @param endedAt when the member closed it early
 */
record Glass(
        UUID id,
        UUID member,
        UUID actingFor,
        UUID organization,
        Reason reason,
        String words,
        Instant openedAt,
        Instant expiresAt,
        @Nullable Instant endedAt,
        @Nullable Verdict verdict,
        @Nullable String verdictWords,
        @Nullable Instant reviewedAt) {

    /** Why somebody may break it. */
    enum Reason {
        DANGER_TO_LIFE,
        CHILD_AT_RISK,
        MISSING_PERSON,
        URGENT_CARE
    }

    /** What the review found. */
    enum Verdict {
        JUSTIFIED,
        NOT_JUSTIFIED
    }

    boolean isOpen(Instant now) {
        return endedAt == null && now.isBefore(expiresAt);
    }
}
