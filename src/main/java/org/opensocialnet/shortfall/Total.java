package org.opensocialnet.shortfall;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Several cells together. What was reached beyond the need of one area does not cover another: each is capped before it is
 * added. Cells of which nothing is known are counted, and stay out of the percentage.
 *
 * @param need of the cells that are known
 * @param served of them, each up to its need
 * @param shortfall what is missing over all cells; unknown where one is
 * @param unknown how many cells are
 */
record Total(Figure need, Figure served, Figure shortfall, int cells, int unknown) {

    static Total of(List<Standing> cells) {
        if (cells.stream().map(cell -> cell.seen().measure()).distinct().count() > 1) {
            throw new IllegalArgumentException("Cells are added in one measure.");
        }
        Figure need = Figure.NONE;
        Figure served = Figure.NONE;
        Figure shortfall = Figure.NONE;
        int unknown = 0;
        for (var cell : cells) {
            shortfall = shortfall.plus(cell.shortfall());
            if (cell.confidence() == Confidence.UNKNOWN) {
                unknown++;
            } else {
                need = need.plus(cell.seen().need());
                served = served.plus(cell.split().served());
            }
        }
        return new Total(need, served, shortfall, cells.size(), unknown);
    }

    /** In percent, of the cells that are known; none where nobody is in need or nothing is known. */
    OptionalDouble coverage() {
        return need.amount() > 0 ? OptionalDouble.of(100 * served.amount() / need.amount()) : OptionalDouble.empty();
    }
}
