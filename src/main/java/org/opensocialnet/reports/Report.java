package org.opensocialnet.reports;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.directory.Subject;
import org.opensocialnet.workspace.Items.Tone;

/**
 * What a reader said is wrong, and what became of it. Whoever said it is not in it.
 *
 * @param about the kind of record: "service"
 * @param keeper the organisation whose record it is
 * @param provider whether the reader is the provider: "asked", "yes", "no", "by-hand", or nobody tried to find out
 * @param answerable the reader left an e-mail, which is still there
 */
record Report(
        UUID id,
        String about,
        UUID record,
        @Nullable UUID keeper,
        String kind,
        String message,
        String language,
        State state,
        boolean saysProvider,
        @Nullable String provider,
        @Nullable String answer,
        OffsetDateTime reportedAt,
        @Nullable OffsetDateTime changedAt,
        boolean answerable) {

    /** How far it has come. */
    enum State {
        NEW(Tone.WAITING),
        LOOKING(Tone.WAITING),
        ANSWERED(Tone.GOOD),
        CLOSED(Tone.NEUTRAL);

        private final Tone tone;

        State(Tone tone) {
            this.tone = tone;
        }

        Tone tone() {
            return tone;
        }
    }

    Subject subject() {
        return Subject.of(about, record);
    }

    boolean isOpen() {
        return state == State.NEW || state == State.LOOKING;
    }

    @Override
    public String toString() {
        return "Report " + id;
    }
}
