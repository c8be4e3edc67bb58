package org.opensocialnet.disclosure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Tables for tests, small and random. */
final class Grids {

    static final LocalDate DAY = LocalDate.of(2026, 5, 1);
    static final Period APRIL = new Period(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 5, 1));

    private Grids() {}

    /** Rows and columns with totals; rows are told as text, "kitchen 3 10 0". */
    static Table rows(String name, List<String> columns, String... rows) {
        var leaves = new HashMap<List<String>, Count>();
        var names = new ArrayList<String>();
        for (var row : rows) {
            var words = row.split(" ");
            names.add(words[0]);
            for (int i = 1; i < words.length; i++) {
                leaves.put(List.of(words[0], columns.get(i - 1)), Count.of(Long.parseLong(words[i])));
            }
        }
        return Table.of(name, List.of(Axis.flat("row", "all", names), Axis.flat("column", "all", columns)), leaves);
    }

    static long people(Table table, List<String> cell) {
        return table.cells().getOrDefault(cell, Count.NONE).people();
    }

    static Request request(Table... tables) {
        return new Request("needs, persons", APRIL, DAY, List.of(tables));
    }

    /** From one to four axes, some of them trees, with more zeros and small counts than large ones. */
    static Table random(Random random, int mostCells) {
        var axes = new ArrayList<Axis>();
        int size = 1;
        int dimensions = 1 + random.nextInt(4);
        for (int i = 0; i < dimensions; i++) {
            var axis = random.nextInt(3) == 0 ? tree("axis" + i, random) : flat("axis" + i, 2 + random.nextInt(4));
            if (size * axis.nodes().size() <= mostCells) {
                size *= axis.nodes().size();
                axes.add(axis);
            }
        }
        return filled("table", axes, random, 0.2 + 0.7 * random.nextDouble(), 1 + random.nextInt(12));
    }

    static Table filled(String name, List<Axis> axes, Random random, double density, double mean) {
        var leaves = new HashMap<List<String>, Count>();
        var cells = List.<List<String>>of(List.of());
        for (var axis : axes) {
            var longer = new ArrayList<List<String>>();
            for (var cell : cells) {
                for (var leaf : axis.leaves()) {
                    var next = new ArrayList<>(cell);
                    next.add(leaf);
                    longer.add(List.copyOf(next));
                }
            }
            cells = longer;
        }
        for (var cell : cells) {
            boolean some = random.nextDouble() < density;
            leaves.put(cell, Count.of(some ? (long) (-mean * Math.log(1 - random.nextDouble())) : 0));
        }
        return Table.of(name, axes, leaves);
    }

    static Axis flat(String name, int parts) {
        return Axis.flat(
                name,
                "all",
                IntStream.range(0, parts).mapToObj(i -> name + "-" + i).toList());
    }

    private static Axis tree(String name, Random random) {
        Map<String, String> parents = new TreeMap<>();
        for (int branch = 0; branch < 2; branch++) {
            parents.put(name + "-" + branch, "all");
            for (int leaf = 0; leaf <= 1 + random.nextInt(2); leaf++) {
                parents.put(name + "-" + branch + leaf, name + "-" + branch);
            }
        }
        return Axis.tree(name, "all", parents);
    }
}
