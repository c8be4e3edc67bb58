package org.opensocialnet.drafts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Two have changed the same field: what is there now is neither what the draft began with nor what it wants.
 *
 * @param there what is in the directory now
 * @param lost the whole row is gone
 * @param by who changed it last, where that is known
 * @param at when
 */
public record Collision(
        Edit edit,
        @Nullable String there,
        boolean lost,
        @Nullable String by,
        @Nullable Instant at) {}
