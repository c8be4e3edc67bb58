package org.opensocialnet.budget;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A second person decided about an act that waited. Where it was granted, {@link MoneyMoved} tells of the money.
 *
 * @param room whose purpose it is, with its reference; empty and none without an earmark
 */
public record ActDecided(
        UUID act,
        Movement movement,
        EnvelopeId envelope,
        @Nullable EarmarkId earmark,
        String room,
        @Nullable UUID reference,
        boolean granted) {}
