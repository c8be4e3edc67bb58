package org.opensocialnet.drafts;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.opensocialnet.directory.Subject;
import org.opensocialnet.directory.WholeRecords;
import org.opensocialnet.drafts.ChangeSet.What;
import org.opensocialnet.drafts.PublicTrace.Said;
import org.opensocialnet.intake.Amendment.RowChange;
import org.opensocialnet.intake.Difference;
import org.opensocialnet.kernel.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
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

    private final ChangeBook book;
    private final PublicTrace trace;
    private final WholeRecords records;
    private final JdbcClient jdbc;
    private final Clock clock;

    Arrivals(ChangeBook book, PublicTrace trace, WholeRecords records, JdbcClient jdbc, Clock clock) {
        this.book = book;
        this.trace = trace;
        this.records = records;
        this.jdbc = jdbc;
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
        var owners = records.owners(
                kind, some.stream().map(each -> each.subject().id()).toList());
        var entries = new ArrayList<Entry>();
        for (var each : some) {
            var owner = owners.get(each.subject().id());
            if (owner != null) {
                entries.add(new Entry(Uuid7.next(), each, owner));
            }
        }
        enter(source, what, kind, entries);
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

    /** A new directory is some hundred thousand of them: one statement for each few hundred. */
    private void enter(String source, What what, Subject.Kind kind, List<Entry> entries) {
        jdbc.sql("""
                insert into drafts.change_set (id, kind, record, owner, member_name, what, at)
                select id, :kind, record, owner, :source, :what, :now
                from unnest(cast(:sets as uuid[]), cast(:records as uuid[]), cast(:owners as uuid[]))
                    as entry (id, record, owner)
                """)
                .param("kind", kind.table())
                .param("source", source)
                .param("what", what.word())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("sets", ids(entries, Entry::set))
                .param("records", ids(entries, each -> each.arrived().subject().id()))
                .param("owners", ids(entries, Entry::owner))
                .update();
        book.enter(entries.stream()
                .collect(Collectors.toMap(
                        Entry::set, each -> Amendments.spread(each.arrived().changes()))));
    }

    private static UUID[] ids(List<Entry> entries, Function<Entry, UUID> id) {
        return entries.stream().map(id).toArray(UUID[]::new);
    }
}
