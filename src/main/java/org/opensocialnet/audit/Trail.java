package org.opensocialnet.audit;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes down who saw or changed what, in the transaction of the act: if the line cannot be written, the act fails. */
@Component
public class Trail {

    private static final int LONGEST_HISTORY = 200;

    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * One thing that became of a record.
     *
     * @param what the act's code, as {@link Act} has it
     * @param organization on whose behalf; none for the network's own bodies and the program itself
     * @param member who; for pages of those who may know colleagues, never for public ones
     * @param why the reason's code, where one was noted
     */
    public record Change(
            Instant at,
            String what,
            String role,
            @Nullable UUID organization,
            @Nullable UUID member,
            @Nullable String why) {}

    Trail(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Notes an act of whoever's sight holds. Needs an open transaction and a sight. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(Act act) {
        noteAll(List.of(act));
    }

    /** Notes several acts at once, as when a list of people is shown. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void noteAll(List<Act> acts) {
        var sight = Sight.current();
        if (sight == null) {
            throw new IllegalStateException("an act without anybody who acts");
        }
        if (acts.isEmpty()) {
            return;
        }
        // The reach is the database's own: for some acts the program looks farther than whoever acts.
        // What may be missing says its type, or the driver asks the database for it each time.
        jdbc.sql("""
                insert into audit.act (id, at, member, organization, role, reach, purpose, origin,
                                       what, kind, subject, whose, why)
                select a.id, :at::timestamptz, :member::uuid, :organization::uuid, :role, upper(database.reach()), :purpose, :origin,
                       a.what, a.kind, a.subject, a.whose, a.why
                from unnest(:ids::uuid[], :whats::text[], :kinds::text[], :subjects::uuid[], :whoses::uuid[],
                            :whys::text[]) with ordinality as a (id, what, kind, subject, whose, why, place)
                order by a.place
                """)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("member", sight.member(), Types.OTHER)
                .param("organization", sight.organization(), Types.OTHER)
                .param("role", sight.role())
                .param("purpose", sight.purpose())
                .param("origin", sight.from())
                .param("ids", acts.stream().map(_ -> Uuid7.next()).toArray(UUID[]::new))
                .param("whats", acts.stream().map(Act::what).toArray(String[]::new))
                .param("kinds", acts.stream().map(Act::kind).toArray(String[]::new))
                .param("subjects", acts.stream().map(Act::subject).toArray(UUID[]::new))
                .param("whoses", acts.stream().map(Act::whose).toArray(UUID[]::new))
                .param("whys", acts.stream().map(Act::why).toArray(String[]::new))
                .update();
    }

    /**
     * What became of one record, the newest first, 200 at most: everybody may know it of the directory's records (acts
     * of rooms directory and upkeep); of others only the auditor's purpose and the program's own work see lines.
     */
    public List<Change> history(String kind, UUID subject) {
        return jdbc.sql("""
                select at, what, role, organization, member, why
                from audit.act
                where subject = :subject and kind = :kind
                order by at desc, id desc
                limit :most
                """)
                .param("subject", subject)
                .param("kind", kind)
                .param("most", LONGEST_HISTORY)
                .query((row, _) -> new Change(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("what"),
                        row.getString("role"),
                        row.getObject("organization", UUID.class),
                        row.getObject("member", UUID.class),
                        row.getString("why")))
                .list();
    }
}
