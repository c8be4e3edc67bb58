package org.opensocialnet.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.opensocialnet.margins.Ranges;
import org.opensocialnet.margins.Ranges.Range;
import org.opensocialnet.margins.Way;

/**
 * The judge: what a reader with a linear programming solver can conclude from sheets, all together, knowing the rule.
 * It sees what readers see and nothing else. A figure told twice is taken to be the same, unless that was contradicted.
 */
public final class Audit {

    private final Coordinates coordinates;
    private final Ranges ranges;
    private long gaps = -1;

    public Audit(List<Told> everything) {
        this(everything, false);
    }

    /** With whole numbers alone an attacker concludes more, and takes far longer. */
    public Audit(List<Told> everything, boolean wholeNumbers) {
        ranges = new Ranges(wholeNumbers);
        coordinates = new Coordinates(
                everything.stream()
                        .flatMap(told -> told.sheets().stream())
                        .flatMap(sheet -> sheet.axes().stream())
                        .toList(),
                everything.stream().map(Told::period).toList());
        var codes = new TreeSet<Long>();
        for (var told : everything) {
            for (var sheet : told.sheets()) {
                sheet.cells().forEach((cell, shown) -> {
                    long code = coordinates.code(told.period(), sheet.axes(), cell);
                    codes.add(code);
                    learn(code, told.rule(), shown);
                });
            }
        }
        equate(codes);
    }

    /** What can be concluded of one cell; nothing is when the sheets contradict each other. */
    public Range range(Told told, Sheet sheet, List<String> cell) {
        return ranges.of(coordinates.code(told.period(), sheet.axes(), cell));
    }

    private void learn(long code, Rule rule, Shown shown) {
        switch (shown) {
            case Shown.Value(long people) -> ranges.told(code, people, people);
            case Shown.FewerThan(int people) -> ranges.told(code, rule.leastSmall(), people - 1);
            case Shown.Withheld _ -> ranges.told(code, 0, Ranges.NO_END);
            case Shown.Rounded(long people, int base) ->
                ranges.told(code, Math.max(0, people - base + 1), people + base - 1);
            case Shown.Unknown _ -> ranges.told(code, 0, 0);
        }
    }

    private void equate(Set<Long> codes) {
        var grid = coordinates.grid();
        for (long code : codes) {
            for (int dimension = 0; dimension < grid.dimensions(); dimension++) {
                for (var way : grid.ways(dimension)) {
                    if (way.whole() == grid.node(code, dimension)) {
                        equate(code, dimension, way);
                    }
                }
            }
        }
    }

    private void equate(long whole, int dimension, Way way) {
        var parts = new ArrayList<Long>();
        for (int node : way.parts()) {
            long part = coordinates.grid().moved(whole, dimension, node);
            if (ranges.knows(part)) {
                parts.add(part);
            }
        }
        if (parts.isEmpty()) {
            return;
        }
        if (!way.exact() || parts.size() < way.parts().length) {
            parts.add(gaps--);
        }
        ranges.sum(whole, parts);
    }
}
