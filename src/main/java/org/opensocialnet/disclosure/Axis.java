package org.opensocialnet.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One way of telling figures apart (kind of service, group, zone, organisation, time), and how its nodes add up.
 * The whole is the node that a table without this axis speaks of; a node may be split in several ways.
 */
public record Axis(String name, String whole, List<Sum> sums) {

    /** The name of the axis whose nodes are {@link Period}s. */
    public static final String TIME = "time";

    public Axis {
        sums = List.copyOf(sums);
        for (var sum : sums) {
            if (sum.parts().contains(whole)) {
                throw new IllegalArgumentException("The whole of axis %s is a part: %s".formatted(name, whole));
            }
        }
    }

    /** Parts side by side and their total. */
    public static Axis flat(String name, String whole, Collection<String> parts) {
        return new Axis(name, whole, List.of(new Sum(whole, List.copyOf(parts))));
    }

    /** A hierarchy, told by each node's parent; nodes whose parent is the whole stand at the top. */
    public static Axis tree(String name, String whole, Map<String, String> parentOf) {
        var parts = new TreeMap<String, List<String>>();
        new TreeMap<>(parentOf)
                .forEach((node, parent) ->
                        parts.computeIfAbsent(parent, none -> new ArrayList<>()).add(node));
        return new Axis(
                name,
                whole,
                parts.entrySet().stream()
                        .map(each -> new Sum(each.getKey(), each.getValue()))
                        .toList());
    }

    /** A period and those it is made of, which leave no day out and count none twice. */
    public static Axis time(Period whole, List<Period> parts) {
        if (!whole.isMadeOf(parts)) {
            throw new IllegalArgumentException("The periods do not make up " + whole);
        }
        return flat(TIME, whole.toString(), parts.stream().map(Period::toString).toList());
    }

    /** The same axis, of which one node is also split in another way. */
    public Axis alsoSplit(String node, Collection<String> parts) {
        var more = new ArrayList<>(sums);
        more.add(new Sum(node, List.copyOf(parts)));
        return new Axis(name, whole, more);
    }

    public SortedSet<String> nodes() {
        var nodes = new TreeSet<String>();
        nodes.add(whole);
        for (var sum : sums) {
            nodes.add(sum.whole());
            nodes.addAll(sum.parts());
        }
        return nodes;
    }

    /** The nodes that are not split. */
    public SortedSet<String> leaves() {
        var leaves = nodes();
        sums.forEach(sum -> leaves.remove(sum.whole()));
        return leaves;
    }

    /** The node itself and every node it counts towards. */
    SortedSet<String> above(String node) {
        var above = new TreeSet<String>();
        above.add(node);
        boolean grew = true;
        while (grew) {
            grew = false;
            for (var sum : sums) {
                if (!above.contains(sum.whole()) && sum.parts().stream().anyMatch(above::contains)) {
                    grew = above.add(sum.whole());
                }
            }
        }
        return above;
    }
}
