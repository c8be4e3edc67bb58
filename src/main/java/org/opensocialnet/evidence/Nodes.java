package org.opensocialnet.evidence;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.opensocialnet.evidence.Picture.Split;
import org.opensocialnet.evidence.Raw.Subject;

/**
 * What the axes are made of in all tables of a day about one kind of service; the same for a telling and those before it, or
 * sums would not agree. An axis is never empty.
 */
record Nodes(Set<String> groups, Map<Split, Set<String>> parts) {

    static Nodes of(Subject subject, String type, Collection<Raw> all) {
        var nodes = new Nodes(new TreeSet<>(Set.of(Picture.UNSAID)), new EnumMap<>(Split.class));
        for (var raw : all) {
            raw.of(subject)
                    .forEach((split, counts) -> counts.keySet().stream()
                            .filter(cell -> cell.getFirst().equals(type))
                            .forEach(cell -> {
                                nodes.groups.add(cell.get(1));
                                nodes.parts
                                        .computeIfAbsent(split, _ -> new TreeSet<>())
                                        .add(cell.get(2));
                            }));
        }
        return nodes;
    }

    /** Whether anything was counted by this split. */
    boolean has(Split split) {
        return parts.containsKey(split);
    }

    Set<String> parts(Split split) {
        return parts.getOrDefault(split, Set.of());
    }
}
