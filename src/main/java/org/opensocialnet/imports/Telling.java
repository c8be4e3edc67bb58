package org.opensocialnet.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.opensocialnet.directory.Subject;
import org.opensocialnet.drafts.Arrivals;
import org.opensocialnet.drafts.Arrivals.Arrived;
import org.opensocialnet.imports.LoadRecords.Kind;
import org.opensocialnet.imports.LoadRecords.Touched;
import org.opensocialnet.intake.Difference;
import org.springframework.stereotype.Component;

/** Tells each record's own history which import changed it, and which was taken back. */
@Component
class Telling {

    private final LoadRecords records;
    private final Arrivals arrivals;

    Telling(LoadRecords records, Arrivals arrivals) {
        this.records = records;
        this.arrivals = arrivals;
    }

    /** Which records of an import the public sees before it. */
    Set<UUID> publicBefore(Load load) {
        var seen = new HashSet<UUID>();
        through(
                load,
                (kind, some) -> seen.addAll(arrivals.publicOnes(
                        kind,
                        some.stream()
                                .filter(record -> record.kind() != Kind.NEW)
                                .map(Touched::id)
                                .toList())));
        return seen;
    }

    /** It was brought in. */
    void applied(Load load, Set<UUID> publicBefore) {
        through(load, (kind, some) -> arrivals.came(load.sourceName(), kind, arrived(load, kind, some), publicBefore));
    }

    /** Some of its records are what they were before it; those of vocabularies have no history. */
    void takenBack(Load load, Collection<Touched> back, Set<UUID> publicBefore) {
        for (var kind : Subject.Kind.values()) {
            var some = back.stream()
                    .filter(record -> record.tableName().equals(kind.table()))
                    .toList();
            if (!some.isEmpty()) {
                var returned = arrived(load, kind, some).stream()
                        .map(each -> new Arrived(
                                each.subject(),
                                each.changes().stream().map(Telling::turned).toList()))
                        .toList();
                arrivals.went(load.sourceName(), kind, returned, publicBefore);
            }
        }
    }

    /** Which of some records the public sees now; of those that came with the import it is not asked. */
    Set<UUID> publicNow(Collection<Touched> some) {
        var seen = new HashSet<UUID>();
        for (var kind : Subject.Kind.values()) {
            seen.addAll(arrivals.publicOnes(
                    kind,
                    some.stream()
                            .filter(record -> record.kind() != Kind.NEW
                                    && record.tableName().equals(kind.table()))
                            .map(Touched::id)
                            .toList()));
        }
        return seen;
    }

    private void through(Load load, BiConsumer<Subject.Kind, List<Touched>> each) {
        for (var kind : Subject.Kind.values()) {
            var some = records.following(load, kind.table(), null, Findings.AT_ONCE);
            while (!some.isEmpty()) {
                each.accept(kind, some);
                some = records.following(load, kind.table(), some.getLast().id(), Findings.AT_ONCE);
            }
        }
    }

    /** Of a new record that it came is all there is to tell. */
    private List<Arrived> arrived(Load load, Subject.Kind kind, List<Touched> some) {
        var known = some.stream().filter(record -> record.kind() != Kind.NEW).toList();
        var differences = records.differences(load, known, Integer.MAX_VALUE);
        var arrived = new ArrayList<Arrived>();
        for (var record : some) {
            arrived.add(new Arrived(new Subject(kind, record.id()), differences.getOrDefault(record.id(), List.of())));
        }
        return arrived;
    }

    private static Difference turned(Difference each) {
        var kind = switch (each.kind()) {
            case ADDED -> Difference.Kind.REMOVED;
            case REMOVED -> Difference.Kind.ADDED;
            case CHANGED -> Difference.Kind.CHANGED;
        };
        return new Difference(each.table(), each.id(), kind, each.column(), each.after(), each.before());
    }
}
