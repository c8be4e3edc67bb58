package org.opensocialnet.drafts;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.database.Rows;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Organisations ask to keep the records of another entry of the directory that is really theirs, usually one that came
 * with a file; the coordination team decides. What a keeper changes stays when the file comes again: the gate keeps it.
 */
@Component
@Transactional
public class Claims {

    /** One request and its answer; the names are those in the directory's main language. */
    public record Claim(
            UUID id,
            UUID organization,
            UUID claimed,
            String asking,
            String asked,
            String reason,
            OffsetDateTime askedAt,
            @Nullable Boolean granted) {}

    private static final String SELECT = """
            select c.id, c.organization, c.claimed, coalesce(o.name, '–') as asking, coalesce(x.name, '–') as asked,
                   c.reason, c.asked_at, c.granted
            from drafts.claim c
            left join directory.public_organization o on o.id = c.organization
            left join directory.public_organization x on x.id = c.claimed
            """;

    private final JdbcClient jdbc;
    private final Trail trail;
    private final Clock clock;

    Claims(JdbcClient jdbc, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.clock = clock;
    }

    /** Asks for the records of an entry; the reason is told to who decides. */
    public UUID ask(SignedIn me, UUID claimed, String reason) {
        var own = me.organization();
        if (own == null || own.equals(claimed)) {
            throw Refusal.conflict("drafts.claim.own");
        }
        var id = Uuid7.next();
        int asked = jdbc.sql("""
                        insert into drafts.claim (id, organization, claimed, reason, asked_by, asked_at)
                        select :id, :organization, o.id, :reason, :member, :now
                        from directory.public_organization o
                        where o.id = :claimed
                        on conflict do nothing
                        """)
                .param("id", id)
                .param("organization", own)
                .param("claimed", claimed)
                .param("reason", reason)
                .param("member", me.member())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (asked == 0) {
            throw Refusal.conflict("drafts.claim.asked");
        }
        trail.note(Act.on("drafts.claim.asked", "organization", claimed).of(own));
        return id;
    }

    /** The coordination team says yes or no, once. */
    public void decide(UUID claim, boolean granted) {
        var claimed = jdbc.sql("""
                        update drafts.claim set decided_at = :now, granted = :granted
                        where id = :id and decided_at is null
                        returning claimed
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("granted", granted)
                .param("id", claim)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("drafts.claim.unknown"));
        trail.note(Act.on(granted ? "drafts.claim.granted" : "drafts.claim.refused", "organization", claimed));
    }

    /** What waits for an answer, of those this member may see, the oldest first. */
    @Transactional(readOnly = true)
    public List<Claim> waiting() {
        return jdbc.sql(SELECT + "where c.decided_at is null order by c.asked_at limit 100")
                .query(Rows.of(Claim.class))
                .list();
    }

    /** What was answered lately. */
    @Transactional(readOnly = true)
    public List<Claim> answered() {
        return jdbc.sql(SELECT + "where c.decided_at is not null order by c.decided_at desc limit 50")
                .query(Rows.of(Claim.class))
                .list();
    }
}
