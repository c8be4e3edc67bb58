package org.opensocialnet.disclosure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.margins.Place;

/** Figures of one earlier publication, with what was told of each. */
record EarlierFigures(Reading reading, Publication publication) {

    /**
     * A figure that has not changed since is the same figure: what was told of it once is told. This takes readers to
     * know that nothing changed, which is more than they can.
     */
    Map<Long, Integer> read(Map<Long, Integer> latest) {
        var told = new HashMap<Long, Integer>();
        var request = publication.request();
        for (int i = 0; i < request.tables().size(); i++) {
            var table = request.tables().get(i);
            var shown = publication.told().sheets().get(i).cells();
            var cells = new TreeMap<Long, Map.Entry<List<String>, Count>>();
            table.cells()
                    .entrySet()
                    .forEach(each ->
                            cells.put(reading.coordinates.code(request.period(), table.axes(), each.getKey()), each));
            int[] dimensions = reading.coordinates.dimensions(table);
            cells.forEach((code, each) -> {
                int figure = figure(
                        told.containsKey(code) ? told.get(code) : latest.get(code),
                        each.getValue().people());
                told.put(code, figure);
                if (!reading.margins.places().containsKey(figure)) {
                    reading.margins.stands(figure, new Place(code, dimensions, told));
                }
                learn(figure, table, each.getKey(), shown.getOrDefault(each.getKey(), new Shown.Unknown()));
            });
        }
        return told;
    }

    private int figure(@Nullable Integer before, long people) {
        var figures = reading.margins.figures();
        return before != null && figures.value(before) == people ? before : figures.untold(people);
    }

    private void learn(int figure, Table table, List<String> cell, Shown shown) {
        var figures = reading.margins.figures();
        var rule = publication.rule();
        long people = figures.value(figure);
        switch (shown) {
            case Shown.Value _ -> figures.publish(figure);
            case Shown.FewerThan(int limit) -> {
                figures.bound(figure, rule.leastSmall(), limit - 1L, 0);
                if (rule.isSmall(people)) {
                    protect(figure, rule);
                }
            }
            case Shown.Rounded(long near, int base) ->
                figures.bound(figure, Math.max(0, near - base + 1), near + base - 1, 0);
            case Shown.Withheld _ -> {
                long around = table.uncertainty(cell, rule);
                if (rule.isSmall(people)) {
                    protect(figure, rule);
                } else if (around > 0) {
                    figures.need(figure, Math.max(0, people - around), people + around, 2 * around);
                }
            }
            case Shown.Unknown _ -> {
                // A count that was brought along and never told: others must not give it away.
                if (rule.isSmall(people)) {
                    protect(figure, rule);
                }
            }
        }
    }

    private void protect(int figure, Rule rule) {
        reading.margins.figures().need(figure, rule.leastSmall(), rule.threshold() - 1L, rule.spread());
    }
}
