package org.opensocialnet.disclosure;

import java.util.Map;
import java.util.TreeMap;

/** How many people a figure counts and, where it matters who contributed, how many came from which organisation. */
public record Count(long people, Map<String, Long> byOrganisation) {

    /** Larger counts than all people that ever lived are mistakes, and would not add up exactly. */
    static final long MOST = 1L << 50;

    public static final Count NONE = new Count(0, Map.of());

    public Count {
        byOrganisation = Map.copyOf(byOrganisation);
        if (people < 0 || people > MOST || byOrganisation.values().stream().anyMatch(part -> part < 0)) {
            throw new IllegalArgumentException("A count of people is a whole number from 0 to 2^50.");
        }
        if (!byOrganisation.isEmpty()
                && byOrganisation.values().stream().mapToLong(Long::longValue).sum() != people) {
            throw new IllegalArgumentException("What organisations contributed does not make up the count.");
        }
    }

    public static Count of(long people) {
        return new Count(people, Map.of());
    }

    Count plus(Count other) {
        if (byOrganisation.isEmpty() && other.byOrganisation.isEmpty()) {
            return Count.of(people + other.people);
        }
        var both = new TreeMap<>(byOrganisation);
        other.byOrganisation.forEach((organisation, part) -> both.merge(organisation, part, Long::sum));
        return new Count(people + other.people, both);
    }

    /** Hides itself from logs. */
    @Override
    public String toString() {
        return "Count[…]";
    }
}
