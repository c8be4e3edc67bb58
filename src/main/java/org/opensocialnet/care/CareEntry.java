package org.opensocialnet.care;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A need, a step of the plan, a note or a task, opened for whoever may read it. */
record CareEntry(
        UUID id,
        Kind kind,
        String text,
        Visibility visibility,
        @Nullable LocalDate dueOn,
        @Nullable Instant doneAt,
        Instant writtenAt,
        UUID writtenBy) {

    /** What it is. */
    enum Kind {
        NEED,
        PLAN,
        NOTE,
        TASK
    }

    /** Who reads it: who wrote it, the organisation, or also whom care was opened to. */
    enum Visibility {
        AUTHOR,
        ORGANIZATION,
        SHARED
    }
}
