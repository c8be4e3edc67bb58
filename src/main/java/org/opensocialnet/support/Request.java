package org.opensocialnet.support;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asks for help.
 *
 * @param number how people call it
 * @param version which change of it this is: who changes an older one is told
 * @param story why it is needed; empty for whoever may know of the lines alone
 * @param from the cell of coverage whose deficit it answers
 */
record Request(
        UUID id,
        int number,
        int version,
        Asker asker,
        String title,
        String story,
        State state,
        @Nullable Gap from,
        Instant changedAt) {

    /** A cell of coverage. */
    record Gap(String serviceType, String group, String zone) {}

    Request after(Step step) {
        return new Request(id, number, version, asker, title, story, step.from(state), from, changedAt);
    }
}
