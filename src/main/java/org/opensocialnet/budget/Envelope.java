package org.opensocialnet.budget;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.web.Words;

/**
 * Money given for certain ends, for a time, with its rules.
 *
 * @param organization who keeps it; none: the network's coordination
 * @param closedThrough up to this day nothing more is booked
 */
public record Envelope(
        EnvelopeId id,
        @Nullable UUID organization,
        Terms terms,
        @Nullable LocalDate closedThrough,
        int version) {

    boolean closedOn(LocalDate day) {
        return closedThrough != null && !day.isAfter(closedThrough);
    }

    public String name(Words t) {
        return named(terms.name(), terms.english(), t);
    }

    public static String named(String main, String english, Words t) {
        return t.lang().equals("en") && !english.isBlank() ? english : main;
    }
}
