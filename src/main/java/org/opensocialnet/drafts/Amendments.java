package org.opensocialnet.drafts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.directory.HsdsTable;
import org.opensocialnet.directory.Subject;
import org.opensocialnet.intake.Amendment;
import org.opensocialnet.intake.Amendment.Put;
import org.opensocialnet.intake.Amendment.Remove;
import org.opensocialnet.intake.Amendment.RowChange;
import org.opensocialnet.intake.Difference;

/** Between edits of fields, as people make them, and changes of rows, as the gate takes them. */
final class Amendments {

    /** New records of the desk come from here. */
    static final String SOURCE = "own";

    /** Brings a record back into use. */
    static final String IN_USE = "id";

    private static final Set<String> BOOKKEEPING = Set.of("last_modified", "parsed");

    private record Row(String table, UUID id) {}

    private Amendments() {}

    static Amendment of(Sheet published, List<Edit> edits, Instant now) {
        var wanted = published.with(edits);
        var touched = new LinkedHashMap<Row, List<Edit>>();
        edits.forEach(edit -> touched.computeIfAbsent(new Row(edit.table(), edit.row()), _ -> new ArrayList<>())
                .add(edit));
        var rows = new ArrayList<RowChange>();
        touched.forEach((row, ofRow) -> {
            var change = change(published, wanted, row, ofRow, now);
            if (change != null) {
                rows.add(change);
            }
        });
        var subject = published.subject();
        if (subject.kind() == Subject.Kind.SERVICE && !rows.isEmpty()) {
            stamp(rows, subject.id(), now);
        }
        return new Amendment(SOURCE, rows);
    }

    private static @Nullable RowChange change(Sheet published, Sheet wanted, Row row, List<Edit> edits, Instant now) {
        boolean there = published.line(row.table(), row.id()) != null;
        if (edits.stream().anyMatch(edit -> edit.column().equals(Edit.GONE))) {
            return there ? new Remove(row.table(), row.id()) : null;
        }
        var line = wanted.line(row.table(), row.id());
        if (line == null) {
            return null;
        }
        var columns = new TreeSet<String>();
        edits.stream().filter(edit -> !edit.isMark()).map(Edit::column).forEach(columns::add);
        if (!there) {
            columns.addAll(line.values().keySet());
        }
        var values = new HashMap<String, String>();
        for (var column : columns) {
            if (column.indexOf('@') > 0) {
                values.put("translations", line.translations());
            } else if (!column.equals(IN_USE)) {
                values.put(column, line.text(column));
            }
        }
        if (row.table().equals("service_capacity") && (columns.contains("available") || !there)) {
            values.put("updated", now.toString());
        }
        return new Put(row.table(), row.id(), values);
    }

    /** A service says when it was last changed, also when only its phone was. */
    private static void stamp(List<RowChange> rows, UUID service, Instant now) {
        for (int at = 0; at < rows.size(); at++) {
            if (rows.get(at) instanceof Put(String table, UUID id, Map<String, String> values)
                    && table.equals("service")
                    && id.equals(service)) {
                var stamped = new HashMap<>(values);
                stamped.put("last_modified", now.toString());
                rows.set(at, new Put(table, id, stamped));
                return;
            }
        }
        if (rows.stream().noneMatch(row -> row.table().equals("service"))) {
            rows.add(new Put("service", service, Map.of("last_modified", now.toString())));
        }
    }

    /** What the gate says is different, each text in another language as a field of its own. */
    static List<Difference> spread(List<Difference> differences) {
        var spread = new ArrayList<Difference>();
        for (var each : differences) {
            if (BOOKKEEPING.contains(each.column())) {
                continue;
            }
            if (!each.column().equals("translations")) {
                spread.add(each);
                continue;
            }
            var before = Line.spread(each.before());
            var after = Line.spread(each.after());
            var texts = new TreeSet<>(before.keySet());
            texts.addAll(after.keySet());
            for (var text : texts) {
                if (!java.util.Objects.equals(before.get(text), after.get(text))) {
                    spread.add(new Difference(
                            each.table(), each.id(), each.kind(), text, before.get(text), after.get(text)));
                }
            }
        }
        return spread;
    }

    /** The edits that take a published set back. */
    static List<Edit> undoing(List<Difference> changes) {
        var edits = new ArrayList<Edit>();
        var marked = new java.util.HashSet<Row>();
        for (var change : changes) {
            boolean outOfUse = change.column().equals(IN_USE) && isRoot(change.table());
            switch (change.kind()) {
                case ADDED -> {
                    if (marked.add(new Row(change.table(), change.id()))) {
                        edits.add(Edit.going(change.table(), change.id()));
                    }
                }
                case CHANGED ->
                    edits.add(Edit.of(change.table(), change.id(), change.column(), change.after(), change.before()));
                case REMOVED -> {
                    if (!outOfUse && !isRoot(change.table()) && marked.add(new Row(change.table(), change.id()))) {
                        edits.add(Edit.coming(change.table(), change.id()));
                    }
                    edits.add(Edit.of(change.table(), change.id(), change.column(), change.after(), change.before()));
                }
            }
        }
        return edits;
    }

    private static boolean isRoot(String table) {
        return HsdsTable.named(table).map(HsdsTable::root).orElse(false);
    }
}
