package org.opensocialnet.imports;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One file that was sent, and what became of it.
 *
 * @param everything what the file lacks goes out of use
 * @param run the comparison that holds
 * @param print what that found, as one number
 * @param stale the directory was changed after it
 * @param refusedWhy why the file could not be read at all
 */
record Load(
        UUID id,
        String source,
        String sourceName,
        String fileName,
        long bytes,
        boolean everything,
        State state,
        String memberName,
        OffsetDateTime sentAt,
        @Nullable UUID run,
        @Nullable String print,
        boolean stale,
        long problems,
        @Nullable String refusedWhy,
        @Nullable String refusedFile,
        @Nullable String refusedWith,
        @Nullable OffsetDateTime appliedAt,
        @Nullable String appliedBy,
        @Nullable OffsetDateTime undoneAt,
        @Nullable String undoneBy,
        @Nullable OffsetDateTime fileGoneAt,
        @Nullable OffsetDateTime detailsGoneAt) {

    /** How far it is. */
    enum State {

        /** It was sent; nothing is known of what is in it. */
        RECEIVED,

        /** It was compared with the directory. */
        CHECKED,

        /** It cannot be read. */
        REFUSED,

        /** It is in the directory. */
        APPLIED,

        /** It was, and was taken back. */
        UNDONE,

        /** Somebody decided against it. */
        DROPPED
    }

    String path() {
        return ImportPages.PATH + "/" + id;
    }

    boolean is(State other) {
        return state == other;
    }

    boolean hasFile() {
        return fileGoneAt == null;
    }

    boolean hasDetails() {
        return run != null && detailsGoneAt == null;
    }
}
