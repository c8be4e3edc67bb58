package org.opensocialnet.doubles;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds pairs that may be one. Only records are compared that share a name, a phone, an address or the like; each trait they
 * have in common counts its points. From sixty on a pair is shown; where both came from one source, which should know its
 * own, from eighty on and only with the same name or identifier. A name alone is never enough, nor is a page or a phone: names at least alike, an address or an
 * identifier must be among it.
 */
final class Candidates {

    static final int ENOUGH = 60;
    static final int ENOUGH_IN_ONE_SOURCE = 80;

    /** What so many records share says nothing of two of them: the number of a switchboard. */
    static final int TOO_COMMON = 40;

    /** More of one kind nobody decides; the likeliest are shown. */
    static final int MOST = 5_000;

    private static final Comparator<Pair> LEAST_FIRST = Comparator.comparingInt(Pair::points)
            .thenComparing(pair -> pair.one().id(), Comparator.reverseOrder())
            .thenComparing(pair -> pair.other().id(), Comparator.reverseOrder());

    private static final double ALIKE = 0.6;
    private static final double NEAR_METRES = 75;

    /** Two records and what they have in common. */
    record Pair(Likeness one, Likeness other, Set<Trait> traits) {

        int points() {
            return traits.stream().mapToInt(Trait::points).sum();
        }
    }

    private Candidates() {}

    /** A record and the groups in which others meet it, by their numbers and in their order. */
    private record Keyed(Likeness record, int[] groups) {}

    static List<Pair> among(Collection<Likeness> records) {
        return among(records, MOST, (_, _) -> {});
    }

    /**
     * The likeliest pairs, so many at most. A pair is looked at under the first key it shares and no other, so that nothing
     * needs to be remembered of those that were.
     *
     * @param told hears how many of how many groups of records were compared
     */
    static List<Pair> among(Collection<Likeness> records, int most, Told told) {
        var groups = groups(records);
        var best = new PriorityQueue<Pair>(LEAST_FIRST);
        for (int number = 0; number < groups.size(); number++) {
            var met = groups.get(number);
            for (int i = 0; i < met.size(); i++) {
                for (int j = i + 1; j < met.size(); j++) {
                    if (firstInCommon(met.get(i).groups(), met.get(j).groups()) == number) {
                        keep(consider(met.get(i).record(), met.get(j).record()), best, most);
                    }
                }
            }
            told.compared(number + 1L, groups.size());
        }
        return best.stream().sorted(LEAST_FIRST.reversed()).toList();
    }

    /** Hears how far a comparison is. */
    interface Told {
        void compared(long groups, long of);
    }

    /** Keys are numbers from here on: what records share is found without comparing texts. */
    private static List<List<Keyed>> groups(Collection<Likeness> records) {
        var byKey = new HashMap<String, List<Likeness>>();
        for (var record : records) {
            keys(record)
                    .forEach(key ->
                            byKey.computeIfAbsent(key, _ -> new ArrayList<>(2)).add(record));
        }
        byKey.values().removeIf(group -> group.size() < 2 || group.size() > TOO_COMMON);
        var shared = List.copyOf(byKey.values());
        var numbers = new IdentityHashMap<Likeness, List<Integer>>();
        for (int number = 0; number < shared.size(); number++) {
            for (var record : shared.get(number)) {
                numbers.computeIfAbsent(record, _ -> new ArrayList<>(4)).add(number);
            }
        }
        var keyed = new IdentityHashMap<Likeness, Keyed>();
        numbers.forEach((record, some) -> keyed.put(
                record,
                new Keyed(record, some.stream().mapToInt(Integer::intValue).toArray())));
        return shared.stream()
                .map(group -> group.stream().map(keyed::get).toList())
                .toList();
    }

    /** The numbers of both ascend; -1 where nothing is shared. */
    private static int firstInCommon(int[] one, int[] other) {
        for (int i = 0, j = 0; i < one.length && j < other.length; ) {
            if (one[i] == other[j]) {
                return one[i];
            }
            if (one[i] < other[j]) {
                i++;
            } else {
                j++;
            }
        }
        return -1;
    }

