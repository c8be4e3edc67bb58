package org.opensocialnet.budget;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.budget.Statement.Closing;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Periods of an envelope that are closed: what stood at their end is kept, and nothing more is booked into them. */
@Component
@Transactional
class Closings {

    private final JdbcClient jdbc;
    private final Envelopes envelopes;
    private final Statement statement;
    private final Trail trail;
    private final Clock clock;

    Closings(JdbcClient jdbc, Envelopes envelopes, Statement statement, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.envelopes = envelopes;
        this.statement = statement;
        this.trail = trail;
        this.clock = clock;
    }

    /** Closes all days up to this one. What waits for a second person is decided before, so that nothing is lost. */
    void close(EnvelopeId id, LocalDate through) {
        envelopes.hold(List.of(id));
        var envelope = envelopes.get(id);
        Checks.mustBeOfOurTime(through, "through");
        if (!through.isBefore(LocalDate.now(clock))) {
            throw Refusal.wrong("budget.fault.close.over", "through");
        }
        var closed = envelope.closedThrough();
        if (closed != null && !through.isAfter(closed)) {
            throw Refusal.wrong("budget.fault.close.already", "through", closed);
        }
        if (statement.waitsBefore(id, through)) {
            throw Refusal.wrong("budget.fault.close.waits", "through");
        }
        var sight = Sight.current();
        jdbc.sql("""
                insert into budget.closing (envelope, through, granted, available, reserved, committed, spent, returned,
                                            closed_by, closed_at)
                select :envelope::uuid, :through::date,
                       coalesce(-sum(p.amount) filter (where p.account = 'funding'), 0),
                       coalesce(sum(p.amount) filter (where p.account = 'available'), 0),
                       coalesce(sum(p.amount) filter (where p.account = 'reserved'), 0),
                       coalesce(sum(p.amount) filter (where p.account = 'committed'), 0),
                       coalesce(sum(p.amount) filter (where p.account = 'spent'), 0),
                       coalesce(sum(p.amount) filter (where p.account = 'returned'), 0),
                       :member, :now
                from budget.posting p
                join budget.act a on a.id = p.act
                where p.envelope = :envelope and a.day <= :through
                """)
                .param("envelope", id.value())
                .param("through", through)
                .param("member", sight == null ? null : sight.member(), Types.OTHER)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("update budget.envelope set closed_through = ? where id = ?")
                .params(through, id.value())
                .update();
        trail.note(Act.on("budget.period.closed", "envelope", id.value()));
    }

    /** What stood at the end of each closed period, the latest first. */
    List<Closing> of(EnvelopeId id) {
        return jdbc.sql("""
                select through, granted, available, reserved, committed, spent, returned
                from budget.closing
                where envelope = ?
                order by through desc
                limit 120
                """)
                .param(id.value())
                .query((row, _) -> new Closing(row.getObject("through", LocalDate.class), Envelopes.balances(row)))
                .list();
    }
}
