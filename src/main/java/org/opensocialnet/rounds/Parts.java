package org.opensocialnet.rounds;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.directory.Subject;
import org.opensocialnet.directory.WholeRecords;
import org.opensocialnet.drafts.Blank;
import org.opensocialnet.drafts.Blank.Input;
import org.opensocialnet.drafts.FieldWords;
import org.opensocialnet.drafts.HoursWords;
import org.opensocialnet.drafts.Line;
import org.opensocialnet.drafts.Section;
import org.opensocialnet.drafts.Section.Shape;
import org.opensocialnet.drafts.Sheet;
import org.opensocialnet.web.Words;
import org.springframework.stereotype.Component;

/**
 * The parts of a record an organisation is asked about: what changes often. Where a confidential place is, is not among
 * them: a letter may be forwarded, so its address and its name are neither shown nor asked for by link.
 */
@Component
class Parts {

    static final String STATE = "state";
    static final String HOURS = "hours";

    private static final Map<Subject.Kind, List<String>> ASKED = Map.of(
            Subject.Kind.SERVICE,
            List.of(
                    "basics",
                    HOURS,
                    "phones",
                    "capacity",
                    "who",
                    "how",
                    "documents",
                    "money",
                    "languages",
                    "contacts",
                    "links"),
            Subject.Kind.LOCATION,
            List.of("basics", "address", HOURS, "phones", "languages", "access"),
            Subject.Kind.ORGANIZATION,
            List.of("basics", "phones", "contacts", "links"));

    /** Of a confidential place only what is no way to it. */
    private static final List<String> OF_CONFIDENTIAL = List.of("phones", "languages", "access");

    private final FieldWords words;
    private final WholeRecords records;

    Parts(FieldWords words, WholeRecords records) {
        this.words = words;
        this.records = records;
    }

    /** One part as it stands: its title and what it says, line by line. */
    record Part(String code, String title, List<String> lines) {}

    List<Section> sections(Sheet sheet) {
        var sections = new ArrayList<Section>();
        if (sheet.subject().kind() == Subject.Kind.SERVICE) {
            sections.add(state());
        }
        for (var code :
                isConfidential(sheet) ? OF_CONFIDENTIAL : asked(sheet.subject().kind())) {
            Section.of(sheet.subject().kind(), code).ifPresent(sections::add);
        }
        return sections;
    }

    private static List<String> asked(Subject.Kind kind) {
        return ASKED.getOrDefault(kind, List.of());
    }

    Optional<Section> section(Sheet sheet, String code) {
        return sections(sheet).stream()
                .filter(section -> section.code().equals(code))
                .findFirst();
    }

    /** Whether the service is offered at all: the one field of its standing that its organisation tells by link. */
    private static Section state() {
        return new Section(
                STATE,
                "rounds.part.state",
                "service",
                Shape.RECORD,
                List.of(new Blank("status", "drafts.field.status", null, Input.CHOICE, false)));
    }

    List<Part> of(Sheet sheet, Words t) {
        var parts = new ArrayList<Part>();
        for (var section : sections(sheet)) {
            parts.add(new Part(section.code(), t.of(section.key()), lines(section, sheet, t)));
        }
        return parts;
    }

    private List<String> lines(Section section, Sheet sheet, Words t) {
        var lines = new ArrayList<String>();
        var root = sheet.root();
        if (section.code().equals(HOURS)) {
            sheet.kept("schedule").forEach(line -> lines.add(rule(sheet, line, t)));
        } else if (section.code().equals("capacity")) {
            sheet.kept("service_capacity").forEach(line -> lines.add(free(line, t)));
        } else if (section.shape() == Shape.RECORD && root != null) {
            for (var blank : section.blanks()) {
                var other = root.value(blank.column() + "@" + t.lang());
                var value = words.value(
                        t, section.table(), blank.column(), other != null ? other : root.value(blank.column()));
                if (!value.isEmpty()) {
                    lines.add(t.of(blank.key()) + ": " + value);
                }
            }
        } else {
            sheet.kept(section.table()).forEach(line -> lines.add(words.summary(t, sheet, line)));
        }
        return lines;
    }

    /** "meals: 3 free of 10". */
    private String free(Line line, Words t) {
        var unit = words.value(t, "service_capacity", "unit_id", line.value("unit_id"));
        return line.value("maximum") == null
                ? t.of("rounds.part.free", unit, line.text("available"))
                : t.of("rounds.part.free-of", unit, line.text("available"), line.text("maximum"));
    }

    /** One rule of the hours, with its place where it is of one place only. */
    String rule(Sheet sheet, Line line, Words t) {
        var sentence = HoursWords.sentence(t, HoursWords.schedule(line));
        var point = line.value("service_at_location_id");
        var at = point == null ? null : sheet.line("service_at_location", UUID.fromString(point));
        return at == null ? sentence : place(at, t) + ": " + sentence;
    }

    /** A place as the public would call it. */
    String place(Line point, Words t) {
        var location = point.value("location_id");
        return location == null
                ? t.of("rounds.record.nameless")
                : records.rows("location", "id", List.of(UUID.fromString(location))).stream()
                        .findFirst()
                        .map(row -> named(
                                row.value("name"),
                                row.value("area"),
                                isTrue(row.value("confidential")),
                                row.values().getOrDefault("translations", "{}"),
                                t))
                        .orElse(t.of("rounds.record.nameless"));
    }

    /** A record's name in the reader's language; a confidential place has its area for one. */
    String name(Sheet sheet, Words t) {
        var root = sheet.root();
        if (root == null) {
            return t.of("rounds.record.nameless");
        }
        var field = isConfidential(sheet) ? "area" : "name";
        var other = root.value(field + "@" + t.lang());
        var name = other != null ? other : root.text(field);
        return name.isBlank() ? t.of("rounds.record.nameless") : name;
    }

    private static String named(
            @Nullable String name, @Nullable String area, boolean confidential, String translations, Words t) {
        var text = t.text(confidential ? area : name, translations, confidential ? "area" : "name")
                .text();
        return text.isBlank() ? t.of("rounds.record.nameless") : text;
    }

    static boolean isConfidential(Sheet sheet) {
        var root = sheet.root();
        return sheet.subject().kind() == Subject.Kind.LOCATION && root != null && isTrue(root.value("confidential"));
    }

    private static boolean isTrue(@Nullable String value) {
        return "true".equals(value) || "t".equals(value);
    }

    static String kind(Subject.Kind kind, Words t) {
        return switch (kind) {
            case SERVICE -> t.of("rounds.kind.service");
            case LOCATION -> t.of("rounds.kind.location");
            case ORGANIZATION -> t.of("rounds.kind.organization");
        };
    }
}
