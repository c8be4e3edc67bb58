package org.opensocialnet.drafts;

import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.directory.RecordRow;
import org.opensocialnet.directory.Subject;
import org.opensocialnet.directory.WholeRecords;
import org.opensocialnet.drafts.ChangeSet.What;
import org.opensocialnet.drafts.PublicTrace.Said;
import org.opensocialnet.intake.Amendment.RowChange;
import org.opensocialnet.intake.Difference;
import org.opensocialnet.kernel.Uuid7;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What files of other directories changed, told by the histories of the records themselves: at the desk, and to the public
 * as HSDS metadata. Some hundreds of records at a time, in the transaction that changes them.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Arrivals {

    private static final int AT_ONCE = 500;

    private final ChangeBook book;
    private final PublicTrace trace;
    private final WholeRecords records;
    private final JdbcTemplate batches;
    private final Clock clock;

    Arrivals(ChangeBook book, PublicTrace trace, WholeRecords records, JdbcTemplate batches, Clock clock) {
        this.book = book;
        this.trace = trace;
        this.records = records;
        this.batches = batches;
        this.clock = clock;
    }

    /** One record and what of it is other than before; nothing where it is new and all of it is. */
    public record Arrived(Subject subject, List<Difference> changes) {}

    private record Entry(UUID set, Arrived arrived, UUID owner) {}

    /** Which of some records the public sees now: to be asked before they change, and given back when that is told. */
    public Set<UUID> publicOnes(Subject.Kind kind, Collection<UUID> ids) {
        return trace.publicOnes(kind, ids);
    }

    /** A file of this directory said so. */
    public void came(String source, Subject.Kind kind, List<Arrived> some, Set<UUID> publicBefore) {
        tell(source, What.IMPORTED, kind, some, publicBefore);
    }

    /** What it had said was taken back. */
    public void went(String source, Subject.Kind kind, List<Arrived> some, Set<UUID> publicBefore) {
        tell(source, What.RETURNED, kind, some, publicBefore);
    }

    private void tell(String source, What what, Subject.Kind kind, List<Arrived> some, Set<UUID> publicBefore) {
        var owners = owners(kind, some);
        var entries = new ArrayList<Entry>();
        for (var each : some) {
            var owner = owners.get(each.subject().id());
            if (owner != null) {
                entries.add(new Entry(Uuid7.next(), each, owner));
            }
        }
        enter(source, what, entries);
        var changed = some.stream().filter(each -> !each.changes().isEmpty()).toList();
        var publicNow = trace.publicOnes(
                kind, changed.stream().map(each -> each.subject().id()).toList());
        var lines = new ArrayList<RowChange>();
        for (var each : changed) {
            var id = each.subject().id();
            if (publicNow.contains(id)) {
                var said = new Said(what == What.IMPORTED ? "import" : "import-undone", source);
                lines.addAll(trace.lines(
                        each.subject(), said, Amendments.spread(each.changes()), publicBefore.contains(id)));
            }
        }
        trace.tell(lines);
    }

    /** A place of nobody in particular has no history at a desk. */
    private Map<UUID, UUID> owners(Subject.Kind kind, List<Arrived> some) {
        var ids = some.stream().map(each -> each.subject().id()).toList();
        var owners = new HashMap<UUID, UUID>();
        if (kind == Subject.Kind.ORGANIZATION) {
            ids.forEach(id -> owners.put(id, id));
            return owners;
        }
        for (var row : records.rows(kind.table(), "id", ids)) {
            var owner = owner(row);
            if (owner != null) {
                owners.put(row.id(), owner);
            }
        }
        return owners;
    }

    private static @Nullable UUID owner(RecordRow row) {
        var owner = row.value("organization_id");
        return owner == null ? null : UUID.fromString(owner);
    }

    private void enter(String source, What what, List<Entry> entries) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        batches.batchUpdate("""
                insert into drafts.change_set (id, kind, record, owner, member_name, what, at)
                values (?, ?, ?, ?, ?, ?, ?)
                """, entries, AT_ONCE, (row, each) -> {
            var subject = each.arrived().subject();
            row.setObject(1, each.set());
            row.setString(2, subject.kind().table());
            row.setObject(3, subject.id());
            row.setObject(4, each.owner());
            row.setString(5, source);
            row.setString(6, what.word());
            row.setObject(7, now, Types.TIMESTAMP_WITH_TIMEZONE);
        });
        book.enter(entries.stream()
                .collect(Collectors.toMap(
                        Entry::set, each -> Amendments.spread(each.arrived().changes()))));
    }
}
