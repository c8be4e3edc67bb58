package org.opensocialnet.intake;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opensocialnet.directory.HsdsColumn;
import org.opensocialnet.directory.HsdsTable;

/**
 * The record a row belongs to, as people look for it: a phone of a service's contact belongs to the service.
 *
 * @param table "organization", "service" or "location"; of vocabularies and units the row's own table
 */
public record RecordOf(String table, UUID id) {

    private static final Set<String> RECORDS =
            Set.of("organization", "service", "location", "taxonomy", "taxonomy_term", "unit");

    /** Reads what {@link #sql} answers: "service:0192…". */
    static RecordOf read(String text) {
        int colon = text.indexOf(':');
        return new RecordOf(text.substring(0, colon), UUID.fromString(text.substring(colon + 1)));
    }

    static boolean isRecord(HsdsTable table) {
        return RECORDS.contains(table.name());
    }

    /** Says in SQL which record a row of a table belongs to; what it hangs on lies in the directory already. */
    static String sql(HsdsTable table, String row) {
        if (RECORDS.contains(table.name())) {
            return "'%s:' || %s.id".formatted(table.name(), row);
        }
        return switch (table.name()) {
            case "program" -> "'organization:' || %s.organization_id".formatted(row);
            case "service_at_location" -> "'service:' || %s.service_id".formatted(row);
            case "organization_succession" -> "'organization:' || %s.predecessor_id".formatted(row);
            case "attribute" -> linked(table, row, row + ".link_entity", row + ".link_id");
            case "metadata" -> linked(table, row, row + ".resource_type", row + ".resource_id");
            default ->
                table.owners().stream()
                        .map(owner -> owner(owner, row))
                        .collect(Collectors.joining(", ", "coalesce(", ", %s)".formatted(itself(table, row))));
        };
    }

    private static String owner(HsdsColumn owner, String row) {
        var of = HsdsTable.named(String.valueOf(owner.references())).orElseThrow();
        var id = row + "." + Staging.quoted(owner.name());
        return RECORDS.contains(of.name()) ? "'%s:' || %s".formatted(of.name(), id) : through(of, row + "u", id);
    }

    private static String through(HsdsTable of, String upper, String id) {
        return "(select %s from directory.%s %s where %s.id = %s)"
                .formatted(sql(of, upper), of.name(), upper, upper, id);
    }

    private static String linked(HsdsTable table, String row, String kind, String id) {
        return "coalesce(case %1$s when 'program' then %2$s when 'service_at_location' then %3$s else %1$s || ':' || %4$s end, %5$s)"
                .formatted(
                        kind,
                        through(HsdsTable.named("program").orElseThrow(), row + "u", id),
                        through(HsdsTable.named("service_at_location").orElseThrow(), row + "u", id),
                        id,
                        itself(table, row));
    }

    private static String itself(HsdsTable table, String row) {
        return "'%s:' || %s.id".formatted(table.name(), row);
    }
}
