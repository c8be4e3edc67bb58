package org.opensocialnet.chores;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.opensocialnet.chores.Chore.State;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Where rooms ask for long work and see how far it is. */
@Component
@Transactional
public class Chores {

    private final JdbcClient jdbc;
    private final ChoreBell bell;
    private final Clock clock;

    Chores(JdbcClient jdbc, ChoreBell bell, Clock clock) {
        this.jdbc = jdbc;
        this.bell = bell;
        this.clock = clock;
    }

    /** Asks for work in the caller's transaction; it begins when that is kept. One piece at a time for each subject. */
    public UUID ask(String kind, UUID subject) {
        var sight = Sight.current();
        if (sight == null) {
            throw new IllegalStateException("work that nobody asks for");
        }
        var id = Uuid7.next();
        int asked = jdbc.sql("""
                        insert into chores.chore (
                            id, kind, subject, member, organization, role, reach, origin, asked_at)
                        values (:id, :kind, :subject, :member, :organization, :role, :reach, :origin, :now)
                        on conflict (subject) where state in ('waiting', 'running') do nothing
                        """)
                .param("id", id)
                .param("kind", kind)
                .param("subject", subject)
                .param("member", sight.member(), java.sql.Types.OTHER)
                .param("organization", sight.organization(), java.sql.Types.OTHER)
                .param("role", sight.role())
                .param("reach", sight.reach().name())
                .param("origin", sight.from())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (asked == 0) {
            throw Refusal.conflict("chores.busy");
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                bell.ring();
            }
        });
        return id;
    }

    /** The last work asked for about a subject, if this member may know of it. */
    @Transactional(readOnly = true)
    public Optional<Chore> of(UUID subject) {
        return jdbc.sql("""
                        select id, kind, subject, state, step, done, total, asked_at, ended_at
                        from chores.chore
                        where subject = :subject
                        order by asked_at desc, id desc
                        limit 1
                        """)
                .param("subject", subject)
                .query((row, _) -> new Chore(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        row.getObject("subject", UUID.class),
                        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                        row.getString("step"),
                        row.getLong("done"),
                        row.getObject("total", Long.class),
                        row.getObject("asked_at", java.time.OffsetDateTime.class),
                        row.getObject("ended_at", java.time.OffsetDateTime.class)))
                .optional();
    }
}
