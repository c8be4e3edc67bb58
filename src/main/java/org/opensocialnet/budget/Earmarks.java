package org.opensocialnet.budget;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.opensocialnet.kernel.Money;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The parts of envelopes that were set aside, each for one purpose. */
@Component
class Earmarks {

    private static final int MOST = 200;

    private static final String READ = """
            select id, envelope, room, reference, category, target_group, zone, beneficiary, supplier,
                   reserved, committed, spent, returned
            from budget.earmark
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Earmarks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    EarmarkId add(EnvelopeId envelope, Purpose purpose) {
        var id = Uuid7.next();
        jdbc.sql("""
                insert into budget.earmark (id, envelope, room, reference, category, target_group, zone,
                                            beneficiary, supplier, made_at)
                values (:id, :envelope, :room, :reference, :category, :group, :zone, :beneficiary, :supplier, :now)
                """)
                .param("id", id)
                .param("envelope", envelope.value())
                .param("room", purpose.room())
                .param("reference", purpose.reference())
                .param("category", purpose.category())
                .param("group", purpose.group())
                .param("zone", purpose.zone())
                .param("beneficiary", purpose.beneficiary(), Types.OTHER)
                .param("supplier", purpose.supplier(), Types.OTHER)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return new EarmarkId(id);
    }

    void pays(EarmarkId id, UUID supplier) {
        jdbc.sql("update budget.earmark set supplier = ? where id = ?")
                .params(supplier, id.value())
                .update();
    }

    Earmark get(EarmarkId id) {
        return find(id).orElseThrow(() -> Refusal.notFound("budget.earmark.unknown"));
    }

    Optional<Earmark> find(EarmarkId id) {
        return jdbc.sql(READ + "where id = ?")
                .param(id.value())
                .query((row, _) -> earmark(row))
                .optional();
    }

    List<Earmark> of(String room, UUID reference) {
        return jdbc.sql(READ + "where room = :room and reference = :reference order by id limit :most")
                .param("room", room)
                .param("reference", reference)
                .param("most", MOST)
                .query((row, _) -> earmark(row))
                .list();
    }

    /** What was promised or paid so far for the thing an earmark is about, however many earmarks it was cut into. */
    Money promised(Purpose purpose) {
        return jdbc.sql("""
                select coalesce(sum(committed + spent), 0) from budget.earmark where room = ? and reference = ?
                """)
                .params(purpose.room(), purpose.reference())
                .query((row, _) -> new Money(row.getBigDecimal(1)))
                .single();
    }

    private static Earmark earmark(ResultSet row) throws SQLException {
        return new Earmark(
                new EarmarkId(row.getObject("id", UUID.class)),
                new EnvelopeId(row.getObject("envelope", UUID.class)),
                new Purpose(
                        row.getString("room"),
                        row.getObject("reference", UUID.class),
                        row.getString("category"),
                        row.getString("target_group"),
                        row.getString("zone"),
                        row.getObject("beneficiary", UUID.class),
                        row.getObject("supplier", UUID.class)),
                new Money(row.getBigDecimal("reserved")),
                new Money(row.getBigDecimal("committed")),
                new Money(row.getBigDecimal("spent")),
                new Money(row.getBigDecimal("returned")));
    }
}
