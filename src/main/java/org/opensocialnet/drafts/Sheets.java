package org.opensocialnet.drafts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.opensocialnet.directory.RecordRow;
import org.opensocialnet.directory.Subject;
import org.opensocialnet.directory.WholeRecords;
import org.springframework.stereotype.Component;

/** Reads records whole, for whoever keeps them. */
@Component
class Sheets {

    /** What hangs on each kind of record by its own id. */
    private static final Map<Subject.Kind, List<String>> HANGING = Map.of(
            Subject.Kind.ORGANIZATION,
            List.of("organization_identifier", "program", "contact", "phone", "funding", "url"),
            Subject.Kind.SERVICE,
            List.of(
                    "service_at_location",
                    "contact",
                    "phone",
                    "schedule",
                    "service_area",
                    "language",
                    "required_document",
                    "cost_option",
                    "funding",
                    "service_capacity",
                    "url"),
            Subject.Kind.LOCATION,
            List.of("address", "contact", "phone", "schedule", "language", "accessibility"));

    private final WholeRecords records;

    Sheets(WholeRecords records) {
        this.records = records;
    }

    Sheet of(Kept kept) {
        var subject = kept.subject();
        var table = subject.kind().table();
        var ids = List.of(subject.id());
        var lines = new ArrayList<Line>();
        add(lines, records.rows(table, "id", ids));
        for (var hanging : HANGING.getOrDefault(subject.kind(), List.of())) {
            add(lines, records.rows(hanging, table + "_id", ids));
        }
        add(lines, records.rows("attribute", "link_id", ids));
        var contacts = lines.stream()
                .filter(line -> line.table().equals("contact"))
                .map(Line::id)
                .toList();
        add(lines, records.rows("phone", "contact_id", contacts));
        if (subject.kind() == Subject.Kind.SERVICE) {
            atItsPlaces(lines);
        }
        return new Sheet(subject, kept.organization(), lines);
    }

    /** The records' own rows alone, without what hangs on them, in one reading; all of one kind. */
    List<Sheet> roots(List<Kept> kept) {
        var byId = kept.stream().collect(Collectors.toMap(Kept::id, Function.identity()));
        var table = kept.getFirst().subject().kind().table();
        return records.rows(table, "id", byId.keySet()).stream()
                .map(row -> {
                    var of = Objects.requireNonNull(byId.get(row.id()));
                    return new Sheet(of.subject(), of.organization(), List.of(Line.of(row)));
                })
                .toList();
    }

    /** What is told of the service at each of its places, and the places themselves, which a route moves. */
    private void atItsPlaces(List<Line> lines) {
        var points = lines.stream()
                .filter(line -> line.table().equals("service_at_location"))
                .toList();
        var ids = points.stream().map(Line::id).toList();
        add(lines, records.rows("schedule", "service_at_location_id", ids));
        var places = points.stream()
                .map(point -> UUID.fromString(point.text("location_id")))
                .distinct()
                .toList();
        add(lines, records.rows("location", "id", places));
    }

    private static void add(List<Line> lines, List<RecordRow> rows) {
        rows.stream().map(Line::of).forEach(lines::add);
    }

    /** Whether any row has this id, whosever it is. */
    boolean exists(String table, UUID id) {
        return !records.rows(table, "id", List.of(id)).isEmpty();
    }
}
