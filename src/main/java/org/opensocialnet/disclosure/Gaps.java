package org.opensocialnet.disclosure;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.opensocialnet.margins.Way;

/**
 * Equations whose parts were not all told: what is missing is a figure too, for whoever subtracts finds it. A year less
 * eleven months that were told is the twelfth.
 */
final class Gaps {

    private final Reading reading;
    private final Rule rule;
    private final Map<String, Integer> named = new HashMap<>();

    Gaps(Reading reading, Rule rule) {
        this.reading = reading;
        this.rule = rule;
    }

    void equate(long whole, int dimension, Way way, Map<Long, Integer> known, Set<Long> nothing) {
        var found = new TreeMap<Integer, Integer>();
        boolean missing = find(whole, dimension, way, known, nothing, found);
        if (found.isEmpty()) {
            return;
        }
        var figures = reading.margins.figures();
        int total = requireNonNull(known.get(whole));
        var parts = new ArrayList<>(found.values());
        long rest = figures.value(total);
        for (int part : parts) {
            rest -= figures.value(part);
        }
        if (missing || rest != 0) {
            parts.add(gap(name(whole, dimension, found.keySet()), rest, !missing));
        }
        reading.margins.equations().add(total, parts);
    }

    /** Parts that were not told may be known by what they are made of; whether something stays missing. */
    private boolean find(
            long whole,
            int dimension,
            Way way,
            Map<Long, Integer> known,
            Set<Long> nothing,
            Map<Integer, Integer> found) {
        boolean missing = !way.exact();
        for (int node : way.parts()) {
            long code = reading.coordinates.grid().moved(whole, dimension, node);
            var part = known.get(code);
            if (part != null) {
                found.put(node, part);
            } else if (!nothing.contains(code)) {
                var inner = reading.coordinates.grid().ways(dimension).stream()
                        .filter(other -> other.whole() == node)
                        .findFirst();
                missing |= inner.isEmpty() || find(code, dimension, inner.get(), known, nothing, found);
            }
        }
        return missing;
    }

    /** The same stretch of days that was not told is the same figure, from wherever one comes to it. */
    private String name(long whole, int dimension, Set<Integer> parts) {
        var coordinates = reading.coordinates;
        var line = coordinates.grid().moved(whole, dimension, 0) + ":" + dimension + ":";
        int node = coordinates.grid().node(whole, dimension);
        return line
                + (dimension == coordinates.time() ? coordinates.daysBetween(node, parts) : node + " without " + parts);
    }

    private int gap(String name, long people, boolean isChange) {
        return named.computeIfAbsent(name + (isChange ? "!" : "") + people, none -> {
            var figures = reading.margins.figures();
            int figure = isChange || people < 0 ? figures.difference(people) : figures.untold(people);
            if (rule.isSmall(Math.abs(people))) {
                long far = people > 0 ? rule.threshold() - 1 : 1 - rule.threshold();
                long near = people > 0 ? 1 : -1;
                figures.need(figure, Math.min(near, far), Math.max(near, far), rule.spreadOfChange());
            }
            return figure;
        });
    }
}
