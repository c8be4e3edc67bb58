package org.opensocialnet.disclosure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.opensocialnet.disclosure.Reading.Place;

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
                    .forEach(each -> cells.put(reading.coordinates.code(request.period(), table.axes(), each.getKey()), each));
            for (long code : cells.keySet()) {
                var each = cells.get(code);
                long people = each.getValue().people();
                var before = told.containsKey(code) ? told.get(code) : latest.get(code);
                boolean same = before != null && reading.figures.value[before] == people;
                int figure = same ? before : reading.figures.add(people, Figures.HIDDEN, 0, Figures.FREE, 0);
                told.put(code, figure);
                reading.places.putIfAbsent(
                        figure, new Place(code, reading.coordinates.dimensions(table), told));
                learn(figure, table, each.getKey(), shown.getOrDefault(each.getKey(), new Shown.Unknown()));
            }
        }
        return told;
    }

    private void learn(int figure, Table table, List<String> cell, Shown shown) {
        var figures = reading.figures;
        var rule = publication.rule();
        long people = figures.value[figure];
        switch (shown) {
            case Shown.Value _ -> figures.publish(figure);
            case Shown.FewerThan(int limit) -> {
                bound(figure, rule.leastSmall(), limit - 1L);
                if (rule.isSmall(people)) {
                    protect(figure, rule);
                }
            }
            case Shown.Rounded(long near, int base) ->
                bound(figure, Math.max(0, near - base + 1), near + base - 1);
            case Shown.Withheld _ -> {
                long around = table.uncertainty(cell, rule);
                if (rule.isSmall(people)) {
                    protect(figure, rule);
                } else if (around > 0) {
                    figures.need(figure, Math.max(0, people - around), people + around, 2 * around);
                }
            }
            case Shown.Unknown _ -> {}
        }
    }

    private void protect(int figure, Rule rule) {
        reading.figures.need(figure, rule.leastSmall(), rule.threshold() - 1L, rule.spread());
    }

    private void bound(int figure, long from, long to) {
        var figures = reading.figures;
        if (figures.state[figure] != Figures.PUBLISHED) {
            figures.state[figure] = Figures.BOUNDED;
            figures.least[figure] = Math.max(figures.least[figure], from);
            figures.most[figure] = Math.min(figures.most[figure], to);
        }
    }
}
