package org.opensocialnet.chores;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.database.Sight;
import org.opensocialnet.database.Sight.Reach;
import org.opensocialnet.kernel.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements behind pieces of work: each says which try it is of, so that a try that was given up changes nothing. */
@Component
class ChoreBook {

    private final JdbcClient jdbc;
    private final Clock clock;

    ChoreBook(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A piece of work that this node holds. */
    record Held(UUID run, String kind, UUID subject, Sight sight) {}

    /** Takes the one that waits longest. */
    Optional<Held> take() {
        return jdbc.sql("""
                        update chores.chore
                        set state = 'running', run = :run, beat = :now, step = '', done = 0, total = null
                        where id = (
                            select id from chores.chore
                            where state = 'waiting'
                            order by asked_at
                            limit 1
                            for update skip locked)
                        returning run, kind, subject, member, organization, role, reach, origin
                        """)
                .param("run", Uuid7.next())
                .param("now", now())
                .query((row, _) -> new Held(
                        row.getObject("run", UUID.class),
                        row.getString("kind"),
                        row.getObject("subject", UUID.class),
                        new Sight(
                                row.getObject("member", UUID.class),
                                row.getObject("organization", UUID.class),
                                row.getString("role"),
                                Reach.valueOf(row.getString("reach")),
                                "desk",
                                row.getString("origin"))))
                .optional();
    }

    /** Marks what its node has not given a sign of life of. */
    int abandon(Duration silence) {
        return jdbc.sql("""
                        update chores.chore set state = 'abandoned', ended_at = :now
                        where state = 'running' and beat < :before
                        """)
                .param("now", now())
                .param("before", now().minus(silence))
                .update();
    }

    void beat(UUID run) {
        jdbc.sql("update chores.chore set beat = :now where run = :run and state = 'running'")
                .param("now", now())
                .param("run", run)
                .update();
    }

    /** Whether the try still holds its work. */
    boolean tell(UUID run, String step, long done, @Nullable Long total) {
        return jdbc.sql("""
                        update chores.chore set beat = :now, step = :step, done = :done, total = :total
                        where run = :run and state = 'running'
                        """)
                        .param("now", now())
                        .param("step", step)
                        .param("done", done)
                        .param("total", total, java.sql.Types.BIGINT)
                        .param("run", run)
                        .update()
                == 1;
    }

    /** Ends a try; false where it had lost its work before. */
    boolean end(UUID run, String state) {
        return jdbc.sql("""
                        update chores.chore set state = :state, ended_at = :now
                        where run = :run and state = 'running'
                        """)
                        .param("state", state)
                        .param("now", now())
                        .param("run", run)
                        .update()
                == 1;
    }

    /** Gives work back that a node has to leave because it stops. */
    void putBack(UUID run) {
        jdbc.sql("update chores.chore set state = 'waiting', run = null where run = :run and state = 'running'")
                .param("run", run)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
