package org.opensocialnet.successions;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.directory.WholeRecords;
import org.opensocialnet.intake.Difference;
import org.opensocialnet.web.Words;

/**
 * What somebody entered, read back from what it changed.
 *
 * @param values of the row of the event by their columns; "new-name" where a body was renamed
 */
record Entered(Map<String, String> values) {

    /** The event that was entered: the units of a body that merged moved with it, and are not what is told. */
    static Entered of(List<Difference> changes) {
        var events = new LinkedHashMap<UUID, Map<String, String>>();
        var values = new HashMap<String, String>();
        for (var change : changes) {
            if (change.table().equals("organization_succession") && change.kind() == Difference.Kind.ADDED) {
                events.computeIfAbsent(change.id(), _ -> new HashMap<>())
                        .putIfAbsent(change.column(), String.valueOf(change.after()));
            } else if (change.table().equals("organization") && change.column().equals("name")) {
                values.putIfAbsent("new-name", String.valueOf(change.after()));
            }
        }
        events.values().stream()
                .min(Comparator.comparing(event -> Event.MOVED_UNDER.code().equals(event.get("event"))))
                .ifPresent(values::putAll);
        return new Entered(values);
    }

    String note() {
        return values.getOrDefault("note", "");
    }

    String words(WholeRecords records, Words t) {
        if (values.isEmpty()) {
            return t.of("successions.unnamed");
        }
        var before = name(values.get("predecessor_id"), records, t);
        var after = name(values.get("successor_id"), records, t);
        var day = t.date(LocalDate.parse(values.getOrDefault("happened_on", "1970-01-01")));
        return switch (Event.of(values.getOrDefault("event", ""))) {
            case MERGED_INTO -> t.of("successions.merged", day, before, after);
            case RENAMED ->
                t.of(
                        "successions.renamed",
                        day,
                        values.getOrDefault("former_name", ""),
                        values.getOrDefault("new-name", after));
            case MOVED_UNDER -> t.of("successions.moved", day, before, after);
            case SPLIT_FROM -> t.of("successions.split", day, before, after);
        };
    }

    private static String name(@Nullable String id, WholeRecords records, Words t) {
        return id == null
                ? "–"
                : records.rows("organization", "id", List.of(UUID.fromString(id))).stream()
                        .findFirst()
                        .map(row -> t.text(row.value("name"), row.values().getOrDefault("translations", "{}"), "name")
                                .text())
                        .orElse("–");
    }
}
