package org.opensocialnet.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opensocialnet.directory.HsdsTable;
import org.opensocialnet.directory.RecordRow;
import org.opensocialnet.directory.WholeRecords;
import org.opensocialnet.drafts.ChangeBook;
import org.opensocialnet.drafts.Standing;
import org.opensocialnet.drafts.Standing.State;
import org.opensocialnet.imports.LoadRecords.Kind;
import org.opensocialnet.imports.LoadRecords.Touched;
import org.opensocialnet.intake.Amendment;
import org.opensocialnet.intake.Difference;
import org.opensocialnet.intake.IntakeProblem;
import org.opensocialnet.intake.Intakes;
import org.springframework.stereotype.Component;

/** How single records of an import are brought back to what they were. */
@Component
class Reversal {

    private final LoadRecords records;
    private final Standing standing;
    private final ChangeBook changes;
    private final WholeRecords directory;
    private final Intakes intakes;

    Reversal(LoadRecords records, Standing standing, ChangeBook changes, WholeRecords directory, Intakes intakes) {
        this.records = records;
        this.standing = standing;
        this.changes = changes;
        this.directory = directory;
        this.intakes = intakes;
    }

    /** Those of some records that others have changed since, or on which something hangs by now that did not come with it. */
    Set<Touched> kept(Load load, List<Touched> some) {
        var ids = some.stream().map(Touched::id).toList();
        var byHand = changes.changedSince(
                ids, Objects.requireNonNull(load.appliedAt()).toInstant());
        var differences = records.differences(load, some, Integer.MAX_VALUE);
        var used = inUse(load, some);
        used.addAll(filledIn(some, differences));
        return some.stream()
                .filter(record -> byHand.contains(record.id())
                        || used.contains(record.id())
                        || standing.of(differences.getOrDefault(record.id(), List.of())).stream()
                                .anyMatch(value -> value.state() == State.CHANGED))
                .collect(Collectors.toSet());
    }

    /** New organisations and places of this import to which records of others belong. */
    private Set<UUID> inUse(Load load, List<Touched> some) {
        var used = new HashSet<UUID>();
        used.addAll(named(load, "service", "organization_id", fresh(some, "organization")));
        used.addAll(named(load, "location", "organization_id", fresh(some, "organization")));
        used.addAll(named(load, "service_at_location", "location_id", fresh(some, "location")));
        return used;
    }

    /** New records with a value by now that did not come with them. */
    private Set<UUID> filledIn(List<Touched> some, Map<UUID, List<Difference>> differences) {
        var filled = new HashSet<UUID>();
        for (var table : List.of("organization", "service", "location")) {
            for (var row : directory.rows(table, "id", fresh(some, table))) {
                var came = differences.getOrDefault(row.id(), List.of()).stream()
                        .filter(each -> each.id().equals(row.id()))
                        .map(Difference::column)
                        .collect(Collectors.toSet());
                if (!came.containsAll(row.values().keySet())) {
                    filled.add(row.id());
                }
            }
        }
        return filled;
    }

    private static List<UUID> fresh(List<Touched> some, String table) {
        return some.stream()
                .filter(record ->
                        record.kind() == Kind.NEW && record.tableName().equals(table))
                .map(Touched::id)
                .toList();
    }

    private List<UUID> named(Load load, String table, String column, Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : directory.rows(table, column, ids).stream()
                        .filter(row -> !row.gone() && !row.source().equals(load.source()))
                        .map(row -> named(row, column))
                        .toList();
    }

    private static UUID named(RecordRow row, String column) {
        return UUID.fromString(row.values().getOrDefault(column, ""));
    }

    /** Brings records back to what they were, whoever changed them since; answers why not, if so. */
    List<IntakeProblem> takeBack(Load load, List<Touched> some) {
        var differences = records.differences(load, some, Integer.MAX_VALUE);
        var made = new ArrayList<Difference>();
        for (var record : some) {
            differences.getOrDefault(record.id(), List.of()).stream()
                    .filter(each -> each.kind() != Difference.Kind.ADDED
                            || each.column().equals("id"))
                    .filter(each -> !staysWithItsRecord(record, each))
                    .forEach(made::add);
        }
        var back = standing.of(made).stream()
                .filter(value -> value.state() != State.BACK)
                .map(Standing.Value::difference)
                .toList();
        return back.isEmpty()
                ? List.of()
                : intakes.amend(Amendment.undoing(load.source(), back)).problems();
    }

    /** Nobody else changes the directory from here to the end of the transaction. */
    void takeTurn(Load load) {
        intakes.amend(new Amendment(load.source(), List.of()));
    }

    /** What hangs on a new record is out of use with it; a unit is a word that others may use by now. */
    private static boolean staysWithItsRecord(Touched record, Difference each) {
        boolean root = HsdsTable.named(each.table()).orElseThrow().root();
        return each.kind() == Difference.Kind.ADDED
                && !root
                && (record.kind() == Kind.NEW || record.tableName().equals("unit"));
    }
}
