package org.opensocialnet.disclosure;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opensocialnet.margins.Figures;

/**
 * The gate. Every count that leaves an organisation or becomes public goes through here, together with everything told
 * before. It keeps no state, reads no clock and draws no lots: the same request after the same publications has the same answer.
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
    public Protected protect(Request request, Publications publications) {
        var reading = new Reading(request, publications.about(request.subject()), rule);
        var figures = reading.margins.figures();
        var asked = reading.asked.values();
        var open = asked.stream().filter(figures::isTold).toList();
        var protection = reading.margins.protect(asked, EFFORT);
        int withheld =
                (int) open.stream().filter(figure -> !figures.isTold(figure)).count();
        var sheets = request.tables().stream()
                .map(table -> sheet(reading, request, table))
                .toList();
        var told = new Told(request.subject(), request.period(), request.date(), rule, sheets);
        return new Protected(
                new Publication(request, told),
                new Proof(
                        asked.size(),
                        protection.sensitive(),
                        withheld,
                        protection.worlds(),
                        protection.lost().size()));
    }

    private Sheet sheet(Reading reading, Request request, Table table) {
        Map<List<String>, Shown> cells = new HashMap<>();
        for (var cell : table.grid()) {
            var figure = reading.asked.get(reading.coordinates.code(request.period(), table.axes(), cell));
            cells.put(
                    cell,
                    figure == null || !table.cells().containsKey(cell)
                            ? new Shown.Unknown()
                            : shown(reading.margins.figures(), figure));
        }
        return new Sheet(table.name(), table.axes(), cells);
    }

    private Shown shown(Figures figures, int figure) {
        if (figures.isTold(figure)) {
            return new Shown.Value(figures.value(figure));
        }
        return figures.isBounded(figure) ? new Shown.FewerThan((int) figures.most(figure) + 1) : new Shown.Withheld();
    }

    /** The same for a table that was never told of in any other way. */
    public Sheet protect(Table table) {
        var day = LocalDate.EPOCH;
        var request = new Request(table.name(), Period.moment(day), day, List.of(table));
        return protect(request, Publications.EMPTY).sheet(table.name());
    }
}
