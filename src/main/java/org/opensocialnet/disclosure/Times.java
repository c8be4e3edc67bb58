package org.opensocialnet.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.opensocialnet.margins.Way;

/** How periods contain each other: a year its quarters, a quarter its months; also with a gap that nobody named. */
final class Times {

    private Times() {}

    /**
     * For each period the largest inside of it, as many sets as it takes until none in a set touches another; and the days these
     * leave out by the largest that fit there, so that a stretch of days is one figure wherever one comes to it.
     */
    static List<Way> ways(List<Period> longestFirst) {
        var ways = new ArrayList<Way>();
        for (int whole = 0; whole < longestFirst.size(); whole++) {
            for (var family : families(longestFirst, whole)) {
                fill(longestFirst, longestFirst.get(whole), family);
                var periods = family.stream().map(longestFirst::get).toList();
                boolean exact = longestFirst.get(whole).isMadeOf(periods);
                ways.add(new Way(
                        whole, family.stream().mapToInt(Integer::intValue).toArray(), exact));
            }
        }
        return ways;
    }

    private static List<List<Integer>> families(List<Period> periods, int whole) {
        var families = new ArrayList<List<Integer>>();
        var inside = new ArrayList<Integer>();
        for (int part = 0; part < periods.size(); part++) {
            var period = periods.get(part);
            boolean largest = inside.stream().noneMatch(other -> period.isPartOf(periods.get(other)));
            if (period.isPartOf(periods.get(whole)) && largest) {
                inside.add(part);
            }
        }
        inside.sort((a, b) -> periods.get(a).from().compareTo(periods.get(b).from()));
        for (int part : inside) {
            families.stream()
                    .filter(family -> !periods.get(family.getLast()).touches(periods.get(part)))
                    .findFirst()
                    .orElseGet(() -> {
                        families.add(new ArrayList<>());
                        return families.getLast();
                    })
                    .add(part);
        }
        return families;
    }

    private static void fill(List<Period> periods, Period whole, List<Integer> family) {
        for (var gap : without(whole, family.stream().map(periods::get).toList())) {
            for (int part = 0; part < periods.size(); part++) {
                var period = periods.get(part);
                boolean fits = period.equals(gap) || period.isPartOf(gap);
                if (fits
                        && family.stream().noneMatch(other -> periods.get(other).touches(period))) {
                    family.add(part);
                }
            }
        }
    }

    static List<Period> without(Period whole, List<Period> parts) {
        var left = new ArrayList<Period>();
        var next = whole.from();
        for (var part :
                parts.stream().sorted(Comparator.comparing(Period::from)).toList()) {
            if (part.from().isAfter(next)) {
                left.add(new Period(next, part.from()));
            }
            next = part.until();
        }
        if (whole.until().isAfter(next)) {
            left.add(new Period(next, whole.until()));
        }
        return left;
    }
}
