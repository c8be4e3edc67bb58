package org.opensocialnet.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.opensocialnet.margins.Grid;
import org.opensocialnet.margins.Way;

/**
 * Gives every figure of some tables one number, so that the same figure in two tables has the same. The order in which
 * tables, axes and nodes were told makes no difference.
 */
final class Coordinates {

    private final List<String> names = new ArrayList<>();
    private final List<Map<String, Integer>> numbers = new ArrayList<>();
    private final List<List<Way>> ways = new ArrayList<>();
    private final Grid grid;
    private final List<Period> times;

    static Coordinates of(List<Request> requests) {
        return new Coordinates(
                requests.stream()
                        .flatMap(request -> request.tables().stream())
                        .flatMap(table -> table.axes().stream())
                        .toList(),
                requests.stream().map(Request::period).toList());
    }

    Coordinates(List<Axis> all, List<Period> some) {
        var axes = new TreeMap<String, Set<Axis>>();
        all.forEach(axis ->
                axes.computeIfAbsent(axis.name(), none -> new LinkedHashSet<>()).add(axis));
        var periods = new TreeSet<>(Period.LONGEST_FIRST);
        periods.addAll(some);
        for (var axis : axes.getOrDefault(Axis.TIME, Set.of())) {
            axis.nodes().forEach(node -> periods.add(Period.of(node)));
        }
        axes.remove(Axis.TIME);
        axes.forEach(this::add);
        times = List.copyOf(periods);
        add(times.stream().map(Period::toString).toList());
        ways.add(Times.ways(times));
        grid = new Grid(numbers.stream().mapToInt(Map::size).toArray(), ways);
    }

    private void add(String name, Set<Axis> axes) {
        var wholes = axes.stream().map(Axis::whole).distinct().toList();
        if (wholes.size() > 1) {
            throw new IllegalArgumentException("Axis %s has more than one whole: %s".formatted(name, wholes));
        }
        var nodes = new TreeSet<String>();
        axes.forEach(axis -> nodes.addAll(axis.nodes()));
        nodes.remove(wholes.getFirst());
        var order = new ArrayList<String>(List.of(wholes.getFirst()));
        order.addAll(nodes);
        names.add(name);
        add(order);
        var sums = new TreeMap<String, Way>();
        axes.stream().flatMap(axis -> axis.sums().stream()).forEach(sum -> {
            var parts = sum.parts().stream()
                    .mapToInt(part -> number(names.size() - 1, part))
                    .sorted()
                    .toArray();
            sums.put(
                    sum.whole() + new TreeSet<>(sum.parts()),
                    new Way(number(names.size() - 1, sum.whole()), parts, true));
        });
        ways.add(List.copyOf(sums.values()));
    }

    private void add(List<String> nodes) {
        var ofNodes = new HashMap<String, Integer>();
        nodes.forEach(node -> ofNodes.put(node, ofNodes.size()));
        numbers.add(ofNodes);
        if (numbers.size() > names.size()) {
            names.add(Axis.TIME);
        }
    }

    private int number(int dimension, String node) {
        var number = numbers.get(dimension).get(node);
        if (number == null) {
            throw new IllegalArgumentException("Axis %s has no node %s".formatted(names.get(dimension), node));
        }
        return number;
    }

    Grid grid() {
        return grid;
    }

    int time() {
        return names.size() - 1;
    }

    /** The days of a period that are in none of its parts. */
    String daysBetween(int whole, Set<Integer> parts) {
        return Times.without(times.get(whole), parts.stream().map(times::get).toList())
                .toString();
    }

    int[] dimensions(Table table) {
        return table.axes().stream()
                .mapToInt(axis -> names.indexOf(axis.name()))
                .sorted()
                .toArray();
    }

    /** Numbers the cells of one table. */
    long code(Period period, List<Axis> axes, List<String> cell) {
        long code = grid.moved(0, time(), number(time(), period.toString()));
        for (int i = 0; i < cell.size(); i++) {
            int dimension = names.indexOf(axes.get(i).name());
            code = grid.moved(code, dimension, number(dimension, cell.get(i)));
        }
        return code;
    }
}
