package org.opensocialnet.evidence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.opensocialnet.disclosure.Axis;
import org.opensocialnet.disclosure.Count;
import org.opensocialnet.disclosure.Table;
import org.opensocialnet.evidence.Picture.Split;

/** The counts themselves, innermost ones alone: for each split by kind of service, group and part. */
record Raw(Map<Split, Map<List<String>, Long>> unmet, Map<Split, Map<List<String>, Long>> reached) {

    /** What was counted, and by which subject the gate knows it. */
    enum Subject {
        UNMET("asked and not helped", List.of(Split.ZONE, Split.ORGANIZATION, Split.REASON)),
        REACHED("helped", List.of(Split.ZONE, Split.ORGANIZATION));

        private final String words;
        private final List<Split> splits;

        Subject(String words, List<Split> splits) {
            this.words = words;
            this.splits = splits;
        }

        /** Persons of different kinds of service are never added up: each kind is a subject of its own. */
        String of(String type) {
            return words + ", persons: " + type;
        }
    }

    Map<Split, Map<List<String>, Long>> of(Subject subject) {
        return subject == Subject.UNMET ? unmet : reached;
    }

    /** The kinds of service that anything was counted of. */
    Set<String> types(Subject subject) {
        var types = new TreeSet<String>();
        of(subject).values().forEach(counts -> counts.keySet().forEach(cell -> types.add(cell.getFirst())));
        return types;
    }

    /**
     * The tables of a kind of service with their margins; the nodes are given, so that all tables of one day share them. Where
     * nobody is, there is a nought: readers are told so, and whoever adds up counts on it.
     */
    List<Table> tables(Subject subject, String type, Nodes nodes) {
        return subject.splits.stream()
                .filter(nodes::has)
                .map(split -> table(subject, split, type, nodes))
                .toList();
    }

    private Table table(Subject subject, Split split, String type, Nodes nodes) {
        var counts = of(subject).getOrDefault(split, Map.of());
        var leaves = new HashMap<List<String>, Count>();
        for (var group : nodes.groups()) {
            for (var part : nodes.parts(split)) {
                leaves.put(List.of(group, part), Count.of(counts.getOrDefault(List.of(type, group, part), 0L)));
            }
        }
        return Table.of(
                split.name(),
                List.of(
                        Axis.flat("group", Picture.ALL, nodes.groups()),
                        Axis.flat(split.name(), Picture.ALL, nodes.parts(split))),
                leaves);
    }
}
