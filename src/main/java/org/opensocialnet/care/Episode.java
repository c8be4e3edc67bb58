package org.opensocialnet.care;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The time an organisation cares for somebody, from admission to closure. */
record Episode(
        UUID id,
        UUID person,
        UUID organization,
        UUID worker,
        LocalDate admittedOn,
        @Nullable LocalDate closedOn,
        @Nullable Closure closedWhy,
        Instant openedAt) {

    /** Why care ended. */
    enum Closure {
        GOAL_REACHED,
        OTHER_SERVICE,
        MOVED,
        LOST,
        ASKED,
        DIED,
        OTHER
    }
}
