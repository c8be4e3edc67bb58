package org.opensocialnet.support;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.database.Rows;
import org.opensocialnet.ledger.Amount.Unit;
import org.opensocialnet.ledger.EntryId;
import org.opensocialnet.ledger.EntryId.Book;
import org.opensocialnet.support.Line.Come;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where the lines of requests lie. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RequestLines {

    /** More lines nobody reads in one request. */
    static final int MOST = 50;

    private static final String LINE = """
            select l.id, l.request, l.kind, l.item, l.what, l.what_to, l.quantity, l.unit, l.people, l.service_type,
                   l.target_group, l.zone, l.needed_by, l.place, coalesce(w.text, '') as note, l.citizens, l.sure,
                   l.covered, l.going, l.delivered, l.confirmed
            from support.line l
            left join support.way_in w on w.line = l.id
            """;

    private final JdbcClient jdbc;

    RequestLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Line> of(UUID request) {
        return jdbc.sql(LINE + " where l.request = :request order by l.id limit :most")
                .param("request", request)
                .param("most", MOST)
                .query((row, _) -> line(row))
                .list();
    }

    Optional<Line> find(UUID id) {
        return jdbc.sql(LINE + " where l.id = :id")
                .param("id", id)
                .query((row, _) -> line(row))
                .optional();
    }

    void put(Line line) {
        var thing = line.thing();
        jdbc.sql("""
                insert into support.line as l (id, request, kind, item, what, what_to, quantity, unit, people, service_type,
                                               target_group, zone, needed_by, place, citizens, sure)
                values (:id, :request, :kind, :item, :what, :to, :quantity, :unit, :people, :type, :group, :zone, :neededBy,
                        :place, :citizens, :sure)
                on conflict (id) do update
                set kind = excluded.kind, item = excluded.item, what = excluded.what, what_to = excluded.what_to,
                    quantity = excluded.quantity, unit = excluded.unit, people = excluded.people,
                    service_type = excluded.service_type, target_group = excluded.target_group, zone = excluded.zone,
                    needed_by = excluded.needed_by, place = excluded.place, citizens = excluded.citizens,
                    sure = excluded.sure
                where l.request = excluded.request
                """)
                .param("id", line.id())
                .param("request", line.request())
                .param("kind", thing.kind())
                .param("item", thing instanceof Thing.Goods(var item, String _) ? item : null, Types.OTHER)
                .param("what", thing instanceof Thing.Transport(var from, String _) ? from : thing.text())
                .param("to", thing instanceof Thing.Transport(String _, var to) ? to : "")
                .param("quantity", line.quantity())
                .param("unit", line.unit().code())
                .param("people", line.people())
                .param("type", line.serviceType())
                .param("group", line.group())
                .param("zone", line.zone())
                .param("neededBy", line.neededBy(), Types.DATE)
                .param("place", line.place(), Types.OTHER)
                .param("citizens", line.citizens())
                .param("sure", line.sure())
                .update();
        jdbc.sql("delete from support.way_in where line = :id")
                .param("id", line.id())
                .update();
        if (!line.note().isEmpty()) {
            jdbc.sql("insert into support.way_in (line, request, text) values (:id, :request, :text)")
                    .param("id", line.id())
                    .param("request", line.request())
                    .param("text", line.note())
                    .update();
        }
    }

    void remove(UUID id) {
        jdbc.sql("delete from support.line where id = :id").param("id", id).update();
    }

    /** How far it has come; the table itself refuses more than was asked for. */
    void come(UUID id, Come come) {
        jdbc.sql("""
                update support.line
                set covered = :covered, going = :going, delivered = :delivered, confirmed = :confirmed
                where id = :id
                """)
                .param("id", id)
                .param("covered", come.covered())
                .param("going", come.going())
                .param("delivered", come.delivered())
                .param("confirmed", come.confirmed())
                .update();
    }

    /** A line's place in the ledger. */
    record Booked(UUID id, @Nullable UUID need, @Nullable LocalDate needDay) {

        @Nullable
        EntryId entry() {
            return need == null || needDay == null ? null : new EntryId(Book.NEED, need, needDay);
        }
    }

    Booked booked(UUID line) {
        return jdbc.sql("select id, need, need_day from support.line where id = :id")
                .param("id", line)
                .query(Rows.of(Booked.class))
                .single();
    }

    void book(UUID line, @Nullable EntryId need) {
        jdbc.sql("update support.line set need = :need, need_day = :day where id = :id")
                .param("id", line)
                .param("need", need == null ? null : need.id(), Types.OTHER)
                .param("day", need == null ? null : need.day(), Types.DATE)
                .update();
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getObject("id", UUID.class),
                row.getObject("request", UUID.class),
                Thing.of(
                        row.getString("kind"),
                        row.getObject("item", UUID.class),
                        row.getString("what"),
                        row.getString("what_to")),
                row.getBigDecimal("quantity"),
                Unit.of(row.getString("unit")),
                row.getInt("people"),
                row.getString("service_type"),
                row.getString("target_group"),
                row.getString("zone"),
                row.getObject("needed_by", LocalDate.class),
                row.getObject("place", UUID.class),
                row.getString("note"),
                row.getBoolean("citizens"),
                row.getBoolean("sure"),
                new Come(
                        row.getBigDecimal("covered"),
                        row.getBigDecimal("going"),
                        row.getBigDecimal("delivered"),
                        row.getBigDecimal("confirmed")));
    }
}
