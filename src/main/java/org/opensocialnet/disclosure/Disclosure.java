package org.opensocialnet.disclosure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The gate. Every count that leaves an organisation or becomes public goes through here, together with everything told
 * before. It keeps no state, reads no clock and draws no lots: the same request after the same ledger has the same answer.
 */
public final class Disclosure {

    /** How many attempts are spent on telling more, once all is protected. */
    private static final long EFFORT = 40_000;

    private final Rule rule;

    public Disclosure(Rule rule) {
        this.rule = rule;
    }

    /**
     * Decides what of each cell is told.
     *
     * @throws IllegalArgumentException in words, when tables disagree with each other
     */
    public Protected protect(Request request, Ledger ledger) {
        var reading = new Reading(request, ledger.about(request.subject()), rule);
        var figures = reading.figures;
        var suppression = new Suppression(reading);
        var reduction = new Reduction(figures, suppression);
        var lost = suppression.run();
        reduction.run(EFFORT);
        new WorldCheck(reading).check(suppression.worlds.all());
        int withheld = (int) reading.asked.values().stream()
                .filter(figure -> reduction.wasOpen(figure) && figures.state[figure] == Figures.HIDDEN)
                .count();
        var sheets = request.tables().stream().map(table -> sheet(reading, request, table)).toList();
        var told = new Told(request.subject(), request.period(), request.date(), rule, sheets);
        return new Protected(
                new Publication(request, told),
                new Proof(
                        reading.asked.size(),
                        suppression.sensitive.length,
                        withheld,
                        suppression.worlds.all().size(),
                        lost.size()));
    }

    private Sheet sheet(Reading reading, Request request, Table table) {
        Map<List<String>, Shown> cells = new HashMap<>();
        for (var cell : table.grid()) {
            var figure = reading.asked.get(reading.coordinates.code(request.period(), table.axes(), cell));
            cells.put(cell, figure == null || !table.cells().containsKey(cell)
                    ? new Shown.Unknown()
                    : shown(reading.figures, figure));
        }
        return new Sheet(table.name(), table.axes(), cells);
    }

    private Shown shown(Figures figures, int figure) {
        return switch (figures.state[figure]) {
            case Figures.PUBLISHED, Figures.OPEN -> new Shown.Value(figures.value[figure]);
            case Figures.BOUNDED -> new Shown.FewerThan((int) figures.most[figure] + 1);
            default -> new Shown.Withheld();
        };
    }

    /** The same for a table that was never told of in any other way. */
    public Sheet protect(Table table) {
        var day = java.time.LocalDate.EPOCH;
        var request = new Request(table.name(), Period.moment(day), day, List.of(table));
        return protect(request, Ledger.EMPTY).sheet(table.name());
    }
}
