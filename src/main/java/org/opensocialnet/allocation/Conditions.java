package org.opensocialnet.allocation;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a source may be given for. An empty set allows all.
 *
 * @param lines the lines it was promised to
 * @param from what is needed before this day comes too early for it
 * @param until it can be given on this day, not later
 */
public record Conditions(
        Set<String> categories,
        Set<String> groups,
        Set<String> communities,
        Set<String> lines,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {

    public static final Conditions NONE = new Conditions(Set.of(), Set.of(), Set.of(), Set.of(), null, null);

    public Conditions {
        categories = Set.copyOf(categories);
        groups = Set.copyOf(groups);
        communities = Set.copyOf(communities);
        lines = Set.copyOf(lines);
    }

    public static Conditions categories(String... allowed) {
        return new Conditions(Set.of(allowed), Set.of(), Set.of(), Set.of(), null, null);
    }

    public static Conditions promisedTo(String line) {
        return new Conditions(Set.of(), Set.of(), Set.of(), Set.of(line), null, null);
    }

    /** The condition of a source that a line does not meet. */
    public enum Rule {
        LINE,
        CATEGORY,
        GROUP,
        COMMUNITY,
        PERIOD
    }

    Optional<Rule> broken(Line line, LocalDate today) {
        if (!allows(lines, line.id())) {
            return Optional.of(Rule.LINE);
        }
        if (!allows(categories, line.category())) {
            return Optional.of(Rule.CATEGORY);
        }
        if (!allows(groups, line.recipient().group())) {
            return Optional.of(Rule.GROUP);
        }
        if (!allows(communities, line.recipient().community())) {
            return Optional.of(Rule.COMMUNITY);
        }
        boolean early = from != null && line.neededBy().isBefore(from);
        boolean over = until != null && today.isAfter(until);
        return early || over ? Optional.of(Rule.PERIOD) : Optional.empty();
    }

    private static boolean allows(Set<String> allowed, String asked) {
        return allowed.isEmpty() || allowed.contains(asked);
    }
}
