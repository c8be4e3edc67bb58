package org.opensocialnet.margins;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Along one dimension, the ways in which a node can change by one so that every sum stays right. */
final class Moves {

    /** Other nodes that change with it, each by one: up (1) or down (−1). */
    record Move(int[] nodes, int[] signs) {}

    /** More than this many ways are not looked at: trees of thousands of leaves. */
    private static final int MOST = 400;

    private final Map<Integer, Way> parent = new HashMap<>();
    private final Map<Integer, Way> split = new HashMap<>();
    private final Map<Integer, List<Move>> known = new HashMap<>();
    /** Nodes whose sums are not a tree: parts of two wholes, wholes split twice or with a rest. Only the beam knows their way. */
    private final Set<Integer> tangled = new HashSet<>();

    Moves(List<Way> ways) {
        for (var way : ways) {
            if (split.put(way.whole(), way) != null || !way.exact()) {
                tangled.add(way.whole());
            }
            for (int part : way.parts()) {
                if (parent.put(part, way) != null || !way.exact()) {
                    tangled.add(part);
                }
            }
        }
        for (var way : ways) {
            if (tangled.contains(way.whole())) {
                IntStream.of(way.parts()).forEach(tangled::add);
            }
        }
    }

    List<Move> of(int node) {
        return tangled.contains(node) ? List.of() : known.computeIfAbsent(node, this::found);
    }

    private List<Move> found(int node) {
        var found = new ArrayList<Move>();
        for (var down : down(node)) {
            for (var up : up(node)) {
                var move = move(down, up);
                if (found.size() < MOST && IntStream.of(move.nodes()).noneMatch(tangled::contains)) {
                    found.add(move);
                }
            }
        }
        return found;
    }

    /** Paths from below a node to a leaf; a leaf has the empty one. */
    private List<List<Integer>> down(int node) {
        var way = split.get(node);
        if (way == null) {
            return List.of(List.of());
        }
        var paths = new ArrayList<List<Integer>>();
        for (int part : way.parts()) {
            for (var path : down(part)) {
                var longer = new ArrayList<Integer>(path.size() + 1);
                longer.add(part);
                longer.addAll(path);
                paths.add(longer);
            }
        }
        return paths;
    }

    /** What makes up for a change above: another branch goes down instead (told as −1 − node), or the whole goes up. */
    private List<List<Integer>> up(int node) {
        var way = parent.get(node);
        if (way == null) {
            return List.of(List.of());
        }
        var all = new ArrayList<List<Integer>>();
        for (int part : way.parts()) {
            if (part != node) {
                for (var path : down(part)) {
                    var branch = new ArrayList<Integer>(path.size() + 1);
                    branch.add(-1 - part);
                    path.forEach(below -> branch.add(-1 - below));
                    all.add(branch);
                }
            }
        }
        for (var path : up(way.whole())) {
            var higher = new ArrayList<Integer>(path.size() + 1);
            higher.add(way.whole());
            higher.addAll(path);
            all.add(higher);
        }
        return all;
    }

    private static Move move(List<Integer> down, List<Integer> up) {
        int[] nodes = new int[down.size() + up.size()];
        int[] signs = new int[nodes.length];
        for (int i = 0; i < nodes.length; i++) {
            int node = i < down.size() ? down.get(i) : up.get(i - down.size());
            nodes[i] = node < 0 ? -1 - node : node;
            signs[i] = node < 0 ? -1 : 1;
        }
        return new Move(nodes, signs);
    }
}
