package org.opensocialnet.support;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.database.Rows;
import org.opensocialnet.ledger.Amount.Unit;
import org.opensocialnet.ledger.EntryId;
import org.opensocialnet.ledger.EntryId.Book;
import org.opensocialnet.support.Cover.Source;
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

    /** Where covers lie; written by the database's own functions alone, which keep the lines' sums with them. */
    @Component
    @Transactional(propagation = Propagation.MANDATORY)
    static class Covers {

        /** More of one request nobody reads at once; of one line there are far fewer. */
        private static final int MOST = 2_000;

        private static final String COVER = """
                select id, request, line, source, reference, organization, envelope, named, quantity, going, delivered, confirmed
                from support.cover
                """;

        private final JdbcClient jdbc;

        Covers(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        List<Cover> of(UUID request) {
            return jdbc.sql(COVER + " where request = :request order by id limit :most")
                    .param("request", request)
                    .param("most", MOST)
                    .query((row, _) -> cover(row))
                    .list();
        }

        List<Cover> ofLine(UUID line) {
            return jdbc.sql(COVER + " where line = :line order by id limit :most")
                    .param("line", line)
                    .param("most", MOST)
                    .query((row, _) -> cover(row))
                    .list();
        }

        List<Cover> by(UUID organization, int atMost) {
            return jdbc.sql(COVER + " where organization = :organization order by changed_at desc, id desc limit :most")
                    .param("organization", organization)
                    .param("most", atMost)
                    .query((row, _) -> cover(row))
                    .list();
        }

        Optional<Cover> find(UUID id) {
            return jdbc.sql(COVER + " where id = :id")
                    .param("id", id)
                    .query((row, _) -> cover(row))
                    .optional();
        }

        Optional<Cover> by(Source source, UUID reference) {
            return jdbc.sql(COVER + " where source = :source and reference = :reference")
                    .param("source", code(source))
                    .param("reference", reference)
                    .query((row, _) -> cover(row))
                    .optional();
        }

        void add(Cover cover, OffsetDateTime now) {
            jdbc.sql("""
                    select support.cover(:id, :line, :source, :reference, :organization::uuid, :envelope::uuid, :named,
                                         :quantity::numeric, :now)
                    """)
                    .param("id", cover.id())
                    .param("line", cover.line())
                    .param("source", code(cover.source()))
                    .param("reference", cover.reference())
                    .param("organization", cover.organization(), Types.OTHER)
                    .param("envelope", cover.envelope(), Types.OTHER)
                    .param("named", cover.named())
                    .param("quantity", cover.quantity())
                    .param("now", now)
                    .query((_, _) -> "")
                    .list();
        }

        void come(Cover cover, OffsetDateTime now) {
            jdbc.sql("""
                    select support.come(:id, :quantity::numeric, :going::numeric, :delivered::numeric, :confirmed::numeric, :now)
                    """)
                    .param("id", cover.id())
                    .param("quantity", cover.quantity())
                    .param("going", cover.going())
                    .param("delivered", cover.delivered())
                    .param("confirmed", cover.confirmed())
                    .param("now", now)
                    .query((_, _) -> "")
                    .list();
        }

        void name(UUID cover, boolean named, OffsetDateTime now) {
            jdbc.sql("select support.name_giver(:id, :named, :now)")
                    .param("id", cover)
                    .param("named", named)
                    .param("now", now)
                    .query((_, _) -> "")
                    .list();
        }

        /** Of a request that is over, nothing is covered any more but what is on its way. */
        void letGo(UUID request, OffsetDateTime now) {
            jdbc.sql("select support.let_go(:request, :now)")
                    .param("request", request)
                    .param("now", now)
                    .query((_, _) -> "")
                    .list();
        }

        private static String code(Source source) {
            return source.name().toLowerCase(Locale.ROOT);
        }

        private static Cover cover(ResultSet row) throws SQLException {
            return new Cover(
                    row.getObject("id", UUID.class),
                    row.getObject("request", UUID.class),
                    row.getObject("line", UUID.class),
                    Source.valueOf(row.getString("source").toUpperCase(Locale.ROOT)),
                    row.getObject("reference", UUID.class),
                    row.getObject("organization", UUID.class),
                    row.getObject("envelope", UUID.class),
                    row.getBoolean("named"),
                    row.getBigDecimal("quantity"),
                    row.getBigDecimal("going"),
                    row.getBigDecimal("delivered"),
                    row.getBigDecimal("confirmed"));
        }
    }
}
