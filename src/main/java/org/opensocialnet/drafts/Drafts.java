package org.opensocialnet.drafts;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.database.Rows;
import org.opensocialnet.directory.Subject;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what members change of records until they publish it: one draft for each record and member. */
@Component
@Transactional
public class Drafts {

    /** A record with more changes than this is no draft of a person. */
    static final int MOST_EDITS = 5_000;

    private static final String HEAD =
            "select id, kind, record, owner, keeper, member, member_name, saved_at from drafts.draft ";

    private final JdbcClient jdbc;
    private final Sheets sheets;
    private final Clock clock;

    Drafts(JdbcClient jdbc, Sheets sheets, Clock clock) {
        this.jdbc = jdbc;
        this.sheets = sheets;
        this.clock = clock;
    }

    /** The record as it lies in the directory. */
    public Sheet published(Kept kept) {
        return sheets.of(kept);
    }

    /** This member's draft of a record. */
    public Optional<Draft> of(SignedIn me, Subject subject) {
        return jdbc.sql(HEAD + "where record = :record and member = :me")
                .param("record", subject.id())
                .param("me", me.member())
                .query(Rows.of(Draft.Head.class))
                .optional()
                .map(this::whole);
    }

    /** All drafts of a record that this member may see, the own one first. */
    public List<Draft> all(SignedIn me, Subject subject) {
        return jdbc
                .sql(HEAD + "where record = :record order by member <> :me, saved_at desc")
                .param("record", subject.id())
                .param("me", me.member())
                .query(Rows.of(Draft.Head.class))
                .list()
                .stream()
                .map(this::whole)
                .toList();
    }

    /** A draft by its id, of whichever member, if it may be seen. */
    public Draft draft(UUID id) {
        return jdbc.sql(HEAD + "where id = :id")
                .param("id", id)
                .query(Rows.of(Draft.Head.class))
                .optional()
                .map(this::whole)
                .orElseThrow(() -> Refusal.notFound("drafts.draft.unknown"));
    }

    /** The newest drafts of a member, without their edits. */
    public List<Draft> open(SignedIn me, int atMost) {
        return jdbc
                .sql(HEAD + "where member = :me order by saved_at desc limit :most")
                .param("me", me.member())
                .param("most", atMost)
                .query(Rows.of(Draft.Head.class))
                .list()
                .stream()
                .map(head -> head.with(List.of()))
                .toList();
    }

    /** Drafts of colleagues that wait for somebody who may publish, the oldest first, without their edits. */
    public List<Draft> ofColleagues(SignedIn me, int atMost) {
        return jdbc
                .sql(HEAD + "where member <> :me order by saved_at limit :most")
                .param("me", me.member())
                .param("most", atMost)
                .query(Rows.of(Draft.Head.class))
                .list()
                .stream()
                .map(head -> head.with(List.of()))
                .toList();
    }

    private Draft whole(Draft.Head head) {
        return head.with(jdbc.sql("""
                        select table_name as "table", row_id as "row", column_name as "column", was, value
                        from drafts.edit
                        where draft = :draft
                        order by column_name <> '+', table_name, row_id, column_name
                        """)
                .param("draft", head.id())
                .query(Rows.of(Edit.class))
                .list());
    }

    /** Adds some edits to this member's draft of a record. One that brings a field back to what it was takes it out. */
    public Draft save(SignedIn me, Kept kept, List<Edit> edits) {
        var draft = head(me, kept);
        for (var edit : edits) {
            if (edit.column().equals(Edit.GONE) && isNew(draft, edit)) {
                remove(draft, Edit.coming(edit.table(), edit.row()));
                continue;
            }
            boolean back = !edit.isMark() && Objects.equals(nothing(edit.was()), nothing(edit.value()));
            if (back) {
                remove(draft, edit);
            } else {
                put(draft, edit);
            }
        }
        var saved = draft(draft);
        if (saved.edits().isEmpty()) {
            discard(draft);
        }
        if (saved.edits().size() > MOST_EDITS) {
            throw Refusal.conflict("drafts.draft.too-large");
        }
        return saved;
    }

    private boolean isNew(UUID draft, Edit edit) {
        return jdbc.sql("""
                        select count(*) from drafts.edit
                        where draft = :draft and table_name = :table and row_id = :row and column_name = '+'
                        """)
                        .param("draft", draft)
                        .param("table", edit.table())
                        .param("row", edit.row())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Takes an edit out of a draft: the field stays as it is in the directory. */
    private void remove(UUID draft, Edit edit) {
        jdbc.sql("""
                        delete from drafts.edit
                        where draft = :draft and table_name = :table and row_id = :row
                          and (column_name = :column or :column = '+')
                        """)
                .param("draft", draft)
                .param("table", edit.table())
                .param("row", edit.row())
                .param("column", edit.column())
                .update();
    }

    /** Gives an edit up for what another has published in the meantime; a row that is gone takes all its edits along. */
    public void drop(Draft draft, Edit edit) {
        remove(draft.id(), edit);
        if (draft(draft.id()).edits().isEmpty()) {
            discard(draft.id());
        }
    }

    /** Keeps an edit although another has published something else in the meantime, and knows of that now. */
    public void insist(Draft draft, Edit edit, @Nullable String there) {
        put(draft.id(), Edit.of(edit.table(), edit.row(), edit.column(), there, edit.value()));
    }

    private void put(UUID draft, Edit edit) {
        jdbc.sql("""
                        insert into drafts.edit (draft, table_name, row_id, column_name, was, value)
                        values (:draft, :table, :row, :column, :was, :value)
                        on conflict (draft, table_name, row_id, column_name) do update
                        set was = excluded.was, value = excluded.value
                        """)
                .param("draft", draft)
                .param("table", edit.table())
                .param("row", edit.row())
                .param("column", edit.column())
                .param("was", edit.was(), java.sql.Types.VARCHAR)
                .param("value", edit.value(), java.sql.Types.VARCHAR)
                .update();
    }

    /** Throws a draft away. */
    public void discard(UUID draft) {
        jdbc.sql("delete from drafts.draft where id = :id").param("id", draft).update();
    }

    private UUID head(SignedIn me, Kept kept) {
        return jdbc.sql("""
                        insert into drafts.draft (
                            id, kind, record, owner, keeper, member, member_name, started_at, saved_at)
                        values (:id, :kind, :record, :owner, :keeper, :member, :name, :now, :now)
                        on conflict (record, member) do update
                        set saved_at = excluded.saved_at, member_name = excluded.member_name
                        returning id
                        """)
                .param("id", Uuid7.next())
                .param("kind", kept.subject().kind().table())
                .param("record", kept.id())
                .param("owner", kept.organization())
                .param("keeper", me.organization(), java.sql.Types.OTHER)
                .param("member", me.member())
                .param("name", me.name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .single();
    }

    private static @Nullable String nothing(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
