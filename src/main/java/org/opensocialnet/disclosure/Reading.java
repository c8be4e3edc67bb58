package org.opensocialnet.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.opensocialnet.margins.Margins;
import org.opensocialnet.margins.Place;
import org.opensocialnet.margins.Way;

/** Reads a request and all that was told before as one system: figures, and the equations between them. */
final class Reading {

    final Coordinates coordinates;
    final Margins margins;
    /** The figures of the request by their numbers. */
    final Map<Long, Integer> asked = new HashMap<>();

    private final Request request;
    private final Rule rule;
    private final Map<Long, Integer> latest = new HashMap<>();
    private final Set<Long> unknown = new HashSet<>();
    private final Gaps gaps;

    Reading(Request request, Publications publications, Rule rule) {
        this.request = request;
        this.rule = rule;
        var requests = new ArrayList<>(
                publications.all().stream().map(Publication::request).toList());
        requests.add(request);
        coordinates = Coordinates.of(requests);
        margins = new Margins(coordinates.grid());
        gaps = new Gaps(this, rule);
        for (var publication : publications.all()) {
            var told = new EarlierFigures(this, publication).read(latest);
            equate(told, Set.of());
            latest.putAll(told);
        }
        readRequest();
        equate(asked, unknown);
        latest.putAll(asked);
        equate(latest, unknown);
        stackInTime();
    }

    /** Where periods add up, tables of many periods are one that also spans time: a month changes, and its year with it. */
    private void stackInTime() {
        int time = coordinates.time();
        var periods = new HashSet<Integer>();
        for (var way : coordinates.grid().ways(time)) {
            periods.add(way.whole());
            Arrays.stream(way.parts()).forEach(periods::add);
        }
        goAlong(time);
        latest.forEach((code, figure) -> {
            int[] table = margins.places().getOrDefault(figure, List.of()).stream()
                    .map(Place::dimensions)
                    .findFirst()
                    .orElseGet(() -> new int[0]);
            boolean spansTime = Arrays.stream(table).anyMatch(dimension -> dimension == time);
            if (!spansTime && periods.contains(coordinates.grid().node(code, time))) {
                int[] dimensions = Arrays.copyOf(table, table.length + 1);
                dimensions[table.length] = time;
                margins.stands(figure, new Place(code, dimensions, latest));
            }
        });
    }

    private void goAlong(int time) {
        var grid = coordinates.grid();
        for (var way : grid.ways(time)) {
            latest.forEach((code, whole) -> {
                if (way.exact() && grid.node(code, time) == way.whole()) {
                    Arrays.stream(way.parts())
                            .mapToObj(part -> latest.get(grid.moved(code, time, part)))
                            .filter(Objects::nonNull)
                            .forEach(part -> margins.figures().goesAlong(whole, part));
                }
            });
        }
    }

    /** One count of a table that is asked for, and where it stands among all. */
    private record Asked(long code, Table table, List<String> cell, Count count) {}

    private void readRequest() {
        var all = new ArrayList<Asked>();
        for (var table : request.tables()) {
            table.cells()
                    .forEach((cell, count) -> all.add(
                            new Asked(coordinates.code(request.period(), table.axes(), cell), table, cell, count)));
            if (table.cells().size() < sizeOf(table)) {
                table.grid().stream()
                        .filter(cell -> !table.cells().containsKey(cell))
                        .forEach(cell -> unknown.add(coordinates.code(request.period(), table.axes(), cell)));
            }
        }
        all.sort(Comparator.comparingLong(Asked::code)
                .thenComparing(each -> each.table().name()));
        all.forEach(this::read);
        unknown.removeAll(asked.keySet());
    }

    private void read(Asked each) {
        var known = asked.get(each.code());
        if (known == null) {
            int figure =
                    new AskedFigure(this, rule, each.table(), each.cell()).read(each.count(), latest.get(each.code()));
            asked.put(each.code(), figure);
            margins.stands(figure, new Place(each.code(), coordinates.dimensions(each.table()), asked));
        } else if (margins.figures().value(known) != each.count().people()) {
            throw new IllegalArgumentException("Two tables disagree on %s, of table %s."
                    .formatted(each.cell(), each.table().name()));
        }
    }

    private static long sizeOf(Table table) {
        return table.axes().stream().mapToLong(axis -> axis.nodes().size()).reduce(1, (a, b) -> a * b);
    }

    /** Writes down every sum that can be made of these figures. */
    private void equate(Map<Long, Integer> known, Set<Long> nothing) {
        var order = known.keySet().stream().sorted().toList();
        for (int dimension = 0; dimension < coordinates.grid().dimensions(); dimension++) {
            var ways = new HashMap<Integer, List<Way>>();
            for (var way : coordinates.grid().ways(dimension)) {
                ways.computeIfAbsent(way.whole(), none -> new ArrayList<>()).add(way);
            }
            for (long code : order) {
                for (var way : ways.getOrDefault(coordinates.grid().node(code, dimension), List.of())) {
                    gaps.equate(code, dimension, way, known, nothing);
                }
            }
        }
    }
}
