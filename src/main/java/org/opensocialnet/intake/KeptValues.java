package org.opensocialnet.intake;

import java.util.List;
import java.util.Set;
import org.opensocialnet.directory.HsdsTable;
import org.opensocialnet.intake.Difference.Kind;

/** What was amended here in records of other sources, and stands when they are loaded again. */
final class KeptValues {

    private static final Set<String> FORWARDED = Set.of("organization", "service", "location");

    private final IntakeSql sql;

    KeptValues(IntakeSql sql) {
        this.sql = sql;
    }

    /**
     * Puts what was kept in the place of what the source brings, and remembers what it brought. Answers how many rows
     * were set aside because they were removed here.
     */
    long hold(HsdsTable table) {
        var columns = sql.rows(
                "select distinct column_name from directory.kept_value where table_name = '" + table.name() + "'",
                (row, _) -> row.getString(1));
        long aside = 0;
        for (var column : columns) {
            if (column.isEmpty()) {
                aside = sql.update("""
                        delete from pg_temp.new_%1$s s using directory.kept_value k
                        where k.table_name = '%1$s' and k.column_name = '' and k.record_id = s.id""".formatted(table.name()));
            } else if (table.column(column).isPresent()) {
                stand(table.name(), column);
            }
        }
        return aside;
    }

    /** What a source says of a record that was merged into another here, it says of that one. */
    void follow(HsdsTable table) {
        for (var column : table.columns()) {
            if (!column.owner() && FORWARDED.contains(String.valueOf(column.references()))) {
                sql.update("""
                        update pg_temp.new_%1$s s set %2$s = directory.forwarded(f.record_id)
                        from directory.forwarding f
                        where f.record_id = s.%2$s and f.table_name = '%3$s'""".formatted(table.name(), Staging.quoted(column.name()), column.references()));
            }
        }
    }

    private void stand(String table, String column) {
        var name = Staging.quoted(column);
        sql.update("""
                update directory.kept_value k set source_value = s.%2$s::text from pg_temp.new_%1$s s
                where k.table_name = '%1$s' and k.column_name = '%3$s' and k.record_id = s.id
                  and k.source_value is distinct from s.%2$s::text""".formatted(table, name, column));
        sql.update("""
                update pg_temp.new_%1$s s set %2$s = d.%2$s
                from directory.kept_value k join directory.%1$s d on d.id = k.record_id
                where k.table_name = '%1$s' and k.column_name = '%3$s' and k.record_id = s.id""".formatted(table, name, column));
    }

    /** Remembers what an amendment changed in records of other sources, before rows go. */
    void noteRemovals(HsdsTable table, String condition) {
        sql.update("""
                insert into directory.kept_value (table_name, record_id, column_name, source_value)
                select '%1$s', d.id, '', d.record_source from directory.%1$s d
                where d.record_source <> :source and (%2$s)
                on conflict do nothing""".formatted(table.name(), condition));
    }

    /** Remembers what an amendment changed, and forgets what is again as the source says. */
    void note(List<Difference> differences) {
        for (var difference : differences) {
            if (difference.kind() == Kind.ADDED) {
                comeBack(difference);
            } else if (difference.kind() == Kind.CHANGED) {
                keep(difference);
            }
        }
    }

    private void keep(Difference difference) {
        sql.update("""
                insert into directory.kept_value (table_name, record_id, column_name, source_value)
                select :table, d.id, :column, :before from directory.%s d
                where d.id = :id and d.record_source <> :source
                on conflict do nothing""".formatted(difference.table()), difference);
        sql.update("""
                delete from directory.kept_value
                where table_name = :table and record_id = :id and column_name = :column
                  and source_value is not distinct from :after""", difference);
    }

    /** A row removed here and put back belongs to its source again. */
    private void comeBack(Difference difference) {
        sql.update("""
                update directory.%s d set record_source = k.source_value from directory.kept_value k
                where d.id = :id and k.table_name = :table and k.record_id = :id and k.column_name = ''
                  and d.record_source <> k.source_value""".formatted(difference.table()), difference);
        sql.update(
                "delete from directory.kept_value where table_name = :table and record_id = :id and column_name = ''",
                difference);
    }
}
