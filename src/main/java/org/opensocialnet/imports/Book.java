package org.opensocialnet.imports;

import java.sql.Types;
import java.util.List;
import java.util.UUID;
import org.opensocialnet.imports.Findings.Told;
import org.opensocialnet.imports.Findings.Wrong;
import org.opensocialnet.intake.IntakeReport.TableCount;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what a comparison finds. */
@Component
@Transactional
class Book {

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;

    Book(JdbcTemplate batches, JdbcClient jdbc) {
        this.batches = batches;
        this.jdbc = jdbc;
    }

    public void write(UUID load, UUID run, List<Told> told, List<Wrong> wrong) {
        batches.batchUpdate("""
                insert into imports.difference (
                    load, run, position, record_table, record_id, table_name, row_id, kind, column_name, before, after)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, told, Findings.AT_ONCE, (row, each) -> {
            row.setObject(1, load);
            row.setObject(2, run);
            row.setLong(3, each.position());
            row.setString(4, each.record().table());
            row.setObject(5, each.record().id());
            row.setString(6, each.difference().table());
            row.setObject(7, each.difference().id());
            row.setString(8, each.difference().kind().name());
            row.setString(9, each.difference().column());
            row.setObject(10, each.difference().before(), Types.VARCHAR);
            row.setObject(11, each.difference().after(), Types.VARCHAR);
        });
        batches.batchUpdate("""
                insert into imports.problem (
                    load, run, position, file, line, table_name, column_name, value, reason, left_out)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, wrong, Findings.AT_ONCE, (row, each) -> {
            row.setObject(1, load);
            row.setObject(2, run);
            row.setLong(3, each.position());
            row.setString(4, each.problem().file());
            row.setLong(5, each.problem().line());
            row.setString(6, each.problem().table());
            row.setObject(7, each.problem().column(), Types.VARCHAR);
            row.setObject(8, each.problem().value(), Types.VARCHAR);
            row.setString(9, each.problem().reason());
            row.setBoolean(10, each.problem().leftOut());
        });
    }

    /** Sums the differences up by record, and keeps the counts. */
    public void sumUp(UUID load, UUID run, List<TableCount> counts) {
        jdbc.sql("""
                        insert into imports.record (load, run, table_name, id, kind, name, differences)
                        select :load, d.run, d.record_table, d.record_id,
                               case when bool_or(own.it and d.kind = 'ADDED' and d.column_name <> 'id') then 'NEW'
                                    when bool_or(own.it and d.kind = 'ADDED') then 'BACK'
                                    when bool_or(own.it and d.kind = 'REMOVED') then 'GONE'
                                    else 'CHANGED' end,
                               max(case when own.it and d.column_name = 'name' then coalesce(d.after, d.before) end),
                               count(*)
                        from imports.difference d
                        cross join lateral (select d.table_name = d.record_table and d.row_id = d.record_id as it) own
                        where d.run = :run
                        group by d.run, d.record_table, d.record_id
                        """).param("load", load).param("run", run).update();
        // the pages and the undo that follow look records up one by one
        jdbc.sql("analyze imports.difference").update();
        jdbc.sql("analyze imports.record").update();
        for (int position = 0; position < counts.size(); position++) {
            var count = counts.get(position);
            jdbc.sql("""
                            insert into imports.counted (
                                load, run, position, table_name, read, added, changed, unchanged, gone, left_out)
                            values (:load, :run, :position, :table, :read, :added, :changed, :unchanged, :gone, :out)
                            """)
                    .param("load", load)
                    .param("run", run)
                    .param("position", position)
                    .param("table", count.table())
                    .param("read", count.read())
                    .param("added", count.added())
                    .param("changed", count.changed())
                    .param("unchanged", count.unchanged())
                    .param("gone", count.gone())
                    .param("out", count.leftOut())
                    .update();
        }
    }
}
