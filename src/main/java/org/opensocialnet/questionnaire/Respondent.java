package org.opensocialnet.questionnaire;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.workspace.Items.Tone;

/**
 * One organisation asked in an edition: whether the letter came, how far it has filled in, and whether it has answered.
 *
 * @param how it answered: "link" or "phone"
 * @param saved how many pages somebody has saved
 * @param gaps how many of the gaps it sees nobody has coded yet
 */
record Respondent(
        UUID id,
        UUID edition,
        String editionName,
        Edition.State editionState,
        LocalDate deadline,
        UUID organization,
        String name,
        @Nullable String email,
        Progress progress,
        @Nullable OffsetDateTime sentAt,
        @Nullable OffsetDateTime openedAt,
        @Nullable OffsetDateTime withdrawnAt,
        @Nullable OffsetDateTime answeredAt,
        @Nullable String how,
        @Nullable String toldBy,
        @Nullable String toldRole,
        @Nullable LocalDate toldOn,
        @Nullable OffsetDateTime settledAt,
        int saved,
        int gaps) {

    /** How far one organisation has come, most telling first. */
    enum Progress {
        ANSWERED(Tone.WAITING),
        SETTLED(Tone.GOOD),
        WITHDRAWN(Tone.NEUTRAL),
        OVERDUE(Tone.ATTENTION),
        BEGUN(Tone.NEUTRAL),
        NO_EMAIL(Tone.ATTENTION),
        NOT_SENT(Tone.NEUTRAL),
        UNDELIVERED(Tone.ATTENTION),
        OPENED(Tone.NEUTRAL),
        WITHHELD(Tone.ATTENTION),
        SENT(Tone.NEUTRAL);

        private final Tone tone;

        Progress(Tone tone) {
            this.tone = tone;
        }

        Tone tone() {
            return tone;
        }
    }

    boolean isAnswered() {
        return answeredAt != null;
    }

    /** Whether it may still say something. */
    boolean takesAnswers() {
        return answeredAt == null && editionState == Edition.State.OPEN;
    }

    boolean isToBeLookedAt() {
        return answeredAt != null && settledAt == null;
    }
}
