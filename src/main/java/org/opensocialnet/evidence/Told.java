package org.opensocialnet.evidence;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.disclosure.Sheet;
import org.opensocialnet.disclosure.Shown;
import org.opensocialnet.disclosure.Table;
import org.opensocialnet.evidence.Picture.Key;
import org.opensocialnet.evidence.Picture.Split;
import org.opensocialnet.evidence.Raw.Subject;

/** What was told of each count, totals with them, and the count behind it: as it is kept. */
record Told(List<Line> lines) {

    /**
     * One count.
     *
     * @param limit 0 where it is told, -1 where it is withheld, else fewer than this many are told
     */
    record Line(Subject subject, Split split, String type, String group, String part, long people, int limit) {

        Shown shown() {
            return limit == 0 ? new Shown.Value(people) : limit < 0 ? new Shown.Withheld() : new Shown.FewerThan(limit);
        }

        private boolean isTotal() {
            return group.equals(Picture.ALL) || part.equals(Picture.ALL);
        }
    }

    Told {
        lines = List.copyOf(lines);
    }

    /** An organisation's own counts, which need no gate before its own eyes. */
    static Told open(Raw raw) {
        var lines = new ArrayList<Line>();
        for (var subject : Subject.values()) {
            for (var type : raw.types(subject)) {
                var nodes = Nodes.of(subject, type, List.of(raw));
                lines.addAll(lines(subject, type, raw.tables(subject, type, nodes), null));
            }
        }
        return new Told(lines);
    }

    /** A nought that is told has no line: what is not there is nobody. One that is withheld has. */
    static List<Line> lines(Subject subject, String type, List<Table> tables, @Nullable List<Sheet> sheets) {
        var lines = new ArrayList<Line>();
        for (int i = 0; i < tables.size(); i++) {
            var split = Split.valueOf(tables.get(i).name());
            var sheet = sheets == null ? null : sheets.get(i);
            tables.get(i).cells().forEach((cell, count) -> {
                int limit = sheet == null ? 0 : limit(sheet.at(cell));
                if (limit != 0 || count.people() != 0) {
                    lines.add(new Line(subject, split, type, cell.get(0), cell.get(1), count.people(), limit));
                }
            });
        }
        return lines;
    }

    private static int limit(Shown shown) {
        return switch (shown) {
            case Shown.Value _ -> 0;
            case Shown.FewerThan(int people) -> people;
            case Shown.Withheld _, Shown.Unknown _, Shown.Rounded _ -> -1;
        };
    }

    Map<Key, Shown> shown(Subject subject) {
        var shown = new HashMap<Key, Shown>();
        for (var line : lines) {
            if (line.subject == subject) {
                shown.put(new Key(line.split, line.type, line.group, line.part), line.shown());
            }
        }
        return shown;
    }

    /** The counts it was made of. */
    Raw raw() {
        var raw = new Raw(new EnumMap<>(Split.class), new EnumMap<>(Split.class));
        for (var line : lines) {
            if (!line.isTotal() && line.people != 0) {
                raw.of(line.subject)
                        .computeIfAbsent(line.split, _ -> new HashMap<>())
                        .put(List.of(line.type, line.group, line.part), line.people);
            }
        }
        return raw;
    }
}
