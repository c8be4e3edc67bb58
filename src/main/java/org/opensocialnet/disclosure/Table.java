package org.opensocialnet.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts over one or more axes, margins included. A cell names one node of each axis, in the order of the axes; one that
 * is not there is unknown, and unknown is never zero: totals count what is known.
 */
public record Table(String name, List<Axis> axes, Map<List<String>, Count> cells, Map<List<String>, Long> declared) {

    /** {@code declared}: cells that their owner wants withheld, and by how much up and down they must stay uncertain. */
    public Table {
        axes = List.copyOf(axes);
        cells = Map.copyOf(cells);
        declared = Map.copyOf(declared);
        if (!cells.keySet().containsAll(declared.keySet())
                || declared.values().stream().anyMatch(around -> around < 1)) {
            throw new IllegalArgumentException("Table %s declares what it has not.".formatted(name));
        }
        if (axes.isEmpty() || axes.stream().map(Axis::name).distinct().count() < axes.size()) {
            throw new IllegalArgumentException("Table %s needs axes, each with a name of its own.".formatted(name));
        }
        new TableCheck(name, axes, cells).check();
    }

    public Table(String name, List<Axis> axes, Map<List<String>, Count> cells) {
        this(name, axes, cells, Map.of());
    }

    /** The same table, of which one more cell is withheld. */
    public Table withholding(List<String> cell, long around) {
        var more = new HashMap<>(declared);
        more.put(cell, around);
        return new Table(name, axes, cells, more);
    }

    /** By how much, up and down, a cell that is not small must stay uncertain; 0 when it may be told. */
    long uncertainty(List<String> cell, Rule rule) {
        var count = cells.getOrDefault(cell, Count.NONE);
        long dominated =
                rule.dominance().map(dominance -> dominance.uncertainty(count)).orElse(0L);
        return Math.max(dominated, declared.getOrDefault(cell, 0L));
    }

    /** A table of its innermost figures; every total is added up here. */
    public static Table of(String name, List<Axis> axes, Map<List<String>, Count> leaves) {
        var above = new ArrayList<Map<String, List<String>>>();
        for (var axis : axes) {
            var ofAxis = new HashMap<String, List<String>>();
            axis.nodes().forEach(node -> ofAxis.put(node, List.copyOf(axis.above(node))));
            above.add(ofAxis);
        }
        var cells = new HashMap<List<String>, Count>();
        leaves.forEach((leaf, count) -> {
            var cellsAbove = List.<List<String>>of(List.of());
            for (int i = 0; i < axes.size(); i++) {
                cellsAbove = longer(cellsAbove, nodesAbove(above.get(i), i < leaf.size() ? leaf.get(i) : "", name));
            }
            cellsAbove.forEach(cell -> cells.merge(cell, count, Count::plus));
        });
        return new Table(name, axes, cells);
    }

    private static List<String> nodesAbove(Map<String, List<String>> above, String node, String table) {
        var nodes = above.get(node);
        if (nodes == null) {
            throw new IllegalArgumentException("Table %s has no node named \"%s\".".formatted(table, node));
        }
        return nodes;
    }

    private static List<List<String>> longer(List<List<String>> beginnings, List<String> nodes) {
        var longer = new ArrayList<List<String>>(beginnings.size() * nodes.size());
        for (var beginning : beginnings) {
            for (var node : nodes) {
                var cell = new ArrayList<String>(beginning.size() + 1);
                cell.addAll(beginning);
                cell.add(node);
                longer.add(List.copyOf(cell));
            }
        }
        return longer;
    }

    /** Every cell the axes span, known or not, in the order of the nodes' names. */
    public List<List<String>> grid() {
        var grid = List.<List<String>>of(List.of());
        for (var axis : axes) {
            grid = longer(grid, List.copyOf(axis.nodes()));
        }
        return grid;
    }
}
