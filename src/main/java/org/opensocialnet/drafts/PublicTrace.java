package org.opensocialnet.drafts;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.directory.HsdsColumn;
import org.opensocialnet.directory.HsdsTable;
import org.opensocialnet.directory.Subject;
import org.opensocialnet.drafts.ChangeSet.What;
import org.opensocialnet.intake.Amendment;
import org.opensocialnet.intake.Amendment.Put;
import org.opensocialnet.intake.Amendment.RowChange;
import org.opensocialnet.intake.Difference;
import org.opensocialnet.intake.Intakes;
import org.opensocialnet.kernel.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the public is told of a change, as HSDS metadata: when and which fields, never who. Old and new values are told
 * of the record's own public fields alone, and only if it was public before and is now; of what hangs on it only that it
 * changed. A place's changes are not told: its history could tell where it is.
 */
@Component
class PublicTrace {

    private final JdbcClient jdbc;
    private final Intakes intakes;
    private final Clock clock;

    PublicTrace(JdbcClient jdbc, Intakes intakes, Clock clock) {
        this.jdbc = jdbc;
        this.intakes = intakes;
        this.clock = clock;
    }

    boolean isPublic(Subject subject) {
        return subject.kind() != Subject.Kind.LOCATION
                && jdbc.sql("select count(*) from directory.public_%s where id = :id"
                                        .formatted(subject.kind().table()))
                                .param("id", subject.id())
                                .query(Integer.class)
                                .single()
                        > 0;
    }

    /**
     * What a line says beside the field.
     *
     * @param act the kind of change: "create", "update", "import", "merger", …
     * @param by an organisation's name, or that of another directory
     */
    record Said(String act, String by) {}

    /** Which of some records the public sees; of places it is never asked, their changes are not told. */
    Set<UUID> publicOnes(Subject.Kind kind, Collection<UUID> ids) {
        return kind == Subject.Kind.LOCATION || ids.isEmpty()
                ? Set.of()
                : Set.copyOf(jdbc.sql("select id from directory.public_%s where id = any (cast(:ids as uuid[]))"
                                .formatted(kind.table()))
                        .param("ids", ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
                        .query(UUID.class)
                        .list());
    }

    void tell(Kept kept, What what, List<Difference> changes, boolean wasPublic) {
        tell(lines(kept, what, changes, wasPublic));
    }

    /** The same of a part in an act on several records, which gives the kind of change its name. */
    void tell(Kept kept, String act, List<Difference> changes, boolean wasPublic) {
        if (isPublic(kept.subject())) {
            tell(lines(kept.subject(), new Said(act, name(kept.organization())), changes, wasPublic));
        }
    }

    /** Lines of several records in one pass through the gate. */
    void tell(List<RowChange> rows) {
        if (!rows.isEmpty()) {
            intakes.amend(new Amendment(Amendments.SOURCE, rows));
        }
    }

    List<RowChange> lines(Kept kept, What what, List<Difference> changes, boolean wasPublic) {
        if (!isPublic(kept.subject())) {
            return List.of();
        }
        var act = what == What.CREATED ? "create" : "update";
        return lines(kept.subject(), new Said(act, name(kept.organization())), changes, wasPublic);
    }

    /** Of a record that the public sees. */
    List<RowChange> lines(Subject subject, Said said, List<Difference> changes, boolean wasPublic) {
        var table = HsdsTable.named(subject.kind().table()).orElseThrow();
        var rows = new ArrayList<RowChange>();
        var hanging = new LinkedHashSet<String>();
        for (var change : changes) {
            if (!change.table().equals(table.name())) {
                hanging.add(change.table());
            } else if (isTold(table, change.column())) {
                rows.add(line(subject, said, change.column(), wasPublic ? change : null));
            }
        }
        hanging.forEach(name -> rows.add(line(subject, said, name, null)));
        return rows;
    }

    private static boolean isTold(HsdsTable table, String column) {
        var name = column.replaceFirst("@.*", "");
        return !name.equals(Amendments.IN_USE)
                && table.column(name).map(HsdsColumn::published).orElse(false);
    }

    private Put line(Subject subject, Said said, String field, @Nullable Difference values) {
        return new Put(
                "metadata",
                Uuid7.next(),
                Map.of(
                        "resource_id",
                        subject.id().toString(),
                        "resource_type",
                        subject.kind().table(),
                        "last_action_date",
                        LocalDate.ofInstant(clock.instant(), clock.getZone()).toString(),
                        "last_action_type",
                        said.act(),
                        "field_name",
                        field,
                        "previous_value",
                        values == null ? "" : text(values.before()),
                        "replacement_value",
                        values == null ? "" : text(values.after()),
                        "updated_by",
                        said.by()));
    }

    private String name(UUID organization) {
        return jdbc.sql("select name from directory.public_organization where id = :id")
                .param("id", organization)
                .query(String.class)
                .optional()
                .orElse("-");
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
