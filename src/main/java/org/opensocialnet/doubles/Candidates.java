package org.opensocialnet.doubles;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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

    private static final double ALIKE = 0.6;
    private static final double NEAR_METRES = 75;

    /** Two records and what they have in common. */
    record Pair(Likeness one, Likeness other, Set<Trait> traits) {

        int points() {
            return traits.stream().mapToInt(Trait::points).sum();
        }
    }

    private Candidates() {}

    static List<Pair> among(Collection<Likeness> records) {
        var byKey = new HashMap<String, List<Likeness>>();
        for (var record : records) {
            for (var key : keys(record)) {
                byKey.computeIfAbsent(key, _ -> new ArrayList<>()).add(record);
            }
        }
        var seen = new HashSet<List<Object>>();
        var pairs = new ArrayList<Pair>();
        for (var group : byKey.values()) {
            if (group.size() > TOO_COMMON) {
                continue;
            }
            for (int i = 0; i < group.size(); i++) {
                for (int j = i + 1; j < group.size(); j++) {
                    consider(group.get(i), group.get(j), seen, pairs);
                }
            }
        }
        return pairs;
    }

    private static void consider(Likeness one, Likeness other, Set<List<Object>> seen, List<Pair> pairs) {
        boolean inOrder = one.id().compareTo(other.id()) < 0;
        var left = inOrder ? one : other;
        var right = inOrder ? other : one;
        if (left.id().equals(right.id()) || !seen.add(List.of(left.id(), right.id()))) {
            return;
        }
        var pair = new Pair(left, right, inCommon(left, right));
        boolean oneSource = left.source().equals(right.source());
        boolean enough = oneSource
                ? pair.points() >= ENOUGH_IN_ONE_SOURCE && isNamed(pair.traits())
                : pair.points() >= ENOUGH && saysSomething(pair.traits());
        if (enough) {
            pairs.add(pair);
        }
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
