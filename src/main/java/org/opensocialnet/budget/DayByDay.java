package org.opensocialnet.budget;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.kernel.Money;
import org.opensocialnet.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What stood on each day. What is booked into the past must have been there then, and on every day since. */
@Component
class DayByDay {

    private final JdbcClient jdbc;

    DayByDay(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Refuses what would leave less than nothing on some day; the envelopes must be held. */
    void mustBear(List<Posting> postings, LocalDate day) {
        for (var posting : postings) {
            if (posting.amount().isNegative() && posting.account() != Account.FUNDING) {
                var least = least(posting, day);
                if (least.plus(posting.amount()).isNegative()) {
                    throw Refusal.wrong("budget.refused.that-day", "day", day, least);
                }
            }
        }
    }

    /** The least that stood there from that day on: of an earmark where one is meant, else of the envelope. */
    private Money least(Posting posting, LocalDate day) {
        return jdbc.sql("""
                with days as (
                    select a.day, sum(p.amount) as amount
                    from budget.posting p
                    join budget.act a on a.id = p.act
                    where p.envelope = :envelope and p.account = :account
                      and (:earmark::uuid is null or p.earmark = :earmark::uuid)
                    group by a.day
                ),
                stood as (select day, sum(amount) over (order by day) as amount from days)
                select greatest(0, least(
                    coalesce((select amount from stood where day <= :day order by day desc limit 1), 0),
                    (select min(amount) from stood where day > :day)))
                """)
                .param("envelope", posting.envelope().value())
                .param("account", posting.account().code())
                .param("earmark", id(posting.earmark()), Types.OTHER)
                .param("day", day)
                .query((row, _) -> new Money(row.getBigDecimal(1)))
                .single();
    }

    private static @Nullable UUID id(@Nullable EarmarkId earmark) {
        return earmark == null ? null : earmark.value();
    }
}
