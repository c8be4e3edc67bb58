package org.opensocialnet.disclosure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Refuses, in words and without figures, a table whose cells do not exist or do not add up. */
record TableCheck(String name, List<Axis> axes, Map<List<String>, Count> cells) {

    void check() {
        var nodes = axes.stream().map(axis -> (Set<String>) axis.nodes()).toList();
        for (var cell : cells.keySet()) {
            boolean exists = cell.size() == axes.size();
            for (int i = 0; exists && i < axes.size(); i++) {
                exists = nodes.get(i).contains(cell.get(i));
            }
            if (!exists) {
                throw new IllegalArgumentException("Table %s has no cell %s.".formatted(name, cell));
            }
        }
        for (int i = 0; i < axes.size(); i++) {
            for (var sum : axes.get(i).sums()) {
                check(i, sum);
            }
        }
    }

    private void check(int axis, Sum sum) {
        var contexts = new HashSet<List<String>>();
        var parts = Set.copyOf(sum.parts());
        for (var cell : cells.keySet()) {
            if (cell.get(axis).equals(sum.whole()) || parts.contains(cell.get(axis))) {
                contexts.add(with(cell, axis, sum.whole()));
            }
        }
        for (var whole : contexts) {
            long people = 0;
            boolean any = false;
            for (var part : sum.parts()) {
                var count = cells.get(with(whole, axis, part));
                people += count == null ? 0 : count.people();
                any |= count != null;
            }
            var total = cells.get(whole);
            if (total == null || total.people() != people && (any || total.people() != 0)) {
                throw new IllegalArgumentException("Table %s does not add up: %s is not the sum of its parts along %s."
                        .formatted(name, whole, axes.get(axis).name()));
            }
        }
    }

    private static List<String> with(List<String> cell, int axis, String node) {
        var other = new ArrayList<>(cell);
        other.set(axis, node);
        return other;
    }
}
