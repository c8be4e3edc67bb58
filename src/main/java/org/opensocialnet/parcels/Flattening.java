package org.opensocialnet.parcels;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.directory.HsdsColumn;
import org.opensocialnet.directory.HsdsTable;
import org.opensocialnet.intake.RowOrigin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes a nested record apart into rows of tables. What a property holds follows from its name: a list holds
 * rows that name their parent, a single record is named by its parent.
 */
final class Flattening {

    /** Records that others share, and that an API therefore repeats inside each of them. */
    private static final Set<String> SHARED =
            Set.of("organization", "program", "location", "service", "taxonomy", "taxonomy_term", "unit");

    /** What our own API tells of a mobile unit once more, in the order of its stops. */
    private static final Set<String> TOLD_TWICE = Set.of("route");

    private final RowSink sink;
    private final Set<String> seen = new HashSet<>();
    private final Set<String> unknown = new HashSet<>();

    Flattening(RowSink sink) {
        this.sink = sink;
    }

    /** Takes one record apart; the hint is the name of its file or list. */
    void flatten(ObjectNode record, String hint, RowOrigin origin) {
        var table = table(record, hint);
        if (table == null) {
            sink.leaveOut("record", origin, "id", text(record.get("id")), "is not recognisable as a record of HSDS");
            return;
        }
        record(table, record, Map.of(), origin);
    }

    private void record(String table, ObjectNode record, Map<String, String> parent, RowOrigin origin) {
        var row = new LinkedHashMap<>(parent);
        for (var property : record.properties()) {
            var value = property.getValue();
            var column = HsdsTable.named(table).flatMap(each -> each.column(property.getKey()));
            if (column.isPresent() && column.get().type() == HsdsColumn.Type.JSON) {
                row.put(
                        property.getKey(),
                        value.isNull() ? "" : value.isString() ? value.asString() : value.toString());
            } else if (value instanceof ObjectNode single) {
                single(table, property.getKey(), single, row, origin);
            } else if (!value.isArray()) {
                row.put(property.getKey(), text(value));
            }
        }
        for (var each : row.entrySet()) {
            if (each.getValue().indexOf(Encoding.BROKEN) >= 0) {
                sink.leaveOut(
                        table,
                        origin,
                        each.getKey(),
                        each.getValue().replace(Encoding.BROKEN, '\uFFFD'),
                        "holds bytes that are not UTF-8 text");
                return;
            }
        }
        sink.row(table, origin, row);
        for (var property : record.properties()) {
            if (property.getValue().isArray()
                    && !property.getValue().isEmpty()
                    && !TOLD_TWICE.contains(property.getKey())) {
                list(table, row.getOrDefault("id", ""), property.getKey(), property.getValue(), origin);
            }
        }
    }

    /** A record inside a record: a row of its own, which this one names. */
    private void single(String table, String property, ObjectNode record, Map<String, String> row, RowOrigin origin) {
        var child = TableName.of(property).orElse(null);
        if (child == null) {
            nameUnknown(table, property, origin);
            return;
        }
        row.put(child + "_id", text(record.get("id")));
        shared(child, record, Map.of(), origin);
    }

    private void list(String table, String id, String property, JsonNode children, RowOrigin origin) {
        var child = TableName.of(property).orElse(null);
        if (child == null) {
            nameUnknown(table, property, origin);
            return;
        }
        var link = link(table, id, child);
        for (var each : children) {
            if (each instanceof ObjectNode record) {
                if (SHARED.contains(child)) {
                    shared(child, record, link, origin);
                } else {
                    record(child, record, link, origin);
                }
            } else {
                sink.leaveOut(child, origin, property, text(each), "is not a record but a single value");
            }
        }
    }

    /** One that was seen before, or is only named by its id, is not told again. */
    private void shared(String table, ObjectNode record, Map<String, String> link, RowOrigin origin) {
        if (record.size() > 1 && seen.add(table + text(record.get("id")))) {
            record(table, record, link, origin);
        }
    }

    private static Map<String, String> link(String table, String id, String child) {
        return switch (child) {
            case "attribute" -> Map.of("link_id", id, "link_entity", table);
            case "metadata" -> Map.of("resource_id", id, "resource_type", table);
            default ->
                HsdsTable.named(child)
                                .flatMap(each -> each.column(table + "_id"))
                                .isPresent()
                        ? Map.of(table + "_id", id)
                        : Map.of();
        };
    }

    /** The directory knows no table of this name, and remarks so once. */
    private void nameUnknown(String table, String property, RowOrigin origin) {
        if (unknown.add(table + "." + property)) {
            sink.row(property, origin, Map.of());
        }
    }

    /** By the name of the file or list; where that tells nothing, by what only one kind of record has. */
    private static @Nullable String table(ObjectNode record, String hint) {
        if (record.has("location_type")) {
            return "location";
        }
        if (record.has("location_id") && record.has("service_id") || record.has("location") && record.has("service")) {
            return "service_at_location";
        }
        if (record.has("status") && record.has("name")) {
            return "service";
        }
        if (record.has("taxonomy_detail")
                || record.has("taxonomy_id") && record.has("name")
                || record.has("term_uri")) {
            return "taxonomy_term";
        }
        var plain = hint.substring(hint.lastIndexOf('/') + 1).replaceFirst("_(list|full|simple)(?=\\.)", "");
        return TableName.of(plain).orElseGet(() -> guess(record));
    }

    private static @Nullable String guess(ObjectNode record) {
        if (record.has("services")
                || record.has("organization_identifiers")
                || record.has("website")
                || record.has("legal_status")
                || record.has("programs")) {
            return "organization";
        }
        if (record.has("location")) {
            return "service_at_location";
        }
        if (record.has("parent_id")) {
            return "taxonomy_term";
        }
        return record.has("version")
                ? "taxonomy"
                : record.has("description") && record.has("name") ? "organization" : null;
    }

    private static String text(@Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return "";
        }
        return value.isString() ? value.asString() : value.toString();
    }
}
