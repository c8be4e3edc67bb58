package org.opensocialnet.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/** Passes the counts of some days through the gate, together with what was told of these days before. */
final class Passing {

    private static final Rule RULE = Rule.usual();

    private final Disclosure gate = new Disclosure(RULE);
    private final Period period;
    private final LocalDate today;

    Passing(LocalDate from, LocalDate day, LocalDate today) {
        this.period = new Period(from, day.plusDays(1));
        this.today = today;
    }

    /** Fewer than five are not told, and what would give them away neither. */
    Told pass(Raw raw, List<Told> before) {
        var earlier = before.stream().map(told -> new Earlier(told, told.raw())).toList();
        var lines = new ArrayList<Told.Line>();
        for (var subject : Subject.values()) {
            for (var type : raw.types(subject)) {
                lines.addAll(pass(subject, type, raw, earlier));
            }
        }
        return new Told(lines);
    }

    /** What was told before, and the counts it was made of. */
    private record Earlier(Told told, Raw raw) {}

    private List<Told.Line> pass(Subject subject, String type, Raw raw, List<Earlier> before) {
        var all = new ArrayList<>(before.stream().map(Earlier::raw).toList());
        all.add(raw);
        var nodes = Nodes.of(subject, type, all);
        var tables = raw.tables(subject, type, nodes);
        var publications = new ArrayList<Publication>();
        for (var earlier : before) {
            var theirs = earlier.raw().tables(subject, type, nodes);
            if (!theirs.isEmpty()) {
                publications.add(publication(subject, type, earlier.told(), theirs));
            }
        }
        var sheets = gate.protect(request(subject, type, tables), new Publications(publications))
                .sheets();
        return Told.lines(subject, type, tables, sheets);
    }

    private Request request(Subject subject, String type, List<Table> tables) {
        return new Request(subject.of(type), period, today, tables);
    }

    /** What was told before, as the gate wrote it then. */
    private Publication publication(Subject subject, String type, Told told, List<Table> tables) {
        var sheets = new ArrayList<Sheet>();
        for (var table : tables) {
            Map<List<String>, Shown> cells = new HashMap<>();
            for (var line : told.lines()) {
                if (line.subject() == subject
                        && line.type().equals(type)
                        && line.split().name().equals(table.name())) {
                    cells.put(List.of(line.group(), line.part()), line.shown());
                }
            }
            sheets.add(new Sheet(table.name(), table.axes(), cells));
        }
        var request = request(subject, type, tables);
        return new Publication(
                request, new org.opensocialnet.disclosure.Told(request.subject(), period, today, RULE, sheets));
    }
}
