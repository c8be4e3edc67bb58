package org.opensocialnet.admissions;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of a list.
 *
 * @param number its number in the file
 * @param once the number of its form: brought in twice, it makes one person
 * @param cells what it says; none once the list is shredded
 * @param persons who in the registry may be the same
 * @param earlier which rows before it may be
 * @param person who came of it
 * @param added which facts were added to somebody who was there
 */
record Line(
        int number,
        UUID once,
        List<String> cells,
        @Nullable Finding finding,
        int faults,
        List<UUID> persons,
        List<Integer> earlier,
        @Nullable Decision decision,
        @Nullable Outcome outcome,
        @Nullable UUID person,
        List<UUID> added,
        @Nullable OffsetDateTime doneAt) {

    /** What was found before anything was done. */
    enum Finding {
        NEW,
        ALIKE,
        EMPTY
    }

    /** What somebody says of one who looks like another; undecided rows are left out. */
    enum Decision {
        ANOTHER,
        SAME,
        COMPLETE
    }

    /** What became of it. */
    enum Outcome {
        REGISTERED,
        COMPLETED,
        LEFT,
        /** Somebody like this was registered after the look: nobody was asked, so nobody was entered. */
        LATE,
        TAKEN_BACK,
        KEPT
    }

    boolean is(Finding one) {
        return finding == one;
    }
}
