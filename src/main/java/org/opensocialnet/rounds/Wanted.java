package org.opensocialnet.rounds;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.directory.Subject;

/**
 * What a round shall ask, and whom.
 *
 * @param remind how many days before the deadline those who have not answered are reminded
 * @param kinds of record
 * @param months services that nobody confirmed for so long; none asks about all
 * @param organizationKind as the directory says it ("municipal"); empty for all
 * @param text part of the organisations' names; empty for all
 * @param only these organisations; empty for all
 */
public record Wanted(
        String name,
        String message,
        LocalDate deadline,
        List<Integer> remind,
        Set<Subject.Kind> kinds,
        @Nullable Integer months,
        String organizationKind,
        String text,
        Set<UUID> only) {

    public Wanted {
        remind = List.copyOf(remind);
        kinds = Set.copyOf(kinds);
        only = Set.copyOf(only);
    }
}
