package org.opensocialnet.rounds;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One round of asking organisations whether their records are still right.
 *
 * @param message what the coordination team adds to the letter; may be empty
 * @param remind how many days before the deadline reminders go: "7,2"
 */
record Round(
        UUID id,
        String name,
        String message,
        LocalDate deadline,
        String remind,
        State state,
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
}
