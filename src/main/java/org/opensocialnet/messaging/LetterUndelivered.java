package org.opensocialnet.messaging;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter was given up, so that whoever left it can find another way, such as a call.
 *
 * @param about what it was about, as it was left
 * @param reason "refused", "too-many-tries", "too-old", "unsure", "unreadable", "not-written"
 */
public record LetterUndelivered(
        UUID letter,
        String kind,
        @Nullable UUID organization,
        @Nullable UUID about,
        String reason) {}
