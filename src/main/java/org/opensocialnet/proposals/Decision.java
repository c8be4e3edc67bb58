package org.opensocialnet.proposals;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a person decided in the light of a proposal, and why. It stays as it was written; a later one stands beside it. */
record Decision(
        UUID id,
        UUID proposal,
        Choice choice,
        String words,
        String name,
        @Nullable UUID member,
        Instant at) {

    /** How far the proposal is followed. */
    enum Choice {
        FOLLOWED,
        PARTLY,
        NOT_FOLLOWED
    }
}
