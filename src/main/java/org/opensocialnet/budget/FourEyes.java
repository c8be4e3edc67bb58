package org.opensocialnet.budget;

import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.budget.MoneyBook.Line;
import org.opensocialnet.kernel.Money;
import org.opensocialnet.settings.Settings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * When one person alone does not bind the city: above an amount, in one act or in several. What one person did alone of late
 * for the same supplier or the same thing, or in the same way with the same envelope, counts together.
 */
@Component
class FourEyes {

    private final Earmarks earmarks;
    private final Settings settings;
    private final JdbcClient jdbc;
    private final Clock clock;

    FourEyes(Earmarks earmarks, Settings settings, JdbcClient jdbc, Clock clock) {
        this.earmarks = earmarks;
        this.settings = settings;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean mustLookAt(Line line, @Nullable Earmark earmark) {
        if (earmark == null) {
            return above(line.amount().plus(movedAlone(line)));
        }
        if (line.movement() != Movement.COMMITTED) {
            return false;
        }
        var before = earmarks.promised(earmark.purpose());
        var alone = promisedAlone(line, earmark.purpose());
        return above(line.amount().plus(before.compareTo(alone) > 0 ? before : alone));
    }

    private boolean above(Money amount) {
        return amount.compareTo(
                        Money.euros(settings.value(BudgetSettings.FOUR_EYES).toString()))
                > 0;
    }

    /** What she promised alone to the same supplier or for the same thing, as far as it still stands. */
    private Money promisedAlone(Line line, Purpose purpose) {
        if (line.askedBy() == null) {
            return Money.ZERO;
        }
        oneAtATime(line);
        return jdbc.sql("""
                select coalesce(sum(least(alone.amount, m.committed + m.spent)), 0)
                from (
                    select earmark, sum(amount) as amount
                    from budget.act
                    where asked_by = :member and asked_at > :since and movement = 'committed'
                      and state = 'done' and decided_by is null
                    group by earmark
                ) alone
                join budget.earmark m on m.id = alone.earmark
                where m.supplier = :supplier::uuid or m.room = :room and m.reference = :reference
                """)
                .param("member", line.askedBy())
                .param("since", since())
                .param("supplier", purpose.supplier(), Types.OTHER)
                .param("room", purpose.room())
                .param("reference", purpose.reference())
                .query((row, _) -> new Money(row.getBigDecimal(1)))
                .single();
    }

    /** What she did alone with the same envelope in the same way. */
    private Money movedAlone(Line line) {
        if (line.askedBy() == null) {
            return Money.ZERO;
        }
        return jdbc.sql("""
                select coalesce(sum(amount), 0)
                from budget.act
                where asked_by = :member and asked_at > :since and movement = :movement and envelope = :envelope
                  and state = 'done' and decided_by is null
                """)
                .param("member", line.askedBy())
                .param("since", since())
                .param("movement", line.movement().code())
                .param("envelope", line.envelope().value())
                .query((row, _) -> new Money(row.getBigDecimal(1)))
                .single();
    }

    /** One supplier is paid from several envelopes: two orders of one person at the same moment see each other. */
    private void oneAtATime(Line line) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('budget asked by ' || ?, 0))::text")
                .param(String.valueOf(line.askedBy()))
                .query(String.class)
                .single();
    }

    private OffsetDateTime since() {
        return clock.instant()
                .minus(Duration.ofDays(settings.value(BudgetSettings.TOGETHER)))
                .atOffset(ZoneOffset.UTC);
    }
}
