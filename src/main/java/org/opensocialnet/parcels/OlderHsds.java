package org.opensocialnet.parcels;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.directory.HsdsTable;
import org.opensocialnet.intake.RowOrigin;

/**
 * Puts rows of HSDS 1 and 2 into the tables of HSDS 3: what was renamed, split or joined since. Rows that are
 * HSDS 3 already pass as they are.
 */
final class OlderHsds implements RowSink {

    /** Tables that HSDS 3 no longer has. */
    static final Set<String> TABLES = Set.of(
            "physical_address",
            "postal_address",
            "regular_schedule",
            "holiday_schedule",
            "service_taxonomy",
            "service_attribute",
            "other_attribute",
            "link_taxonomy",
            "accessibility_for_disabilities",
            "eligibility",
            "payment_accepted");

    private static final Map<String, String> DAYS = Map.ofEntries(
            Map.entry("1", "MO"),
            Map.entry("2", "TU"),
            Map.entry("3", "WE"),
            Map.entry("4", "TH"),
            Map.entry("5", "FR"),
            Map.entry("6", "SA"),
            Map.entry("7", "SU"),
            Map.entry("mo", "MO"),
            Map.entry("tu", "TU"),
            Map.entry("we", "WE"),
            Map.entry("th", "TH"),
            Map.entry("fr", "FR"),
            Map.entry("sa", "SA"),
            Map.entry("su", "SU"));

    private final RowSink next;
    private final Map<String, Map<String, String>> eligibility = new HashMap<>();
    private final Set<String> vocabularies = new HashSet<>();

    OlderHsds(RowSink next) {
        this.next = next;
    }

    /** Whether a table must be read before the others, because its rows become columns of theirs. */
    static boolean comesFirst(String table) {
        return table.equals("eligibility");
    }

    @Override
    public void leaveOut(
            String table, RowOrigin origin, @Nullable String column, @Nullable String value, String reason) {
        next.leaveOut(table, origin, column, value, reason);
    }

    @Override
    public void row(String table, RowOrigin origin, Map<String, String> values) {
        if (isAsToday(table, values)) {
            next.row(table, origin, values);
            return;
        }
        var row = new LinkedHashMap<>(values);
        switch (table) {
            case "eligibility" -> rememberEligibility(row);
            case "physical_address", "postal_address" -> {
                row.put("address_type", table.replace("_address", ""));
                next.row("address", origin, row);
            }
            case "address" -> {
                row.putIfAbsent("address_type", "physical");
                next.row(table, origin, row);
            }
            case "location" -> {
                row.putIfAbsent("location_type", "physical");
                next.row(table, origin, row);
            }
            case "organization" -> {
                rename(row, "url", "website");
                next.row(table, origin, row);
            }
            case "service" -> {
                rename(row, "eligibility", "eligibility_description");
                var told = eligibility.get(row.getOrDefault("id", ""));
                if (told != null) {
                    told.forEach((column, text) -> row.merge(column, text, (own, of) -> own.isEmpty() ? of : own));
                }
                next.row(table, origin, row);
            }
            case "regular_schedule" -> regular(origin, row);
            case "holiday_schedule" -> holiday(origin, row);
            case "service_taxonomy", "service_attribute" -> {
                rename(row, "service_id", "link_id");
                row.put("link_entity", "service");
                attribute(origin, row);
            }
            case "other_attribute", "link_taxonomy" -> {
                rename(row, "link_type", "link_entity");
                attribute(origin, row);
            }
            case "accessibility_for_disabilities" -> {
                rename(row, "accessibility", "description");
                next.row("accessibility", origin, row);
            }
            case "payment_accepted" -> {
                rename(row, "payment", "amount_description");
                row.put("option", "Payment accepted");
                next.row("cost_option", origin, row);
            }
            case "language", "service_area" -> {
                rename(row, table, "name");
                next.row(table, origin, row);
            }
            case "phone" -> phone(origin, row);
            case "taxonomy" -> {
                if (row.keySet().stream()
                        .anyMatch(Set.of("parent_id", "parent_name", "vocabulary", "term")::contains)) {
                    term(origin, row);
                } else {
                    next.row(table, origin, row);
                }
            }
            case "taxonomy_term" -> {
                if (row.containsKey("term") || row.containsKey("vocabulary")) {
                    term(origin, row);
                } else {
                    next.row(table, origin, row);
                }
            }
            default -> next.row(table, origin, row);
        }
    }

