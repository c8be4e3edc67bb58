package org.opensocialnet.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The sums of one table of rounded figures: whether one of them says more of a small count than rounding hides. */
final class RoundedSums {

    private final Table table;
    private final int base;
    private final Rule rule;
    private final Map<List<String>, Long> rounded = new HashMap<>();

    RoundedSums(Table table, int base, Rule rule) {
        this.table = table;
        this.base = base;
        this.rule = rule;
    }

    void put(List<String> cell, long people) {
        rounded.put(cell, people);
    }

    long get(List<String> cell) {
        return rounded.get(cell);
    }

    /** Turns the totals that narrow a small part down; false when there is none. */
    boolean turnNarrowTotals() {
        boolean turned = false;
        var cells = new TreeMap<String, List<String>>();
        rounded.keySet().forEach(cell -> cells.put(cell.toString(), cell));
        for (int axis = 0; axis < table.axes().size(); axis++) {
            for (var sum : table.axes().get(axis).sums()) {
                for (var whole : cells.values()) {
                    if (whole.get(axis).equals(sum.whole()) && isNarrow(whole, parts(whole, axis, sum))) {
                        turned |= turn(whole);
                    }
                }
            }
        }
        return turned;
    }

    private List<List<String>> parts(List<String> whole, int axis, Sum sum) {
        var parts = new ArrayList<List<String>>();
        for (var node : sum.parts()) {
            var part = new ArrayList<>(whole);
            part.set(axis, node);
            if (rounded.containsKey(part)) {
                parts.add(part);
            }
        }
        parts.sort(Comparator.comparing(List::toString));
        return parts;
    }

    private boolean isNarrow(List<String> whole, List<List<String>> parts) {
        long least = parts.stream().mapToLong(this::least).sum();
        long most = parts.stream().mapToLong(this::most).sum();
        return parts.stream().filter(part -> rule.isSmall(people(part))).anyMatch(part -> {
            long fromOthers = least(whole) - (most - most(part));
            long toOthers = most(whole) - (least - least(part));
            return Math.min(most(part), toOthers) - Math.max(least(part), fromOthers) < rule.spread();
        });
    }

    private boolean turn(List<String> cell) {
        long below = people(cell) - people(cell) % base;
        if (people(cell) == below) {
            return false;
        }
        rounded.merge(cell, 0L, (now, none) -> now == below ? below + base : below);
        return true;
    }

    private long people(List<String> cell) {
        return table.cells().getOrDefault(cell, Count.NONE).people();
    }

    private long least(List<String> cell) {
        return Math.max(0, get(cell) - base + 1);
    }

    private long most(List<String> cell) {
        return get(cell) + base - 1;
    }
}
