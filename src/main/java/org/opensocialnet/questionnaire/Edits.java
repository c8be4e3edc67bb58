package org.opensocialnet.questionnaire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.drafts.Edit;
import org.opensocialnet.drafts.Line;
import org.opensocialnet.drafts.Sheet;
import org.opensocialnet.forms.Option;
import org.opensocialnet.hours.Prose;
import org.opensocialnet.hours.Schedule;
import org.opensocialnet.kernel.Uuid7;

/** What would have to change in a record so that it says what was answered. */
final class Edits {

    /** How a questionnaire asks whether a service is still offered, and how HSDS says it. */
    private static final Map<String, String> STATUS =
            Map.of("active", "active", "paused", "temporarily closed", "ended", "inactive");

    private Edits() {}

    /**
     * @param offered the choices the question had: what it could not say stays as it is
     * @param groups the ids of groups by their codes
     */
    static List<Edit> of(
            Sheet sheet, Means means, String key, String value, List<Option> offered, Map<String, UUID> groups) {
        return switch (means) {
            case ORGANIZATION_DESCRIPTION, SERVICE_DESCRIPTION -> root(sheet, "description", value);
            case SERVICE_NAME -> root(sheet, "name", value);
            case ORGANIZATION_WEBSITE -> root(sheet, "website", value);
            case ORGANIZATION_EMAIL -> root(sheet, "email", value);
            case SERVICE_STATUS -> root(sheet, "status", STATUS.getOrDefault(value, "active"));
            case SERVICE_HOURS -> hours(sheet, value);
            case SERVICE_LANGUAGES -> languages(sheet, List.of(value.split(" ")), codes(offered));
            case SERVICE_GROUPS -> groups(sheet, List.of(value.split(" ")), codes(offered), groups);
            case SERVICE_AREA -> area(sheet, value);
            case CAPACITY_MAXIMUM -> capacity(sheet, key, "maximum", value);
            case CAPACITY_AVAILABLE -> capacity(sheet, key, "available", value);
            case CAPACITY_GROUP -> {
                var group = groups.get(value);
                yield group == null ? List.of() : capacity(sheet, key, "target_group_id", group.toString());
            }
            case CAPACITY_FUNDING -> funding(sheet, key, value);
            case CAPACITY_SERVICE, GAP_WORDS, GAP_KIND, GAP_GROUP, GAP_COMMUNITY, GAP_PEOPLE -> List.of();
        };
    }

    /** The questionnaire's word for a state of HSDS. */
    static String told(String status) {
        return switch (status) {
            case "temporarily closed" -> "paused";
            case "inactive", "defunct" -> "ended";
            default -> "active";
        };
    }

    /** The rules of the service itself; what holds at one of its places alone is asked about elsewhere. */
    static List<Line> ownRules(Sheet sheet) {
        return sheet.kept("schedule").stream()
                .filter(line -> line.value("service_at_location_id") == null && line.value("location_id") == null)
                .toList();
    }

    static List<String> languages(Sheet sheet) {
        return sheet.kept("language").stream().map(line -> line.text("code")).toList();
    }

    private static List<String> codes(List<Option> offered) {
        return offered.stream().map(Option::code).toList();
    }

    private static List<Edit> root(Sheet sheet, String column, String value) {
        var root = sheet.root();
        var was = root == null ? null : root.value(column);
        return List.of(Edit.of(sheet.subject().kind().table(), sheet.subject().id(), column, was, value));
    }

    /** A service that comes into the directory; whether it is offered may be said otherwise after this. */
    static List<Edit> bringing(Sheet sheet) {
        return coming(
                "service",
                sheet.subject().id(),
                Map.of("organization_id", sheet.organization().toString(), "status", "active"));
    }

