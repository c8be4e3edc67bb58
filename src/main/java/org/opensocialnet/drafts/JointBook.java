package org.opensocialnet.drafts;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.database.Rows;
import org.opensocialnet.drafts.JointActs.Deed;
import org.opensocialnet.drafts.JointActs.Done;
import org.opensocialnet.intake.Difference;
import org.opensocialnet.intake.Difference.Kind;
import org.opensocialnet.kernel.Uuid7;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The book of acts on several records together. */
@Component
class JointBook {

    private static final int AT_ONCE = 500;

    private static final String SELECT = "select id, member_name, at, undone_at, undone_by from drafts.joint ";

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

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ChangeBook book;
    private final Clock clock;

    JointBook(JdbcClient jdbc, JdbcTemplate batches, ChangeBook book, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.book = book;
        this.clock = clock;
    }

    UUID enter(SignedIn me, Deed deed, List<Difference> differences) {
        var id = Uuid7.next();
        jdbc.sql(
                        "insert into drafts.joint (id, what, member, member_name, at) values (:id, :what, :member, :name, :now)")
                .param("id", id)
                .param("what", deed.word())
                .param("member", me.member())
                .param("name", me.name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        var position = new int[1];
        batches.batchUpdate("""
                insert into drafts.joint_change (
                    joint, position, table_name, row_id, kind, column_name, before, after)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """, differences, AT_ONCE, (row, each) -> {
            row.setObject(1, id);
            row.setInt(2, position[0]++);
            row.setString(3, each.table());
            row.setObject(4, each.id());
            row.setString(5, each.kind().name());
            row.setString(6, each.column());
            row.setString(7, each.before());
            row.setString(8, each.after());
        });
        return id;
    }

    void bind(UUID set, UUID joint) {
        jdbc.sql("update drafts.change_set set joint = :joint where id = :set")
                .param("joint", joint)
                .param("set", set)
                .update();
    }

    /** Whether it was open: of two who take it back at once, one does. */
    boolean close(UUID id, SignedIn me) {
        return jdbc.sql("""
                        update drafts.joint set undone_at = :now, undone_by = :name where id = :id and undone_at is null
                        """)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("name", me.name())
                        .param("id", id)
                        .update()
                == 1;
    }

    List<Done> page(Deed deed, int page, int size) {
        return jdbc.sql(SELECT + "where what = :what order by at desc, id desc limit :size offset :offset")
                .param("what", deed.word())
                .param("size", size + 1)
                .param("offset", Math.max(0, page - 1) * (long) size)
                .query(Rows.of(Done.class))
                .list();
    }

    Optional<Done> one(UUID id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(Rows.of(Done.class))
                .optional();
    }

    String deed(UUID id) {
        return jdbc.sql("select what from drafts.joint where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    List<Difference> changes(UUID id) {
        return jdbc.sql("""
                        select table_name, row_id, kind, column_name, before, after
                        from drafts.joint_change
                        where joint = :id
                        order by position
                        """).param("id", id).query(Rows.of(Told.class)).list().stream()
                .map(Told::difference)
                .toList();
    }

    /** What it wrote into the book of each record, by record. */
    Map<UUID, ChangeSet> sets(UUID id) {
        var sets = new LinkedHashMap<UUID, ChangeSet>();
        jdbc.sql("select id from drafts.change_set where joint = :id and undoes is null order by id")
                .param("id", id)
                .query(UUID.class)
                .list()
                .forEach(set -> book.set(set)
                        .ifPresent(found -> sets.put(found.subject().id(), found)));
        return sets;
    }
}
