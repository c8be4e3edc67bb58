package org.opensocialnet.intake;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One value that is other than it was. A record that came tells each value it has, one that went each it had.
 *
 * @param column its HSDS name; "id" where a record only went out of use, or came back into it
 */
public record Difference(
        String table,
        UUID id,
        Kind kind,
        String column,
        @Nullable String before,
        @Nullable String after) {

    /** What became of the record. */
    public enum Kind {
        ADDED,
        CHANGED,
        REMOVED
    }
}
