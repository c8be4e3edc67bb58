package org.opensocialnet.exchange;

import java.sql.Types;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opensocialnet.directory.Subject;
import org.opensocialnet.drafts.Arrivals;
import org.opensocialnet.drafts.Arrivals.Arrived;
import org.opensocialnet.intake.Difference;
import org.opensocialnet.intake.IntakeListener;
import org.opensocialnet.intake.IntakeProblem;
import org.opensocialnet.intake.RecordOf;
import org.opensocialnet.kernel.Uuid7;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Listens to a file that a command brings in, in the transaction that does: of new records only that they came, of others
 * each value, laid aside in the database until all has happened and the histories can tell it.
 */
final class Hearing implements IntakeListener {

    private static final int AT_ONCE = 500;

    private final String source;
    private final Arrivals arrivals;
    private final JdbcTemplate batches;
    private final UUID run = Uuid7.next();
    private final Map<Subject.Kind, Set<UUID>> fresh = new EnumMap<>(Subject.Kind.class);
    private final Map<Subject.Kind, Set<UUID>> other = new EnumMap<>(Subject.Kind.class);
    private final Set<UUID> publicBefore = new HashSet<>();
    private final Map<Subject.Kind, Set<UUID>> unasked = new EnumMap<>(Subject.Kind.class);
    private final List<Laid> waiting = new ArrayList<>();
    private long position;

    private record Laid(long position, Difference difference, RecordOf record) {}

    Hearing(String source, Arrivals arrivals, JdbcTemplate batches) {
        this.source = source;
        this.arrivals = arrivals;
        this.batches = batches;
        for (var kind : Subject.Kind.values()) {
            fresh.put(kind, new LinkedHashSet<>());
            other.put(kind, new LinkedHashSet<>());
            unasked.put(kind, new HashSet<>());
        }
    }

    @Override
    public boolean hearsValuesOfNew() {
        return false;
    }

    @Override
    public void came(RecordOf record) {
        kind(record).ifPresent(kind -> of(fresh, kind).add(record.id()));
    }

    @Override
    public void different(Difference difference, RecordOf record) {
        kind(record).filter(kind -> !of(fresh, kind).contains(record.id())).ifPresent(kind -> {
            if (of(other, kind).add(record.id())) {
                of(unasked, kind).add(record.id());
            }
            waiting.add(new Laid(position++, difference, record));
            if (waiting.size() >= AT_ONCE) {
                lay();
            }
        });
    }

    @Override
    public void wrong(IntakeProblem problem) {
        // what was left out changed nothing
    }

    @Override
    public void heard() {
        lay();
    }

    private void lay() {
        unasked.forEach((kind, some) -> {
            publicBefore.addAll(arrivals.publicOnes(kind, some));
            some.clear();
        });
        batches.batchUpdate("""
                insert into exchange.arrival (
                    run, position, record_table, record_id, table_name, row_id, kind, column_name, before, after)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, waiting, AT_ONCE, (row, each) -> {
            row.setObject(1, run);
            row.setLong(2, each.position());
            row.setString(3, each.record().table());
            row.setObject(4, each.record().id());
            row.setString(5, each.difference().table());
            row.setObject(6, each.difference().id());
            row.setString(7, each.difference().kind().name());
            row.setString(8, each.difference().column());
            row.setObject(9, each.difference().before(), Types.VARCHAR);
            row.setObject(10, each.difference().after(), Types.VARCHAR);
        });
        waiting.clear();
    }

    /** All has happened: the histories tell it. */
    void tell() {
        for (var kind : Subject.Kind.values()) {
            inTurn(
                    of(fresh, kind),
                    some -> arrivals.came(
                            source,
                            kind,
                            some.stream()
                                    .map(id -> new Arrived(new Subject(kind, id), List.of()))
                                    .toList(),
                            Set.of()));
            inTurn(of(other, kind), some -> arrivals.came(source, kind, laid(kind, some), publicBefore));
        }
        batches.update("delete from exchange.arrival where run = ?", run);
    }

    private List<Arrived> laid(Subject.Kind kind, List<UUID> some) {
        var changes = new HashMap<UUID, List<Difference>>();
        batches.query(
                """
                select record_id, table_name, row_id, kind, column_name, before, after from exchange.arrival
                where run = ? and record_table = ? and record_id = any (cast(? as uuid[]))
                order by position
                """,
                row -> {
                    changes.computeIfAbsent(row.getObject("record_id", UUID.class), _ -> new ArrayList<>())
                            .add(new Difference(
                                    row.getString("table_name"),
                                    row.getObject("row_id", UUID.class),
                                    Difference.Kind.valueOf(row.getString("kind")),
                                    row.getString("column_name"),
                                    row.getString("before"),
                                    row.getString("after")));
                },
                run,
                kind.table(),
                some.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")));
        return some.stream()
                .map(id -> new Arrived(new Subject(kind, id), changes.getOrDefault(id, List.of())))
                .toList();
    }

    private static void inTurn(Set<UUID> all, Consumer<List<UUID>> each) {
        var some = new ArrayList<UUID>();
        for (var id : all) {
            some.add(id);
            if (some.size() == AT_ONCE) {
                each.accept(List.copyOf(some));
                some.clear();
            }
        }
        if (!some.isEmpty()) {
            each.accept(some);
        }
    }

    private static Optional<Subject.Kind> kind(RecordOf record) {
        return Stream.of(Subject.Kind.values())
                .filter(kind -> kind.table().equals(record.table()))
                .findFirst();
    }

    private static Set<UUID> of(Map<Subject.Kind, Set<UUID>> all, Subject.Kind kind) {
        return Objects.requireNonNull(all.get(kind));
    }
}
