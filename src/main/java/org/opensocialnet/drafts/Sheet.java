package org.opensocialnet.drafts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.directory.HsdsColumn;
import org.opensocialnet.directory.HsdsTable;
import org.opensocialnet.directory.Subject;

/** One record with all that hangs on it, as it lies in the directory or as a draft would have it. */
public final class Sheet {

    private final Subject subject;
    private final UUID organization;
    private final Map<String, Map<UUID, Line>> lines;

    Sheet(Subject subject, UUID organization, Iterable<Line> all) {
        this.subject = subject;
        this.organization = organization;
        this.lines = new LinkedHashMap<>();
        all.forEach(this::put);
    }

    private void put(Line line) {
        lines.computeIfAbsent(line.table(), _ -> new LinkedHashMap<>()).put(line.id(), line);
    }

    public Subject subject() {
        return subject;
    }

    /** Whose record it is. */
    public UUID organization() {
        return organization;
    }

    /** The record's own row; none where there is neither a record nor a draft of one. */
    public @Nullable Line root() {
        return line(subject.kind().table(), subject.id());
    }

    public @Nullable Line line(String table, UUID id) {
        return lines.getOrDefault(table, Map.of()).get(id);
    }

    /** The rows of a table that hang on it, also those that a draft takes away. */
    public List<Line> lines(String table) {
        return List.copyOf(lines.getOrDefault(table, Map.of()).values());
    }

    /** The rows of a table that stay. */
    public List<Line> kept(String table) {
        return lines(table).stream().filter(line -> !line.gone()).toList();
    }

    /** The first row of a table for which a column has a value. */
    Optional<Line> first(String table, String column, String value) {
        return lines(table).stream().filter(line -> line.is(column, value)).findFirst();
    }

    /** The same as some edits would have it. */
    public Sheet with(List<Edit> edits) {
        var all = new ArrayList<Line>();
        lines.values().forEach(table -> all.addAll(table.values()));
        var changed = new Sheet(subject, organization, all);
        for (var edit : edits) {
            var line = changed.line(edit.table(), edit.row());
            if (line == null && edit.column().equals(Edit.NEW)) {
                line = fresh(edit.table(), edit.row());
            }
            if (line == null) {
                continue;
            }
            changed.put(
                    switch (edit.column()) {
                        case Edit.NEW -> line;
                        case Edit.GONE -> line.asGone();
                        default -> line.with(edit.column(), edit.value());
                    });
        }
        return changed;
    }

    /** A row that is nowhere yet has what an empty column means. */
    private static Line fresh(String table, UUID id) {
        var line = new Line(table, id, Map.of(), true, false);
        for (var column : HsdsTable.named(table).map(HsdsTable::columns).orElse(List.of())) {
            if (column.fallback() != null && column.type() != HsdsColumn.Type.JSON) {
                line = line.with(column.name(), column.fallback());
            }
        }
        return line;
    }
}
