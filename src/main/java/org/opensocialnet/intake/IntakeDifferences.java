package org.opensocialnet.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.directory.HsdsColumn;
import org.opensocialnet.directory.HsdsTable;
import org.opensocialnet.intake.Difference.Kind;

/** Reads, just before the staged rows are merged, what will be other than it was. */
final class IntakeDifferences {

    private final IntakeSql sql;
    private final @Nullable IntakeListener listener;
    private final List<Difference> found = new ArrayList<>();

    IntakeDifferences(IntakeSql sql, @Nullable IntakeListener listener) {
        this.sql = sql;
        this.listener = listener;
    }

    List<Difference> found() {
        return found;
    }

    /** Of rows that are there and staged: what differs; of rows that are only staged: everything. */
    void ofStaged(HsdsTable table) {
        if (table.root()) {
            read(table, Kind.ADDED, """
                    select d.id, %2$s, 'id', null, d.id::text from directory.%1$s d
                    where d.gone_at is not null and d.id in (select id from pg_temp.new_%1$s)
                    order by d.id""".formatted(table.name(), RecordOf.sql(table, "d")));
        }
        read(table, Kind.CHANGED, """
                select d.id, %3$s, v.* from pg_temp.new_%1$s s join directory.%1$s d on d.id = s.id
                cross join lateral (values %2$s) v (name, before, after)
                where v.before is distinct from v.after
                order by d.id""".formatted(
                        table.name(), values(table, "d.%1$s::text, s.%1$s::text"), RecordOf.sql(table, "s")));
        if (listener == null || listener.hearsValuesOfNew()) {
            added(table, "");
        } else if (RecordOf.isRecord(table)) {
            came(table, listener);
        } else {
            added(table, "and %s not in (select record from pg_temp.newcomer)".formatted(RecordOf.sql(table, "s")));
        }
    }

    private void added(HsdsTable table, String condition) {
        read(table, Kind.ADDED, """
                select s.id, %3$s, v.* from pg_temp.new_%1$s s
                cross join lateral (values %2$s) v (name, before, after)
                where v.after is not null and not exists (select from directory.%1$s d where d.id = s.id) %4$s
                order by s.id""".formatted(
                        table.name(), values(table, "null, s.%1$s::text"), RecordOf.sql(table, "s"), condition));
    }

    /** That they came is told of new records, and remembered for what hangs on them. */
    private void came(HsdsTable table, IntakeListener told) {
        sql.update("create temporary table if not exists newcomer (record text not null)");
        sql.update("""
                insert into pg_temp.newcomer
                select %2$s from pg_temp.new_%1$s s
                where not exists (select from directory.%1$s d where d.id = s.id)""".formatted(table.name(), RecordOf.sql(table, "s")));
        sql.each(
                "select record from pg_temp.newcomer where record like '%s:%%' order by record".formatted(table.name()),
                row -> told.came(RecordOf.read(row.getString(1))));
    }

    /** Of rows (d) that go: all they had, and what hangs on them goes too; a root only goes out of use. */
    void ofGoing(HsdsTable table, String condition) {
        if (!table.root()) {
            for (var other : HsdsTable.all()) {
                for (var column : other.owners()) {
                    if (table.name().equals(column.references())) {
                        ofGoing(
                                other,
                                "d.%s in (select d.id from directory.%s d where %s)"
                                        .formatted(Staging.quoted(column.name()), table.name(), condition));
                    }
                }
            }
        }
        var told = !table.root()
                ? values(table, "d.%1$s::text, null")
                : table.name().equals("service")
                        ? "('id', d.id::text, null), ('status', d.status, 'inactive')"
                        : "('id', d.id::text, null)";
        read(table, Kind.REMOVED, """
                select d.id, %4$s, v.* from directory.%1$s d cross join lateral (values %2$s) v (name, before, after)
                where v.before is not null and (%3$s)
                order by d.id""".formatted(table.name(), told, condition, RecordOf.sql(table, "d")));
    }

    private static String values(HsdsTable table, String beforeAndAfter) {
        return table.columns().stream()
                .map(HsdsColumn::name)
                .map(name -> "('%s', %s)".formatted(name, beforeAndAfter.formatted(Staging.quoted(name))))
                .collect(Collectors.joining(", "));
    }

    private void read(HsdsTable table, Kind kind, String select) {
        if (listener != null) {
            var told = listener;
            sql.each(select, row -> told.different(difference(table, kind, row), RecordOf.read(row.getString(2))));
            told.heard();
            return;
        }
        int room = IntakeReport.DIFFERENCES_KEPT - found.size();
        if (room > 0) {
            found.addAll(sql.rows(select + " limit " + room, (row, _) -> difference(table, kind, row)));
        }
    }

    private static Difference difference(HsdsTable table, Kind kind, ResultSet row) throws SQLException {
        return new Difference(
                table.name(), row.getObject(1, UUID.class), kind, row.getString(3), row.getString(4), row.getString(5));
    }
}
