package org.opensocialnet.messaging;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter was not sent because its reader does not want such letters, so that whoever left it can find another way.
 *
 * @param about what it was about, as it was left
 */
public record LetterWithheld(
        UUID letter,
        String kind,
        @Nullable UUID organization,
        @Nullable UUID about) {}
