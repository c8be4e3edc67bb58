package org.opensocialnet.rounds;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.workspace.Items.Tone;

/**
 * One organisation in a round: whether the letter came, what it said, and what is left to do.
 *
 * @param how it answered: "link" or "phone"
 * @param records how many it is asked about
 * @param told of how many it has said something
 * @param open how many changed fields nobody has decided about yet
 */
record Asked(
        UUID id,
        UUID round,
        String roundName,
        Round.State roundState,
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
        String note,
        @Nullable OffsetDateTime settledAt,
        int records,
        int told,
        int open) {

    /** How far one organisation has come, most telling first. */
    enum Progress {
        DIFFERENT(Tone.WAITING),
        UNCHANGED(Tone.GOOD),
        WITHDRAWN(Tone.NEUTRAL),
        OVERDUE(Tone.ATTENTION),
        NO_EMAIL(Tone.ATTENTION),
        NOT_SENT(Tone.NEUTRAL),
        UNDELIVERED(Tone.ATTENTION),
        WITHHELD(Tone.ATTENTION),
        OPENED(Tone.NEUTRAL),
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
        return answeredAt == null && roundState == Round.State.OPEN;
    }

    boolean isToBeLookedAt() {
        return answeredAt != null && settledAt == null;
    }
}
