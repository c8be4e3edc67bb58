package org.opensocialnet.rounds;

import java.sql.Types;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.database.Rows;
import org.opensocialnet.drafts.Edit;
import org.opensocialnet.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Fields that organisations say are otherwise, kept as a draft keeps its edits until the desk decides. */
@Component
@Transactional
class Corrections {

    /** More corrections of one record are no answer of a person. */
    private static final int MOST = 500;

    private final JdbcClient jdbc;

    Corrections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is said of a record and not decided yet. */
    @Transactional(readOnly = true)
    public List<Edit> edits(UUID asked, UUID record) {
        return jdbc.sql("""
                        select table_name as "table", row_id as "row", column_name as "column", was, value
                        from rounds.change
                        where asked = :asked and record = :record and decision is null
                        order by column_name <> '+', table_name, row_id, column_name
                        """)
                .param("asked", asked)
                .param("record", record)
                .query(Rows.of(Edit.class))
                .list();
    }

    /** Adds some; says how many there are then. */
    public int keep(UUID asked, UUID record, List<Edit> edits) {
        for (var edit : edits) {
            boolean mark = edit.column().equals(Edit.NEW) || edit.column().equals(Edit.GONE);
            boolean newRowGoes = edit.column().equals(Edit.GONE) && begins(asked, record, edit);
            if (newRowGoes || !mark && Objects.equals(nothing(edit.was()), nothing(edit.value()))) {
                remove(asked, record, edit, newRowGoes);
            } else {
                put(asked, record, edit);
            }
        }
        int left = jdbc.sql("select count(*) from rounds.change where asked = :asked and record = :record")
                .param("asked", asked)
                .param("record", record)
                .query(Integer.class)
                .single();
        if (left > MOST) {
            throw Refusal.conflict("rounds.record.too-much");
        }
        return left;
    }

    private boolean begins(UUID asked, UUID record, Edit edit) {
        return edits(asked, record).stream()
                .anyMatch(other -> other.column().equals(Edit.NEW)
                        && other.table().equals(edit.table())
                        && other.row().equals(edit.row()));
    }

    private void remove(UUID asked, UUID record, Edit edit, boolean wholeRow) {
        jdbc.sql("""
                        delete from rounds.change
                        where asked = :asked and record = :record and table_name = :table and row_id = :row
                          and (column_name = :column or :whole)
                        """)
                .param("asked", asked)
                .param("record", record)
                .param("table", edit.table())
                .param("row", edit.row())
                .param("column", edit.column())
                .param("whole", wholeRow)
                .update();
    }

    private void put(UUID asked, UUID record, Edit edit) {
        jdbc.sql("""
                        insert into rounds.change (asked, record, table_name, row_id, column_name, was, value)
                        values (:asked, :record, :table, :row, :column, :was, :value)
                        on conflict (asked, record, table_name, row_id, column_name) do update
                        set was = excluded.was, value = excluded.value
                        """)
                .param("asked", asked)
                .param("record", record)
                .param("table", edit.table())
                .param("row", edit.row())
                .param("column", edit.column())
                .param("was", edit.was(), Types.VARCHAR)
                .param("value", edit.value(), Types.VARCHAR)
                .update();
    }

    /** Forgets what was said of one record. */
    public void forget(UUID asked, UUID record) {
        jdbc.sql("delete from rounds.change where asked = :asked and record = :record")
                .param("asked", asked)
                .param("record", record)
                .update();
    }

    private static @Nullable String nothing(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
