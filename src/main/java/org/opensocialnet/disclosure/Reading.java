package org.opensocialnet.disclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.opensocialnet.disclosure.Coordinates.Way;

/** Reads a request and all that was told before as one system: figures, and the equations between them. */
final class Reading {

    final Figures figures = new Figures();
    final Equations equations = new Equations();
    final Coordinates coordinates;
    /** The figures of the request by their numbers. */
    final Map<Long, Integer> asked = new HashMap<>();
    /** Where each figure stands. */
    final Map<Integer, Place> places = new HashMap<>();

    /** The number of a figure, the dimensions of its table, and the figures told together with it. */
    record Place(long code, int[] dimensions, Map<Long, Integer> together) {}

    private final Request request;
    private final Rule rule;
    private final Map<Long, Integer> latest = new HashMap<>();
    private final Set<Long> unknown = new HashSet<>();
    private final Gaps gaps;

    Reading(Request request, Ledger ledger, Rule rule) {
        this.request = request;
        this.rule = rule;
        var requests = new ArrayList<>(ledger.publications().stream().map(Publication::request).toList());
        requests.add(request);
        coordinates = Coordinates.of(requests);
        gaps = new Gaps(this, rule);
        for (var publication : ledger.publications()) {
            var told = new EarlierFigures(this, publication).read(latest);
            equate(told, Set.of());
            latest.putAll(told);
        }
        readRequest();
        equate(asked, unknown);
        latest.putAll(asked);
        equate(latest, unknown);
        equations.link(figures.size);
        forgetWhatNothingTouches();
        var isAsked = new boolean[figures.size];
        asked.values().forEach(figure -> isAsked[figure] = true);
        asked.values().stream().filter(figures::isSensitive).forEach(figure -> acceptWhatWordsImply(figure, isAsked));
    }

    /** "Some" in each of two months told earlier are at least two in both: that cannot be made uncertain any more. */
    private void acceptWhatWordsImply(int figure, boolean[] isAsked) {
        for (int equation : equations.of(figure)) {
            int[] members = equations.figures(equation);
            if (members[0] == figure) {
                long least = 0;
                for (int i = 1; i < members.length; i++) {
                    least += isAsked[members[i]] ? 0 : Math.max(0, figures.least[members[i]]);
                }
                if (least > figures.needLeast[figure]) {
                    figures.need(figure, Math.min(least, figures.value[figure]), figures.needMost[figure], figures.spread[figure]);
                }
            }
        }
    }

    private record Asked(long code, Table table, List<String> cell, Count count) {}

    private void readRequest() {
        var all = new ArrayList<Asked>();
        for (var table : request.tables()) {
            table.cells().forEach((cell, count) ->
                    all.add(new Asked(coordinates.code(request.period(), table.axes(), cell), table, cell, count)));
            if (table.cells().size() < sizeOf(table)) {
                table.grid().stream()
                        .filter(cell -> !table.cells().containsKey(cell))
                        .forEach(cell -> unknown.add(coordinates.code(request.period(), table.axes(), cell)));
            }
        }
        all.sort(Comparator.comparingLong(Asked::code).thenComparing(each -> each.table().name()));
        all.forEach(this::read);
        unknown.removeAll(asked.keySet());
    }

    private void read(Asked each) {
        var known = asked.get(each.code());
        if (known == null) {
            int figure = new AskedFigure(this, rule, each.table(), each.cell())
                    .read(each.count(), latest.get(each.code()));
            asked.put(each.code(), figure);
            places.put(figure, new Place(each.code(), coordinates.dimensions(each.table()), asked));
        } else if (figures.value[known] != each.count().people()) {
            throw new IllegalArgumentException(
                    "Two tables disagree on %s, of table %s.".formatted(each.cell(), each.table().name()));
        }
    }

    private static long sizeOf(Table table) {
        return table.axes().stream().mapToLong(axis -> axis.nodes().size()).reduce(1, (a, b) -> a * b);
    }

    /** Writes down every sum that can be made of these figures. */
    private void equate(Map<Long, Integer> known, Set<Long> nothing) {
        var order = known.keySet().stream().sorted().toList();
        for (int dimension = 0; dimension < coordinates.dimensions(); dimension++) {
            var ways = new HashMap<Integer, List<Way>>();
            for (var way : coordinates.ways(dimension)) {
                ways.computeIfAbsent(way.whole(), none -> new ArrayList<>()).add(way);
            }
            for (long code : order) {
                for (var way : ways.getOrDefault(coordinates.node(code, dimension), List.of())) {
                    gaps.equate(code, dimension, way, known, nothing);
                }
            }
        }
    }

    /** What is not tied to the request by anything untold was settled when it was told. */
    private void forgetWhatNothingTouches() {
        var reached = new boolean[figures.size];
        var waiting = new ArrayDeque<Integer>();
        asked.values().forEach(figure -> {
            reached[figure] = true;
            waiting.add(figure);
        });
        while (!waiting.isEmpty()) {
            int figure = waiting.remove();
            if (figures.state[figure] == Figures.PUBLISHED) {
                continue;
            }
            for (int equation : equations.of(figure)) {
                for (int other : equations.figures(equation)) {
                    if (!reached[other]) {
                        reached[other] = true;
                        waiting.add(other);
                    }
                }
            }
        }
        for (int figure = 0; figure < figures.size; figure++) {
            if (!reached[figure]) {
                figures.spread[figure] = 0;
            }
        }
    }
}
