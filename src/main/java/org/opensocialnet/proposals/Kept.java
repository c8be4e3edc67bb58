package org.opensocialnet.proposals;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A proposal as it is kept.
 *
 * @param seed of the lot, drawn before anybody knew what it would decide
 * @param found none until it was worked out
 */
record Kept(
        UUID id,
        int number,
        String title,
        Sheet sheet,
        long seed,
        @Nullable Found found,
        @Nullable UUID madeBy,
        Instant madeAt) {

    String path() {
        return ProposalPages.PATH + "/" + id;
    }
}
