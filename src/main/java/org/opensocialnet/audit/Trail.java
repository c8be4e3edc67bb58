package org.opensocialnet.audit;

import java.time.Clock;
import java.time.ZoneOffset;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes down who saw or changed what, in the transaction of the act: if the line cannot be written, the act fails. */
@Component
public class Trail {

    private final JdbcClient jdbc;
    private final Clock clock;

    Trail(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Notes an act of whoever's sight holds. Needs an open transaction and a sight. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(Act act) {
        var sight = Sight.current();
        if (sight == null) {
            throw new IllegalStateException("an act without anybody who acts");
        }
        jdbc.sql("""
                insert into audit.act (id, at, member, organization, role, reach, purpose, origin,
                                       what, kind, subject, whose, why)
                values (:id, :at, :member, :organization, :role, :reach, :purpose, :origin,
                        :what, :kind, :subject, :whose, :why)
                """)
                .param("id", Uuid7.next())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("member", sight.member())
                .param("organization", sight.organization())
                .param("role", sight.role())
                .param("reach", sight.reach().name())
                .param("purpose", sight.purpose())
                .param("origin", sight.from())
                .param("what", act.what())
                .param("kind", act.kind())
                .param("subject", act.subject())
                .param("whose", act.whose())
                .param("why", act.why())
                .update();
    }
}