    /** Most rows of most files: they pass as they are. */
    private boolean isAsToday(String table, Map<String, String> row) {
        return switch (table) {
            case "address" -> row.containsKey("address_type");
            case "location" -> row.containsKey("location_type");
            case "organization" -> !row.containsKey("url");
            case "service" -> eligibility.isEmpty() && !row.containsKey("eligibility");
            case "language", "service_area" -> !row.containsKey(table);
            case "phone" -> !row.containsKey("department") && !row.containsKey("language");
            default -> HsdsTable.named(table).isPresent() && !table.startsWith("taxonomy");
        };
    }

    private void rememberEligibility(Map<String, String> row) {
        var told = eligibility.computeIfAbsent(row.getOrDefault("service_id", ""), _ -> new LinkedHashMap<>());
        var words = row.getOrDefault("eligibility", "");
        if (!words.isEmpty()) {
            told.merge("eligibility_description", words, (one, other) -> one + "\n" + other);
        }
        for (var age : new String[] {"minimum_age", "maximum_age"}) {
            if (!row.getOrDefault(age, "").isEmpty()) {
                told.putIfAbsent(age, row.get(age));
            }
        }
    }

    /** One weekday with its hours; later profiles already write byday and the like. */
    private void regular(RowOrigin origin, Map<String, String> row) {
        var weekday = row.remove("weekday");
        if (weekday != null && !weekday.isEmpty()) {
            var word = weekday.toLowerCase(Locale.ROOT);
            var day = DAYS.get(word.length() > 2 ? word.substring(0, 2) : word);
            if (day == null) {
                next.leaveOut(
                        "schedule", origin, "weekday", weekday, "is no day of the week: Monday or 1 to Sunday or 7");
                return;
            }
            row.put("byday", day);
        }
        if (row.getOrDefault("freq", "").isEmpty()) {
            row.put("freq", "WEEKLY");
        }
        next.row("schedule", origin, row);
    }

    private void holiday(RowOrigin origin, Map<String, String> row) {
        var closed = row.getOrDefault("closed", "").toLowerCase(Locale.ROOT);
        row.put("closed", Set.of("true", "t", "yes", "y", "1").contains(closed) ? "true" : "false");
        rename(row, "start_date", "valid_from");
        rename(row, "end_date", "valid_to");
        next.row("schedule", origin, row);
    }

    private void attribute(RowOrigin origin, Map<String, String> row) {
        rename(row, "taxonomy_id", "taxonomy_term_id");
        rename(row, "taxonomy_detail", "value");
        next.row("attribute", origin, row);
    }

    private void phone(RowOrigin origin, Map<String, String> row) {
        var department = row.remove("department");
        if (department != null && row.getOrDefault("description", "").isEmpty()) {
            row.put("description", department);
        }
        var language = row.remove("language");
        next.row("phone", origin, row);
        if (language != null && !language.isEmpty() && row.containsKey("id")) {
            var phone = row.getOrDefault("id", "");
            next.row(
                    "language",
                    origin,
                    Map.of("id", idFor("language of phone", phone), "phone_id", phone, "name", language));
        }
    }

    /** What was called a taxonomy is one of its terms now; its vocabulary is the taxonomy. */
    private void term(RowOrigin origin, Map<String, String> row) {
        rename(row, "term", "name");
        rename(row, "vocabulary", "taxonomy");
        row.remove("parent_name");
        var vocabulary = row.getOrDefault("taxonomy", "");
        if (!vocabulary.isEmpty() && row.getOrDefault("taxonomy_id", "").isEmpty()) {
            var id = idFor("taxonomy", vocabulary);
            if (vocabularies.add(vocabulary)) {
                next.row("taxonomy", origin, Map.of("id", id, "name", vocabulary));
            }
            row.put("taxonomy_id", id);
        }
        next.row("taxonomy_term", origin, row);
    }

    /** The same name gives the same id, so that bringing the file again changes nothing. */
    private static String idFor(String kind, String name) {
        return UUID.nameUUIDFromBytes((kind + "\0" + name).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static void rename(Map<String, String> row, String from, String to) {
        var value = row.remove(from);
        if (value != null && row.getOrDefault(to, "").isEmpty()) {
            row.put(to, value);
        }
    }
}
