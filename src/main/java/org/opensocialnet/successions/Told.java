package org.opensocialnet.successions;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says became of an organisation.
 *
 * @param other into or under which it goes, or the one that comes out of it; none where that is new
 * @param name the new name, of itself or of the new organisation
 * @param nameInEnglish the same in English; empty where it has none
 * @param services what goes over where an organisation is divided
 * @param source where it is written: a decision, a gazette
 */
record Told(
        Event event,
        UUID organization,
        @Nullable UUID other,
        String name,
        String nameInEnglish,
        List<UUID> services,
        LocalDate on,
        String source) {}
