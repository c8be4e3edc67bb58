package org.opensocialnet.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.disclosure.Disclosure;
import org.opensocialnet.disclosure.Period;
import org.opensocialnet.disclosure.Publication;
import org.opensocialnet.disclosure.Publications;
import org.opensocialnet.disclosure.Request;
import org.opensocialnet.disclosure.Rule;
import org.opensocialnet.disclosure.Sheet;
import org.opensocialnet.disclosure.Shown;
import org.opensocialnet.disclosure.Table;
import org.opensocialnet.evidence.Raw.Subject;

/** Passes the counts of some days through the gate, together with what was told of these and of other days before. */
final class Passing {

    private static final Rule RULE = Rule.usual();

    private final Disclosure gate = new Disclosure(RULE);
    private final Period period;
    private final LocalDate today;

    Passing(LocalDate from, LocalDate day, LocalDate today) {
        this.period = Ties.period(from, day);
        this.today = today;
    }

    /**
     * What was told before, and the counts it was made of.
     *
     * @param told none for counts that nobody was told, and that stand between others
     */
    record Earlier(Period period, @Nullable Told told, Raw raw) {}

    /** Fewer than five are not told, and what would give them away neither. */
    Told pass(Raw raw, List<Told> before) {
        return pass(raw, before, List.of());
    }

    /** The same, tied to what was told of other days. */
    Told pass(Raw raw, List<Told> before, List<Earlier> ties) {
        var earlier = new ArrayList<>(ties);
        before.forEach(told -> earlier.add(new Earlier(period, told, told.raw())));
        var lines = new ArrayList<Told.Line>();
        for (var subject : Subject.values()) {
            var types = new TreeSet<>(raw.types(subject));
            earlier.forEach(each -> types.addAll(each.raw().types(subject)));
            for (var type : types) {
                lines.addAll(pass(subject, type, raw, earlier));
            }
        }
        return new Told(lines);
    }

    private List<Told.Line> pass(Subject subject, String type, Raw raw, List<Earlier> before) {
        var all = new ArrayList<>(before.stream().map(Earlier::raw).toList());
        all.add(raw);
        var nodes = Nodes.of(subject, type, all);
        var tables = raw.tables(subject, type, nodes);
        var publications = new ArrayList<Publication>();
        for (var earlier : before) {
            publications.add(publication(subject, type, earlier, earlier.raw().tables(subject, type, nodes)));
        }
        var sheets = gate.protect(request(subject, type, period, tables), new Publications(publications))
                .sheets();
        return Told.lines(subject, type, tables, sheets);
    }

    private Request request(Subject subject, String type, Period of, List<Table> tables) {
        return new Request(subject.of(type), of, today, tables);
    }

    /** What was told before, as the gate wrote it then; where nothing was written, nobody was told. */
    private Publication publication(Subject subject, String type, Earlier earlier, List<Table> tables) {
        var sheets = new ArrayList<Sheet>();
        for (var table : tables) {
            Map<List<String>, Shown> cells = new HashMap<>();
            if (earlier.told() != null) {
                table.cells().keySet().forEach(cell -> cells.put(cell, new Shown.Value(0)));
                for (var line : earlier.told().lines()) {
                    if (line.subject() == subject
                            && line.type().equals(type)
                            && line.split().name().equals(table.name())) {
                        cells.put(List.of(line.group(), line.part()), line.shown());
                    }
                }
            }
            sheets.add(new Sheet(table.name(), table.axes(), cells));
        }
        var request = request(subject, type, earlier.period(), tables);
        return new Publication(
                request,
                new org.opensocialnet.disclosure.Told(request.subject(), request.period(), today, RULE, sheets));
    }
}
