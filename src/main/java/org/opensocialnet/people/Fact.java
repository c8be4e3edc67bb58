package org.opensocialnet.people;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One thing known of who a person is, opened. */
public record Fact(
        UUID id,
        FactKind kind,
        String text,
        Quality quality,
        Instant recordedAt,
        @Nullable UUID recordedBy,
        @Nullable Instant endedAt) {

    /** What it is of and not what it says: a fault or a log may print it. */
    @Override
    public String toString() {
        return "Fact[" + kind.code() + "]";
    }

    /** Something about to be written down. */
    public record Said(FactKind kind, String text, Quality quality) {

        @Override
        public String toString() {
            return "Said[" + kind.code() + "]";
        }
    }
}
