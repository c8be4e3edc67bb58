package org.opensocialnet.doubles;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.directory.RecordRow;
import org.opensocialnet.directory.Subject;
import org.opensocialnet.directory.Subject.Kind;
import org.opensocialnet.directory.WholeRecords;
import org.opensocialnet.drafts.ChangeSet.What;
import org.opensocialnet.drafts.Edit;
import org.opensocialnet.drafts.JointActs;
import org.opensocialnet.drafts.JointActs.Part;
import org.opensocialnet.drafts.Keeping;
import org.opensocialnet.drafts.Kept;
import org.opensocialnet.drafts.Line;
import org.opensocialnet.intake.Amendment.Put;
import org.opensocialnet.intake.Amendment.Remove;
import org.opensocialnet.intake.Amendment.RowChange;
import org.springframework.stereotype.Component;

/** Says which rows change when two records become one, as somebody chose field by field. */
@Component
class Merging {

    /** From which of the two something is taken. */
    enum Take {
        STAYS,
        GOES,
        BOTH
    }

    /** Everything that a merger does. */
    record Plan(List<Part> parts, List<RowChange> rows) {}

    private final JointActs acts;
    private final Keeping keeping;
    private final WholeRecords records;

    Merging(JointActs acts, Keeping keeping, WholeRecords records) {
        this.acts = acts;
        this.keeping = keeping;
        this.records = records;
    }

    /**
     * @param fields columns that are taken from the record that goes
     * @param groups whence each table of rows is taken; where nothing is said, from both
     */
    Plan plan(SignedIn me, Side stays, Side goes, Set<String> fields, Map<String, Take> groups) {
        var rows = new ArrayList<RowChange>(fields(stays, goes, fields));
        for (var table : stays.kept().subject().kind() == Kind.LOCATION ? LOCATION_GROUPS : GROUPS) {
            hanging(stays, goes, table, groups.getOrDefault(table, Take.BOTH), rows);
        }
        var parts = new ArrayList<Part>();
        parts.add(new Part(stays.kept(), What.CHANGED, null));
        parts.add(new Part(goes.kept(), What.RETIRED, "double"));
        follow(me, stays.kept(), goes.kept(), parts, rows);
        move("notice", owner(goes) + "_id", goes.kept().id(), stays.kept().id(), rows);
        rows.add(new Remove(owner(goes), goes.kept().id()));
        return new Plan(parts, rows);
    }

    private static final List<String> GROUPS = List.of(
            "phone",
            "contact",
            "schedule",
            "language",
            "url",
            "required_document",
            "cost_option",
            "service_area",
            "service_capacity",
            "funding",
            "attribute",
            "organization_identifier");
    private static final List<String> LOCATION_GROUPS =
            List.of("phone", "address", "contact", "schedule", "language", "accessibility", "attribute");

    private static String owner(Side side) {
        return side.kept().subject().kind().table();
    }

    private List<RowChange> fields(Side stays, Side goes, Set<String> fields) {
        var edits = fields.stream()
                .map(column -> Edit.of(
                        owner(stays),
                        stays.kept().id(),
                        column,
                        stays.root().value(column),
                        goes.root().value(column)))
                .toList();
        return acts.rows(stays.sheet(), edits);
    }

    /** What is not taken from the one that goes stays with it, out of use; what is not taken from the other is taken away. */
    private static void hanging(Side stays, Side goes, String table, Take take, List<RowChange> rows) {
        var owner = Comparison.owner(stays.kept().subject().kind(), table);
        var ours = Comparison.rows(stays, table);
        if (take == Take.GOES) {
            ours.forEach(line -> rows.add(new Remove(table, line.id())));
        }
        if (take != Take.STAYS) {
            var there = take == Take.GOES
                    ? Set.<Map<String, String>>of()
                    : ours.stream().map(line -> said(line, owner)).collect(Collectors.toSet());
            Comparison.rows(goes, table).stream()
                    .filter(line -> !there.contains(said(line, owner)))
                    .forEach(line -> rows.add(new Put(
                            table, line.id(), Map.of(owner, stays.kept().id().toString()))));
        }
    }

    /** What a row says, whoever it hangs on. */
    private static Map<String, String> said(Line line, String owner) {
        var said = new java.util.HashMap<>(line.values());
        said.remove(owner);
        return said;
    }

    /** The records that belonged to the one that goes belong to the other from now on. */
    private void follow(SignedIn me, Kept stays, Kept goes, List<Part> parts, List<RowChange> rows) {
        switch (goes.subject().kind()) {
            case ORGANIZATION -> {
                belong(me, Kind.SERVICE, stays, goes, parts, rows);
                belong(me, Kind.LOCATION, stays, goes, parts, rows);
                move("program", "organization_id", goes.id(), stays.id(), rows);
                move("organization", "parent_organization_id", goes.id(), stays.id(), rows);
                move("organization_succession", "successor_id", goes.id(), stays.id(), rows);
            }
            case SERVICE -> points("service_id", "location_id", stays, goes, rows);
            case LOCATION -> points("location_id", "service_id", stays, goes, rows);
        }
    }

    private void belong(SignedIn me, Kind kind, Kept stays, Kept goes, List<Part> parts, List<RowChange> rows) {
        for (var row : records.rows(kind.table(), "organization_id", List.of(goes.id()))) {
            rows.add(new Put(
                    kind.table(), row.id(), Map.of("organization_id", stays.id().toString())));
            found(me, new Subject(kind, row.id()))
                    .ifPresent(kept ->
                            parts.add(new Part(new Kept(kept.subject(), stays.organization()), What.CHANGED, null)));
        }
    }

    private Optional<Kept> found(SignedIn me, Subject subject) {
        return keeping.find(me, subject);
    }

    /** A service is at a place once. */
    private void points(String own, String other, Kept stays, Kept goes, List<RowChange> rows) {
        var there = new HashSet<String>();
        records.rows("service_at_location", own, List.of(stays.id())).stream()
                .filter(row -> !row.gone())
                .forEach(row -> there.add(row.values().getOrDefault(other, "")));
        for (var point : records.rows("service_at_location", own, List.of(goes.id()))) {
            if (!point.gone() && there.add(point.values().getOrDefault(other, ""))) {
                rows.add(new Put(
                        "service_at_location",
                        point.id(),
                        Map.of(own, stays.id().toString())));
            } else if (!point.gone()) {
                rows.add(new Remove("service_at_location", point.id()));
            }
        }
    }

    private void move(String table, String column, UUID from, UUID to, List<RowChange> rows) {
        records.rows(table, column, List.of(from)).stream()
                .filter(row -> !row.gone() && !row.id().equals(to))
                .map(RecordRow::id)
                .forEach(id -> rows.add(new Put(table, id, Map.of(column, to.toString()))));
    }
}