    private static List<Edit> hours(Sheet sheet, String text) {
        var edits = new ArrayList<Edit>();
        ownRules(sheet).forEach(line -> edits.add(Edit.going("schedule", line.id())));
        var schedules = Prose.schedules(text)
                .filter(found -> !found.isEmpty())
                .orElseGet(() -> List.of(Schedule.inWords(text)));
        for (var schedule : schedules) {
            var values = new LinkedHashMap<String, String>();
            values.put("service_id", sheet.subject().id().toString());
            values.put("freq", text(schedule.freq()));
            values.put("byday", text(schedule.byday()));
            values.put("bymonthday", text(schedule.bymonthday()));
            values.put("opens_at", text(schedule.opensAt()));
            values.put("closes_at", text(schedule.closesAt()));
            values.put("closed", String.valueOf(schedule.closed()));
            values.put("by_appointment", String.valueOf(schedule.byAppointment()));
            values.put("holidays", Objects.requireNonNullElse(schedule.holidays(), "closed"));
            values.put("valid_from", text(schedule.validFrom()));
            values.put("valid_to", text(schedule.validTo()));
            values.put("description", text(schedule.description()));
            values.put("parsed", "false");
            edits.addAll(coming("schedule", Uuid7.next(), values));
        }
        return edits;
    }

    private static List<Edit> languages(Sheet sheet, List<String> told, List<String> offered) {
        var edits = new ArrayList<Edit>();
        for (var line : sheet.kept("language")) {
            if (offered.contains(line.text("code")) && !told.contains(line.text("code"))) {
                edits.add(Edit.going("language", line.id()));
            }
        }
        var there = languages(sheet);
        told.stream()
                .filter(code -> !there.contains(code))
                .forEach(code -> edits.addAll(coming(
                        "language",
                        Uuid7.next(),
                        Map.of("service_id", sheet.subject().id().toString(), "code", code))));
        return edits;
    }

    private static List<Edit> groups(Sheet sheet, List<String> told, List<String> offered, Map<String, UUID> groups) {
        var edits = new ArrayList<Edit>();
        var there = new ArrayList<String>();
        for (var line : sheet.kept("attribute")) {
            for (var group : groups.entrySet()) {
                if (!group.getValue().toString().equals(line.text("taxonomy_term_id"))) {
                    continue;
                }
                there.add(group.getKey());
                if (offered.contains(group.getKey()) && !told.contains(group.getKey())) {
                    edits.add(Edit.going("attribute", line.id()));
                }
            }
        }
        for (var code : told) {
            var group = groups.get(code);
            if (group != null && !there.contains(code)) {
                edits.addAll(coming(
                        "attribute",
                        Uuid7.next(),
                        Map.of(
                                "link_id", sheet.subject().id().toString(),
                                "link_entity", "service",
                                "taxonomy_term_id", group.toString())));
            }
        }
        return edits;
    }

    private static List<Edit> area(Sheet sheet, String value) {
        return sheet.kept("service_area").stream()
                .findFirst()
                .map(line -> List.of(Edit.of("service_area", line.id(), "name", line.value("name"), value)))
                .orElseGet(() -> coming(
                        "service_area",
                        Uuid7.next(),
                        Map.of("service_id", sheet.subject().id().toString(), "name", value)));
    }

    private static List<Edit> capacity(Sheet sheet, String key, String column, String value) {
        var line = sheet.line("service_capacity", UUID.fromString(key));
        return line == null
                ? List.of()
                : List.of(Edit.of("service_capacity", line.id(), column, line.value(column), value));
    }

    private static List<Edit> funding(Sheet sheet, String key, String source) {
        var known = sheet.kept("funding").stream()
                .filter(line -> line.text("source").equalsIgnoreCase(source))
                .findFirst();
        if (known.isPresent()) {
            return capacity(sheet, key, "funding_id", known.get().id().toString());
        }
        var row = Uuid7.next();
        var edits = new ArrayList<>(
                coming("funding", row, Map.of("service_id", sheet.subject().id().toString(), "source", source)));
        edits.addAll(capacity(sheet, key, "funding_id", row.toString()));
        return edits;
    }

    private static List<Edit> coming(String table, UUID row, Map<String, String> values) {
        var edits = new ArrayList<Edit>();
        edits.add(Edit.coming(table, row));
        values.forEach((column, value) -> {
            if (!value.isEmpty()) {
                edits.add(Edit.of(table, row, column, null, value));
            }
        });
        return edits;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
