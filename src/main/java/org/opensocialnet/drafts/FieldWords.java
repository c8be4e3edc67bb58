package org.opensocialnet.drafts;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.intake.Difference;
import org.opensocialnet.intake.Difference.Kind;
import org.opensocialnet.web.Passage;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Items;
import org.springframework.stereotype.Component;

/** Says fields, values and what differs between records in the reader's words. */
@Component
public class FieldWords {

    private static final Map<String, String> TABLES = Map.ofEntries(
            entry("phone", "drafts.section.phones"),
            entry("contact", "drafts.section.contacts"),
            entry("language", "drafts.section.languages"),
            entry("url", "drafts.section.links"),
            entry("funding", "drafts.section.funding"),
            entry("schedule", "drafts.section.hours"),
            entry("service_at_location", "drafts.section.places"),
            entry("location", "drafts.section.stop"),
            entry("required_document", "drafts.section.documents"),
            entry("cost_option", "drafts.section.costs"),
            entry("service_capacity", "drafts.section.capacity"),
            entry("service_area", "drafts.section.areas"),
            entry("attribute", "drafts.section.words"),
            entry("organization_identifier", "drafts.section.identifiers"),
            entry("program", "drafts.section.programs"),
            entry("address", "drafts.section.address"),
            entry("accessibility", "drafts.section.access"));

    private static final Map<String, String> OTHERS = Map.of(
            "assured_date", "drafts.field.assured-date",
            "last_modified", "drafts.field.last-modified",
            "status", "drafts.field.status",
            "id", "drafts.field.in-use",
            "organization_id", "drafts.field.organization");

    private static final Map<String, String> REFERENCES = Map.of(
            "location_id", "location",
            "program_id", "program",
            "unit_id", "unit",
            "target_group_id", "taxonomy_term",
            "taxonomy_term_id", "taxonomy_term",
            "funding_id", "funding",
            "organization_id", "organization",
            "parent_organization_id", "organization");

    private final Offered offered;

    FieldWords(Offered offered) {
        this.offered = offered;
    }

    /** The label of a field as HSDS metadata or a difference names it: "name", "name@en", or a table that hangs on it. */
    public String label(Words t, String table, String field) {
        if (TABLES.containsKey(field)) {
            return t.of(TABLES.getOrDefault(field, ""));
        }
        int at = field.indexOf('@');
        var column = at > 0 ? field.substring(0, at) : field;
        var key = key(table, column);
        var label = key == null ? column : t.of(key);
        if (at < 0) {
            return label;
        }
        var language = field.substring(at + 1);
        return language.equals("en") ? t.of("drafts.label.english", label) : label + " (" + language + ")";
    }

    private static @Nullable String key(String table, String column) {
        for (var sections : Sections.OF_KIND.values()) {
            for (var section : sections) {
                for (var blank : section.table().equals(table) ? section.blanks() : List.<Blank>of()) {
                    if (blank.column().equals(column)) {
                        return blank.key();
                    }
                }
            }
        }
        return OTHERS.get(column);
    }

