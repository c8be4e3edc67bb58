package org.opensocialnet.questionnaire;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.forms.Blueprint;

/**
 * One time of asking, such as "December 2021", with the questions as they were asked.
 *
 * @param form the questionnaire it was made of
 * @param message what the coordination team adds to the letter; may be empty
 */
record Edition(
        UUID id,
        UUID form,
        String name,
        String message,
        LocalDate deadline,
        State state,
        String blueprint,
        int version,
        OffsetDateTime madeAt,
        @Nullable OffsetDateTime openedAt,
        @Nullable OffsetDateTime closedAt) {

    /** How far it has come. */
    enum State {

        /** Chosen and not sent yet. */
        DRAFT,

        OPEN,

        /** Its links open nothing any more. */
        CLOSED
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    Blueprint questions() {
        return Blueprint.of(blueprint);
    }
}
