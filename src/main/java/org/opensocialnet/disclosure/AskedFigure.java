package org.opensocialnet.disclosure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One cell of the request on its way in: what is to be told of it, and what must stay uncertain. */
record AskedFigure(Reading reading, Rule rule, Table table, List<String> cell) {

    /** Zeros are withheld last of all, when nothing else protects. */
    private static final int PRICE_OF_A_ZERO = 8_000;

    private static final int PRICE_OF_A_BOUND = 1_000;

    int read(Count count, @Nullable Integer before) {
        var figures = reading.margins.figures();
        long people = count.people();
        if (before != null && figures.value(before) == people) {
            return before;
        }
        int figure = figures.open(people, price(people));
        long uncertainty = table.uncertainty(cell, rule);
        if (rule.isSmall(people)) {
            figures.need(figure, rule.leastSmall(), rule.threshold() - 1L, rule.spread());
        } else if (uncertainty > 0) {
            figures.hide(figure);
            figures.need(figure, Math.max(0, people - uncertainty), people + uncertainty, 2 * uncertainty);
        }
        if (rule.isSmall(people) || people == 0 && rule.zeros() == Rule.Zeros.LIKE_SMALL) {
            figures.bound(figure, rule.leastSmall(), rule.threshold() - 1L, PRICE_OF_A_BOUND * weight());
        } else if (before != null && uncertainty == 0) {
            keepTheChangeUncertain(figure, before);
        }
        return figure;
    }

    /** Whoever saw the figure before could subtract: a small change is a small count. */
    private void keepTheChangeUncertain(int figure, int before) {
        var figures = reading.margins.figures();
        long change = figures.value(figure) - figures.value(before);
        if (figures.isPublished(before) && rule.isSmall(Math.abs(change))) {
            long was = figures.value(before);
            int far = rule.threshold() - 1;
            figures.hide(figure);
            figures.need(
                    figure,
                    change > 0 ? was + 1 : Math.max(0, was - far),
                    change > 0 ? was + far : was - 1,
                    rule.spreadOfChange());
        }
    }

    /** Totals are read more than what they are made of, large counts more than small ones. */
    private int price(long people) {
        return people == 0
                ? PRICE_OF_A_ZERO * weight()
                : 1000 * weight() * (64 - Long.numberOfLeadingZeros(people + 1));
    }

    private int weight() {
        int weight = 1;
        for (int i = 0; i < table.axes().size(); i++) {
            var node = cell.get(i);
            boolean split = table.axes().get(i).sums().stream()
                    .anyMatch(sum -> sum.whole().equals(node));
            weight *= split ? 3 : 1;
        }
        return weight;
    }
}