    /** A value of a field in words. */
    public String value(Words t, String table, String column, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return "";
        }
        var referred = REFERENCES.get(column);
        if (referred != null) {
            return offered.names(t, referred, List.of(UUID.fromString(value))).getOrDefault(value, "");
        }
        var blank = blank(table, column);
        if (blank != null && blank.input() == Blank.Input.LANGUAGE) {
            return Offered.language(t, value);
        }
        if (column.endsWith("_date") || blank != null && blank.input() == Blank.Input.DATE) {
            return value.matches("\\d{4}-\\d\\d-\\d\\d") ? t.date(java.time.LocalDate.parse(value)) : value;
        }
        boolean listed = blank != null && SectionForms.isChoice(blank);
        return listed || value.equals("true") || value.equals("false")
                ? Options.word(t, value)
                : blank == null ? value : Typing.shown(blank, value);
    }

    private static @Nullable Blank blank(String table, String column) {
        for (var sections : Sections.OF_KIND.values()) {
            for (var section : sections) {
                for (var blank : section.table().equals(table) ? section.blanks() : List.<Blank>of()) {
                    if (blank.column().equals(column)) {
                        return blank;
                    }
                }
            }
        }
        return null;
    }

    /** One row in a line: "210 1234567 · Reception". */
    public String summary(Words t, Sheet sheet, Line line) {
        if (line.table().equals("schedule")) {
            var point = line.value("service_at_location_id");
            var at = point == null ? null : sheet.line("service_at_location", UUID.fromString(point));
            var sentence = HoursWords.sentence(t, HoursWords.schedule(line));
            return at == null
                    ? sentence
                    : value(t, "service_at_location", "location_id", at.value("location_id")) + ": " + sentence;
        }
        if (line.table().equals("attribute")) {
            return value(t, "attribute", "taxonomy_term_id", line.value("taxonomy_term_id"));
        }
        var said = new LinkedHashSet<String>();
        for (var column : columns(line.table())) {
            var main = line.value(column);
            var other = line.value(column + "@" + t.lang());
            var text = value(t, line.table(), column, other != null ? other : main);
            if (!text.isBlank()) {
                said.add(text);
            }
        }
        return said.stream().limit(4).reduce((one, two) -> one + " · " + two).orElse("–");
    }

    private static List<String> columns(String table) {
        for (var sections : Sections.OF_KIND.values()) {
            for (var section : sections) {
                if (section.table().equals(table) && !section.blanks().isEmpty()) {
                    return section.blanks().stream().map(Blank::column).toList();
                }
            }
        }
        return List.of("name", "description");
    }

    /** What a draft would make other: field by field of the record, row by row of what hangs on it. */
    public List<Items.Difference> between(Words t, Sheet published, Sheet wanted, List<Edit> edits) {
        var differences = new ArrayList<Items.Difference>();
        var rows = new LinkedHashMap<UUID, String>();
        edits.forEach(edit -> rows.putIfAbsent(edit.row(), edit.table()));
        var table = published.subject().kind().table();
        rows.forEach((row, of) -> {
            var before = published.line(of, row);
            var after = wanted.line(of, row);
            if (of.equals(table)) {
                fields(t, of, before, after, edits, differences);
            } else {
                var old = before == null ? "" : summary(t, published, before);
                var now = after == null || after.gone() ? "" : summary(t, wanted, after);
                if (!old.equals(now)) {
                    differences.add(new Items.Difference(label(t, of, of), passage(old), passage(now)));
                } else if (before != null && after != null) {
                    fields(t, of, before, after, edits, differences);
                }
            }
        });
        return differences;
    }

    private void fields(
            Words t,
            String table,
            @Nullable Line before,
            @Nullable Line after,
            List<Edit> edits,
            List<Items.Difference> into) {
        for (var edit : edits) {
            boolean of = edit.table().equals(table)
                    && !edit.isMark()
                    && after != null
                    && edit.row().equals(after.id());
            if (of && after != null) {
                var old = before == null ? null : before.value(edit.column());
                if (!Objects.equals(old, after.value(edit.column()))) {
                    into.add(shown(t, table, edit.column(), old, after.value(edit.column())));
                }
            }
        }
    }

    private Items.Difference shown(
            Words t, String table, String column, @Nullable String before, @Nullable String after) {
        return new Items.Difference(
                label(t, table, column),
                passage(value(t, table, column, before)),
                passage(value(t, table, column, after)));
    }

    /** What was published, as it is told later: rows that came or went in one line each. */
    public List<Items.Difference> told(Words t, Sheet sheet, List<Difference> changes) {
        var differences = new ArrayList<Items.Difference>();
        var whole = new LinkedHashMap<UUID, List<Difference>>();
        var root = sheet.subject().kind().table();
        for (var change : changes) {
            if (change.kind() == Kind.CHANGED || change.table().equals(root)) {
                if (!change.column().endsWith("_id") || REFERENCES.containsKey(change.column())) {
                    differences.add(shown(t, change.table(), change.column(), change.before(), change.after()));
                }
            } else {
                whole.computeIfAbsent(change.id(), _ -> new ArrayList<>()).add(change);
            }
        }
        whole.values().forEach(columns -> differences.add(row(t, sheet, columns)));
        return differences;
    }

    private Items.Difference row(Words t, Sheet sheet, List<Difference> columns) {
        var first = columns.getFirst();
        boolean came = first.kind() == Kind.ADDED;
        var line = new Line(first.table(), first.id(), Map.of(), false, false);
        for (var column : columns) {
            if (!column.column().equals("id")) {
                line = line.with(column.column(), came ? column.after() : column.before());
            }
        }
        var text = passage(summary(t, sheet, line));
        var nothing = passage("");
        return new Items.Difference(
                label(t, first.table(), first.table()), came ? nothing : text, came ? text : nothing);
    }

    private static Passage passage(String text) {
        return new Passage(text, null);
    }
}
