package org.opensocialnet.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.ledger.Amount.Unit;
import org.opensocialnet.ledger.EntryId.Book;
import org.opensocialnet.ledger.Ledger.Months;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Follows needs up: never more of one than is still open, also where two do it at once. */
@Component
class Following {

    private final JdbcClient jdbc;
    private final Months months;

    Following(JdbcClient jdbc, Months months) {
        this.jdbc = jdbc;
        this.months = months;
    }

    /** What is still open of a need, and its cell. */
    private record Open(About about, Amount amount, Source source, String reason) {

        boolean isNothing() {
            return amount.people() == 0 && amount.quantity().signum() == 0;
        }
    }

    EntryId write(FollowUp said) {
        if ((said.state() == FollowUp.State.REFUSED) != (said.reason() != null)) {
            throw Refusal.wrong("ledger.fault.reason", "reason");
        }
        var open = open(said.need());
        var amount = said.amount();
        if (open.isNothing()) {
            throw Refusal.conflict("ledger.fault.nothing-open");
        }
        if (amount == null) {
            return enter(said, open, open.amount());
        }
        Checks.mustCount(amount);
        if (amount.people() > open.amount().people()
                || amount.quantity().compareTo(open.amount().quantity()) > 0
                || amount.quantity().signum() > 0
                        && amount.unit() != open.amount().unit()) {
            throw Refusal.conflict("ledger.fault.more-than-open");
        }
        return enter(said, open, amount);
    }

    /** How many needs one delivery meets at most that names none. */
    private static final int AT_ONCE = 500;

    /** A delivery meets as many people as it helped of those who wait in its cell, the longest first; how many those were. */
    int metOldest(EntryId delivery, About about, int people, LocalDate since) {
        int left = people;
        for (var need : openIn(about, since, delivery.day())) {
            if (left == 0) {
                break;
            }
            left -= met(need, delivery, Amount.people(left));
        }
        return people - left;
    }

    private List<EntryId> openIn(About about, LocalDate since, LocalDate until) {
        return jdbc.sql("""
                select n.id, n.day
                from ledger.need n
                left join lateral (select sum(people) as people from ledger.follow_up where need = n.id) f on true
                where n.day between :since and :until and n.reverses is null and n.people > coalesce(f.people, 0)
                  and n.service_type = :type and (:group = '' or n.target_group = :group) and (:zone = '' or n.zone = :zone)
                  and not exists (select from ledger.need r where r.reverses = n.id and r.day = n.day)
                order by n.day, n.id
                limit :most
                """)
                .param("since", since)
                .param("until", until)
                .param("type", about.serviceType())
                .param("group", about.group())
                .param("zone", about.zone())
                .param("most", AT_ONCE)
                .query((row, _) ->
                        new EntryId(Book.NEED, row.getObject("id", UUID.class), row.getObject("day", LocalDate.class)))
                .list();
    }

    /** A delivery meets as much of a need as is open and was delivered; a need that was met meanwhile stays as it is. */
    int met(EntryId need, EntryId delivery, Amount delivered) {
        var open = open(need);
        int people = Math.min(open.amount().people(), delivered.people());
        boolean whole = people == open.amount().people() && people > 0;
        var quantity = whole
                ? open.amount().quantity()
                : delivered.unit() == open.amount().unit()
                        ? open.amount().quantity().min(delivered.quantity())
                        : BigDecimal.ZERO;
        if (people > 0 || quantity.signum() > 0) {
            enter(
                    new FollowUp(need, later(need.day(), delivery.day()), FollowUp.State.MET, null, null, delivery),
                    open,
                    new Amount(people, quantity, open.amount().unit()));
        }
        return people;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private EntryId enter(FollowUp said, Open open, Amount amount) {
        var need = said.need();
        if (said.day().isBefore(need.day())) {
            throw Refusal.wrong("ledger.fault.before-need", "day");
        }
        months.mustBeOpen(List.of(said.day()));
        var id = Uuid7.next();
        var delivery = said.delivery();
        var reason = said.reason();
        new Lines(Book.FOLLOW_UP)
                .next(id, said.day(), open.about(), amount, open.source())
                .put("reason", reason == null ? open.reason() : reason.code())
                .put("need", need.id())
                .put("need_day", need.day())
                .put("state", said.state().code())
                .put("delivery", delivery == null ? null : delivery.id())
                .put("delivery_day", delivery == null ? null : delivery.day())
                .write(jdbc);
        return new EntryId(Book.FOLLOW_UP, id, said.day());
    }

    /** One after the other for each need: the lock goes with the transaction. */
    private Open open(EntryId need) {
        if (need.book() != Book.NEED) {
            throw new IllegalArgumentException("only a need is followed up");
        }
        lock(need.id());
        return jdbc.sql("""
                select n.service_type, n.target_group, n.zone, n.organization, n.unit, n.source, n.reason,
                       n.people - coalesce(f.people, 0) as people, n.quantity - coalesce(f.quantity, 0) as quantity
                from ledger.need n
                left join lateral (
                    select sum(people) as people, sum(quantity) as quantity
                    from ledger.follow_up where need = n.id
                ) f on true
                where n.id = :id and n.day = :day and n.reverses is null
                  and not exists (select from ledger.need r where r.reverses = n.id and r.day = n.day)
                """)
                .param("id", need.id())
                .param("day", need.day())
                .query((row, _) -> new Open(
                        new About(
                                row.getString("service_type"),
                                row.getString("target_group"),
                                row.getString("zone"),
                                row.getObject("organization", UUID.class),
                                null),
                        new Amount(row.getInt("people"), row.getBigDecimal("quantity"), unit(row.getString("unit"))),
                        Source.of(row.getString("source")),
                        row.getString("reason")))
                .optional()
                .orElseThrow(() -> Refusal.notFound("ledger.unknown"));
    }

    void lock(UUID need) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:need, 0))::text")
                .param("need", "ledger need " + need)
                .query((_, _) -> true)
                .list();
    }

    private static @Nullable Unit unit(String code) {
        return code.isEmpty() ? null : Unit.of(code);
    }
}
