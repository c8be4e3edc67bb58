package org.opensocialnet.drafts;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.database.Rows;
import org.opensocialnet.drafts.ChangeSet.What;
import org.opensocialnet.intake.Difference;
import org.opensocialnet.intake.Difference.Kind;
import org.opensocialnet.kernel.Uuid7;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The book of what was published: written with each publication, read as a record's history. */
@Component
@Transactional
public class ChangeBook {

    private static final int AT_ONCE = 500;

    private static final String HEAD = """
            select s.id, s.kind, s.record, s.owner, s.member_name, s.what, s.reason, s.at, s.undoes, s.joint,
                   exists (select from drafts.change_set u where u.undoes = s.id) as undone
            from drafts.change_set s
            """;

    private record Told(
            String tableName,
            UUID rowId,
            String kind,
            String columnName,
            @Nullable String before,
            @Nullable String after) {

        Difference difference() {
            return new Difference(tableName, rowId, Kind.valueOf(kind), columnName, before, after);
        }
    }

    private record Last(String by, OffsetDateTime at) {}

    /**
     * Two have changed the same field: what is there now is neither what the draft began with nor what it wants.
     *
     * @param there what is in the directory now
     * @param lost the whole row is gone
     * @param by who changed it last, where that is known
     * @param at when
     */
    public record Collision(
            Edit edit,
            @Nullable String there,
            boolean lost,
            @Nullable String by,
            @Nullable Instant at) {}

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    ChangeBook(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /** What was published of a record, the newest first. */
    @Transactional(readOnly = true)
    public List<ChangeSet> history(Kept kept, int page, int size) {
        return jdbc
                .sql(HEAD + "where s.record = :record order by s.at desc, s.id desc limit :size offset :offset")
                .param("record", kept.id())
                .param("size", size)
                .param("offset", Math.max(0, page - 1) * size)
                .query(Rows.of(ChangeSet.Head.class))
                .list()
                .stream()
                .map(this::whole)
                .toList();
    }

    /** Which of some records members have changed since a moment. */
    @Transactional(readOnly = true)
    public Set<UUID> changedSince(Collection<UUID> records, Instant since) {
        return Set.copyOf(jdbc.sql("""
                        select distinct s.record
                        from drafts.change_set s
                        where s.record = any (cast(:records as uuid[])) and s.at > :since and s.undoes is null
                          and s.what not in ('imported', 'returned')
                          and not exists (select from drafts.change_set u where u.undoes = s.id)
                        """)
                .param("records", records.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .list());
    }

    /** One set, if this member may see it. */
    @Transactional(readOnly = true)
    public Optional<ChangeSet> set(UUID id) {
        return jdbc.sql(HEAD + "where s.id = :id")
                .param("id", id)
                .query(Rows.of(ChangeSet.Head.class))
                .optional()
                .map(this::whole);
    }

    private ChangeSet whole(ChangeSet.Head head) {
        return head.with(jdbc.sql("""
                        select table_name, row_id, kind, column_name, before, after
                        from drafts.change
                        where change_set = :set
                        order by position
                        """).param("set", head.id()).query(Rows.of(Told.class)).list().stream()
                .map(Told::difference)
                .toList());
    }

    /** Enters what was done; answers the set's id. */
    UUID enter(
            SignedIn me,
            Kept kept,
            What what,
            @Nullable String reason,
            @Nullable UUID undoes,
            List<Difference> changes) {
        var id = Uuid7.next();
        jdbc.sql("""
                        insert into drafts.change_set (
                            id, kind, record, owner, keeper, member, member_name, what, reason, at, undoes)
                        values (:id, :kind, :record, :owner, :keeper, :member, :name, :what, :reason, :at, :undoes)
                        """)
                .param("id", id)
                .param("kind", kept.subject().kind().table())
                .param("record", kept.id())
                .param("owner", kept.organization())
                .param("keeper", me.organization(), java.sql.Types.OTHER)
                .param("member", me.member())
                .param("name", me.name())
                .param("what", what.word())
                .param("reason", reason, java.sql.Types.VARCHAR)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("undoes", undoes, java.sql.Types.OTHER)
                .update();
        enter(Map.of(id, changes));
        return id;
    }

    private record Entered(UUID set, int position, Difference change) {}

    /** Enters what some sets changed. */
    void enter(Map<UUID, List<Difference>> changes) {
        var all = new ArrayList<Entered>();
        changes.forEach((set, ofIt) -> {
            for (int position = 0; position < ofIt.size(); position++) {
                all.add(new Entered(set, position, ofIt.get(position)));
            }
        });
        batches.batchUpdate("""
                insert into drafts.change (
                    change_set, position, table_name, row_id, kind, column_name, before, after)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """, all, AT_ONCE, (row, each) -> {
            var change = each.change();
            row.setObject(1, each.set());
            row.setInt(2, each.position());
            row.setString(3, change.table());
            row.setObject(4, change.id());
            row.setString(5, change.kind().name());
            row.setString(6, change.column());
            row.setString(7, change.before());
            row.setString(8, change.after());
        });
    }

    /** Where edits meet what others did in the meantime. */
    @Transactional(readOnly = true)
    public List<Collision> collisions(Sheet published, List<Edit> edits) {
        var collisions = new ArrayList<Collision>();
        for (var edit : edits) {
            if (edit.isMark() || edit.column().equals(Amendments.IN_USE) || isNew(edit, edits)) {
                continue;
            }
            var line = published.line(edit.table(), edit.row());
            if (line == null) {
                collisions.add(collision(edit, null, true));
            } else if (!same(line.value(edit.column()), edit.was()) && !same(line.value(edit.column()), edit.value())) {
                collisions.add(collision(edit, line.value(edit.column()), false));
            }
        }
        return collisions;
    }

    /** What of a published set was changed again since; only what was not can be taken back. */
    @Transactional(readOnly = true)
    public List<Collision> newer(Sheet published, ChangeSet set) {
        var collisions = new ArrayList<Collision>();
        for (var change : set.changes()) {
            var line = published.line(change.table(), change.id());
            var edit = Edit.of(change.table(), change.id(), change.column(), change.after(), change.before());
            if (change.column().equals(Amendments.IN_USE)) {
                continue;
            }
            boolean went = change.kind() == Kind.REMOVED && line == null;
            if (line == null && !went) {
                collisions.add(collision(edit, null, true));
            } else if (line != null && !same(line.value(change.column()), change.after())) {
                collisions.add(collision(edit, line.value(change.column()), false));
            }
        }
        return collisions;
    }

    private static boolean isNew(Edit edit, List<Edit> edits) {
        return edits.stream()
                .anyMatch(other -> other.column().equals(Edit.NEW)
                        && other.row().equals(edit.row())
                        && other.table().equals(edit.table()));
    }

    private Collision collision(Edit edit, @Nullable String there, boolean lost) {
        var last = jdbc.sql("""
                        select s.member_name as "by", s.at
                        from drafts.change c
                        join drafts.change_set s on s.id = c.change_set
                        where c.row_id = :row and c.table_name = :table and (:lost or c.column_name = :column)
                        order by s.at desc
                        limit 1
                        """)
                .param("row", edit.row())
                .param("table", edit.table())
                .param("column", edit.column())
                .param("lost", lost)
                .query(Rows.of(Last.class))
                .optional();
        Instant at = last.map(found -> found.at().toInstant()).orElse(null);
        return new Collision(edit, there, lost, last.map(Last::by).orElse(null), at);
    }

    private static boolean same(@Nullable String one, @Nullable String other) {
        return Objects.equals(one == null ? "" : one, other == null ? "" : other);
    }
}