    private static void keep(@Nullable Pair pair, PriorityQueue<Pair> best, int most) {
        if (pair != null) {
            best.add(pair);
            if (best.size() > most) {
                best.remove();
            }
        }
    }

    private static @Nullable Pair consider(Likeness one, Likeness other) {
        boolean inOrder = one.id().compareTo(other.id()) < 0;
        var left = inOrder ? one : other;
        var right = inOrder ? other : one;
        boolean oneSource = left.source().equals(right.source());
        if (left.id().equals(right.id()) || oneSource && !mayBeNamed(left, right)) {
            return null;
        }
        var pair = new Pair(left, right, inCommon(left, right));
        boolean enough = oneSource
                ? pair.points() >= ENOUGH_IN_ONE_SOURCE && isNamed(pair.traits())
                : pair.points() >= ENOUGH && saysSomething(pair.traits());
        return enough ? pair : null;
    }

    /** What most pairs of one source fail at, asked before all that is dearer. */
    private static boolean mayBeNamed(Likeness one, Likeness other) {
        return !Collections.disjoint(one.words(), other.words())
                || !Collections.disjoint(one.identifiers(), other.identifiers());
    }

    private static boolean isNamed(Set<Trait> traits) {
        return traits.contains(Trait.SAME_NAME) || traits.contains(Trait.IDENTIFIER);
    }

    private static boolean saysSomething(Set<Trait> traits) {
        return traits.contains(Trait.SAME_NAME)
                || traits.contains(Trait.LIKE_NAME)
                || traits.contains(Trait.ADDRESS)
                || traits.contains(Trait.IDENTIFIER);
    }

    static Set<Trait> inCommon(Likeness one, Likeness other) {
        var traits = EnumSet.noneOf(Trait.class);
        names(one, other, traits);
        add(traits, Trait.IDENTIFIER, one.identifiers(), other.identifiers());
        add(traits, Trait.PHONE, one.phones(), other.phones());
        add(traits, Trait.EMAIL, one.emails(), other.emails());
        add(traits, Trait.WEB, one.pages(), other.pages());
        add(traits, Trait.ADDRESS, one.addresses(), other.addresses());
        boolean near = one.points().stream()
                .anyMatch(here -> other.points().stream().anyMatch(there -> here.metresTo(there) < NEAR_METRES));
        if (near) {
            traits.add(Trait.NEAR);
        }
        return traits;
    }

    private static void names(Likeness one, Likeness other, Set<Trait> traits) {
        for (var mine : one.words()) {
            for (var theirs : other.words()) {
                if (mine.equals(theirs)) {
                    traits.add(Trait.SAME_NAME);
                    traits.remove(Trait.LIKE_NAME);
                    return;
                }
                if (alike(mine, theirs)) {
                    traits.add(Trait.LIKE_NAME);
                }
            }
        }
    }

    private static boolean alike(Set<String> mine, Set<String> theirs) {
        long common = mine.stream().filter(theirs::contains).count();
        long all = mine.size() + theirs.size() - common;
        return common >= 2 && (double) common / all >= ALIKE;
    }

    private static void add(Set<Trait> traits, Trait trait, Set<String> mine, Set<String> theirs) {
        if (!Collections.disjoint(mine, theirs)) {
            traits.add(trait);
        }
    }

    /** Under what a record is found by those it may be one with. */
    private static Set<String> keys(Likeness record) {
        var keys = new HashSet<String>();
        record.words().stream().filter(words -> !words.isEmpty()).forEach(words -> keys.add("name " + words));
        record.identifiers().forEach(each -> keys.add("identifier " + each));
        record.phones().forEach(each -> keys.add("phone " + each));
        record.emails().forEach(each -> keys.add("email " + each));
        record.pages().forEach(each -> keys.add("page " + each));
        record.addresses().forEach(each -> keys.add("address " + each));
        return keys;
    }
}
