package org.opensocialnet.budget;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the book says, for reading: envelopes with what stands in them, their acts, months, and whether all adds up. */
@Component
@Transactional
public class Statement {

    private final JdbcClient jdbc;

    /** One envelope with what stands in it. */
    public record Standing(
            EnvelopeId id,
            String name,
            String english,
            LocalDate until,
            LocalDate payBy,
            @Nullable LocalDate closedThrough,
            Balances balances) {}

    /** One act in a list, with what it is about; an envelope that may not be seen has no name. */
    public record Entry(
            UUID act,
            Movement movement,
            EnvelopeId envelope,
            String name,
            String english,
            @Nullable EnvelopeId other,
            String otherName,
            String otherEnglish,
            @Nullable Purpose purpose,
            Money amount,
            LocalDate day,
            String note,
            @Nullable UUID askedBy,
            Instant askedAt) {}

    /** What was paid in a month, less what came back. */
    public record Month(LocalDate first, Money spent) {}

    /** A period that is closed up to this day, with what stood at its end. */
    public record Closing(LocalDate through, Balances balances) {}

    /** What the postings and the earmarks of an envelope sum to, beside what stands. */
    public record Sums(Balances posted, Money earmarked, Money held) {}

    Statement(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that end last come last; over ones at the end. */
    public List<Standing> standing(LocalDate today, int page, int size) {
        return jdbc.sql("""
                select e.id, e.name, e.english, e.until, e.pay_by, e.closed_through,
                       b.granted, b.available, b.reserved, b.committed, b.spent, b.returned
                from budget.envelope e
                join budget.balance b on b.envelope = e.id
                order by e.pay_by < :today, e.until, e.id
                limit :size offset :before
                """)
                .param("today", today)
                .param("size", size)
                .param("before", (page - 1) * (size - 1))
                .query((row, _) -> new Standing(
                        new EnvelopeId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        row.getString("english"),
                        row.getObject("until", LocalDate.class),
                        row.getObject("pay_by", LocalDate.class),
                        row.getObject("closed_through", LocalDate.class),
                        Envelopes.balances(row)))
                .list();
    }

    private static final String ENTRY = """
            select a.id, a.movement, a.envelope, a.other, a.earmark, a.amount, a.day, a.note, a.asked_by,
                   a.asked_at, coalesce(e.name, '') as name, coalesce(e.english, '') as english,
                   coalesce(o.name, '') as other_name, coalesce(o.english, '') as other_english,
                   m.room, m.reference, m.category, m.target_group, m.zone, m.beneficiary, m.supplier
            from budget.act a
            left join budget.envelope e on e.id = a.envelope
            left join budget.envelope o on o.id = a.other
            left join budget.earmark m on m.id = a.earmark
            """;

    /** The acts that were done with an envelope's money, the latest first. */
    public List<Entry> entries(EnvelopeId envelope, @Nullable LocalDate beforeDay, @Nullable UUID before, int size) {
        return jdbc.sql(ENTRY + """
                where (a.envelope = :envelope or a.other = :envelope) and a.state = 'done'
                  and (:day::date is null or (a.day, a.id) < (:day::date, :before::uuid))
                order by a.day desc, a.id desc
                limit :size
                """)
                .param("envelope", envelope.value())
                .param("day", beforeDay, Types.DATE)
                .param("before", before, Types.OTHER)
                .param("size", size)
                .query((row, _) -> entry(row))
                .list();
    }

    /** The acts of a span of days in the order of the book, for accounting. */
    public List<Entry> booked(
            EnvelopeId envelope,
            LocalDate from,
            LocalDate to,
            @Nullable LocalDate afterDay,
            @Nullable UUID after,
            int size) {
        return jdbc.sql(ENTRY + """
                where (a.envelope = :envelope or a.other = :envelope) and a.state = 'done'
                  and a.day between :from and :to
                  and (:day::date is null or (a.day, a.id) > (:day::date, :after::uuid))
                order by a.day, a.id
                limit :size
                """)
                .param("envelope", envelope.value())
                .param("from", from)
                .param("to", to)
                .param("day", afterDay, Types.DATE)
                .param("after", after, Types.OTHER)
                .param("size", size)
                .query((row, _) -> entry(row))
                .list();
    }

    /** What was spent, less what came back, before a day. */
    public Money spentBefore(EnvelopeId envelope, LocalDate day) {
        return jdbc.sql("""
                select coalesce(sum(p.amount), 0)
                from budget.posting p
                join budget.act a on a.id = p.act
                where p.envelope = ? and p.account = 'spent' and a.day < ?
                """)
                .params(envelope.value(), day)
                .query((row, _) -> new Money(row.getBigDecimal(1)))
                .single();
    }

    /** The acts that wait for a second person, the oldest first. */
    public List<Entry> waiting(int size) {
        return jdbc.sql(ENTRY + "where a.state = 'waits' order by a.asked_at, a.id limit ?")
                .param(size)
                .query((row, _) -> entry(row))
                .list();
    }

    boolean waitsBefore(EnvelopeId envelope, LocalDate through) {
        return jdbc.sql("""
                select exists (select from budget.act
                               where state = 'waits' and (envelope = :envelope or other = :envelope) and day <= :through)
                """)
                .param("envelope", envelope.value())
                .param("through", through)
                .query(Boolean.class)
                .single();
    }

    public List<Month> months(EnvelopeId envelope) {
        return jdbc.sql("""
                select date_trunc('month', a.day)::date as first, sum(p.amount) as spent
                from budget.posting p
                join budget.act a on a.id = p.act
                where p.envelope = ? and p.account = 'spent'
                group by 1
                order by 1
                limit 600
                """)
                .param(envelope.value())
                .query((row, _) ->
                        new Month(row.getObject("first", LocalDate.class), new Money(row.getBigDecimal("spent"))))
                .list();
    }

    /** Reckoned anew from all postings: what must stand, and what all earmarks hold. */
    public Sums sums(EnvelopeId envelope) {
        return jdbc.sql("""
                select coalesce(-sum(p.amount) filter (where account = 'funding'), 0)  as granted,
                       coalesce(sum(p.amount) filter (where account = 'available'), 0) as available,
                       coalesce(sum(p.amount) filter (where account = 'reserved'), 0)  as reserved,
                       coalesce(sum(p.amount) filter (where account = 'committed'), 0) as committed,
                       coalesce(sum(p.amount) filter (where account = 'spent'), 0)     as spent,
                       coalesce(sum(p.amount) filter (where account = 'returned'), 0)  as returned,
                       (select coalesce(sum(reserved + committed + spent), 0)
                        from budget.earmark where envelope = :envelope)                as earmarked,
                       (select coalesce(sum(amount), 0)
                        from budget.used where envelope = :envelope and kind = 'category') as held
                from budget.posting p
                where p.envelope = :envelope
                """)
                .param("envelope", envelope.value())
                .query((row, _) -> new Sums(
                        Envelopes.balances(row),
                        new Money(row.getBigDecimal("earmarked")),
                        new Money(row.getBigDecimal("held"))))
                .single();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        var room = row.getString("room");
        var other = row.getObject("other", UUID.class);
        return new Entry(
                row.getObject("id", UUID.class),
                Movement.of(row.getString("movement")),
                new EnvelopeId(row.getObject("envelope", UUID.class)),
                row.getString("name"),
                row.getString("english"),
                other == null ? null : new EnvelopeId(other),
                row.getString("other_name"),
                row.getString("other_english"),
                room == null
                        ? null
                        : new Purpose(
                                room,
                                row.getObject("reference", UUID.class),
                                row.getString("category"),
                                row.getString("target_group"),
                                row.getString("zone"),
                                row.getObject("beneficiary", UUID.class),
                                row.getObject("supplier", UUID.class)),
                new Money(row.getBigDecimal("amount")),
                row.getObject("day", LocalDate.class),
                row.getString("note"),
                row.getObject("asked_by", UUID.class),
                row.getObject("asked_at", OffsetDateTime.class).toInstant());
    }
}
