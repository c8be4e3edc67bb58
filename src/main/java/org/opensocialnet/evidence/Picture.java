package org.opensocialnet.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.opensocialnet.disclosure.Shown;
import org.opensocialnet.population.Estimate;

/**
 * What may be seen of some days: counts as they are told, and what stands around them.
 *
 * @param from the first day; what waits is told as of the last one
 * @param told when it was looked at
 * @param guarded whether its counts passed the gate; an organisation's own did not have to
 */
public record Picture(
        LocalDate from,
        LocalDate day,
        Instant told,
        boolean guarded,
        Map<Key, Shown> unmet,
        Map<Key, Shown> reached,
        Around around) {

    /** A node that was not told apart: all of them together. */
    public static final String ALL = "*";

    /** A node for what was not said. */
    public static final String UNSAID = "-";

    /** By what else, beside kind of service and group, a count is told apart. */
    public enum Split {
        ZONE,
        ORGANIZATION,
        REASON
    }

    /** One count. */
    public record Key(Split split, String type, String group, String part) {}

    /**
     * What stands around the counts.
     *
     * @param wrote who wrote anything in these days, as {@link #writing} names it
     * @param far for a kind of service, the communities from where none of it is in reach
     * @param directory on which day the directory was asked who offers what: it keeps no days that are gone
     */
    public record Around(
            List<Offer> offers,
            List<Counter> counters,
            List<Estimate> estimates,
            Set<String> wrote,
            Map<String, Set<String>> far,
            LocalDate directory) {

        public Around {
            offers = List.copyOf(offers);
            counters = List.copyOf(counters);
            estimates = List.copyOf(estimates);
            wrote = Set.copyOf(wrote);
            far = Map.copyOf(far);
        }

        long daysFrom(LocalDate day) {
            return Math.abs(directory.toEpochDay() - day.toEpochDay());
        }

        Around withDirectoryOf(Around other) {
            return new Around(other.offers, counters, estimates, wrote, other.far, other.directory);
        }

        static String writing(String type, String organization) {
            return type + "|" + organization;
        }
    }

    public Picture {
        unmet = Map.copyOf(unmet);
        reached = Map.copyOf(reached);
    }

    /** The same with what others reckoned by now. */
    Picture with(List<Estimate> estimates) {
        var more = new Around(
                around.offers(), around.counters(), estimates, around.wrote(), around.far(), around.directory());
        return new Picture(from, day, told, guarded, unmet, reached, more);
    }

    public long days() {
        return day.toEpochDay() - from.toEpochDay() + 1;
    }

    /** How many asked and were not helped. Where nothing was written it is none: whether somebody kept silent, see {@link #wrote}. */
    public Shown unmet(Split split, String type, String group, String part) {
        return unmet.getOrDefault(new Key(split, type, group, part), new Shown.Value(0));
    }

    /** How many were helped. */
    public Shown reached(Split split, String type, String group, String part) {
        return reached.getOrDefault(new Key(split, type, group, part), new Shown.Value(0));
    }

    /** Whether an organisation wrote anything of a kind of service in these days. */
    public boolean wrote(String type, String organization) {
        return around.wrote().contains(Around.writing(type, organization));
    }

    /** The kinds of service anything is known of, in the order of their codes. */
    public Set<String> types() {
        var types = new TreeSet<String>();
        unmet.keySet().forEach(key -> types.add(key.type()));
        reached.keySet().forEach(key -> types.add(key.type()));
        around.offers().forEach(offer -> types.addAll(offer.types()));
        types.remove(ALL);
        types.remove(UNSAID);
        return types;
    }

    /** The nodes of one split that anything was written of; with groups, the groups. */
    public Set<String> parts(Split split) {
        var parts = new TreeSet<String>();
        unmet.keySet().stream().filter(key -> key.split() == split).forEach(key -> parts.add(key.part()));
        reached.keySet().stream().filter(key -> key.split() == split).forEach(key -> parts.add(key.part()));
        parts.remove(ALL);
        return parts;
    }

    public Set<String> groups() {
        var groups = new TreeSet<String>();
        unmet.keySet().forEach(key -> groups.add(key.group()));
        reached.keySet().forEach(key -> groups.add(key.group()));
        around.offers().forEach(offer -> groups.addAll(offer.groups()));
        groups.remove(ALL);
        return groups;
    }
}
