package org.opensocialnet.drafts;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The book of what was published: written with each publication, read as a record's history. */
@Component
@Transactional
public class ChangeBook {

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

    private final JdbcClient jdbc;
    private final Clock clock;

    ChangeBook(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
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
        for (int position = 0; position < changes.size(); position++) {
            enter(id, position, changes.get(position));
        }
        return id;
    }

    private void enter(UUID set, int position, Difference change) {
        jdbc.sql("""
                        insert into drafts.change (
                            change_set, position, table_name, row_id, kind, column_name, before, after)
                        values (:set, :position, :table, :row, :kind, :column, :before, :after)
                        """)
                .param("set", set)
                .param("position", position)
                .param("table", change.table())
                .param("row", change.id())
                .param("kind", change.kind().name())
                .param("column", change.column())
                .param("before", change.before(), java.sql.Types.VARCHAR)
                .param("after", change.after(), java.sql.Types.VARCHAR)
                .update();
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
