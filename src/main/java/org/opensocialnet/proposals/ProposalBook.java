package org.opensocialnet.proposals;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.chores.Chores;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.proposals.Decision.Choice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where proposals and what was decided lie. */
@Component
@Transactional
class ProposalBook {

    static final int PAGE = 20;

    private static final SecureRandom LOT = new SecureRandom();

    private static final String PROPOSAL = """
            select id, number, title, sheet, seed, found, made_by, made_at from proposals.proposal
            """;

    private final JdbcClient jdbc;
    private final Chores chores;
    private final Trail trail;
    private final Clock clock;

    ProposalBook(JdbcClient jdbc, Chores chores, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.chores = chores;
        this.trail = trail;
        this.clock = clock;
    }

    /** Keeps what it shall be made of and has it worked out. A form that is sent twice makes one. */
    UUID make(String title, Sheet sheet, UUID form, SignedIn me) {
        var id = Uuid7.next();
        int made = jdbc.sql("""
                        insert into proposals.proposal (id, form, title, sheet, seed, made_by, made_at)
                        values (:id, :form, :title, :sheet::jsonb, :seed, :by, :now)
                        on conflict (form) do nothing
                        """)
                .param("id", id)
                .param("form", form)
                .param("title", title)
                .param("sheet", Found.JSON.writeValueAsString(sheet))
                .param("seed", LOT.nextLong(1_000_000_000))
                .param("by", me.member())
                .param("now", now())
                .update();
        if (made == 0) {
            return jdbc.sql("select id from proposals.proposal where form = :form")
                    .param("form", form)
                    .query(UUID.class)
                    .single();
        }
        trail.note(Act.on("proposals.proposal.made", "proposal", id));
        chores.ask(WorkingOut.CODE, id);
        return id;
    }

    /** Once more, where the first try was interrupted. */
    void again(UUID id) {
        if (one(id).found() == null) {
            chores.ask(WorkingOut.CODE, id);
        }
    }

    @Transactional(readOnly = true)
    Kept one(UUID id) {
        return jdbc.sql(PROPOSAL + " where id = :id")
                .param("id", id)
                .query((row, _) -> kept(row))
                .optional()
                .orElseThrow(() -> Refusal.notFound("proposals.unknown"));
    }

    /** The latest first; one more than a page holds where there are more. */
    @Transactional(readOnly = true)
    List<Kept> page(int page) {
        return jdbc.sql(PROPOSAL + " order by id desc limit :most offset :from")
                .param("most", PAGE + 1)
                .param("from", (Math.max(1, page) - 1L) * PAGE)
                .query((row, _) -> kept(row))
                .list();
    }

    void found(UUID id, Found found) {
        jdbc.sql("update proposals.proposal set found = :found::jsonb where id = :id and found is null")
                .param("id", id)
                .param("found", Found.JSON.writeValueAsString(found))
                .update();
    }

    void decide(UUID id, Choice choice, String words, UUID form, SignedIn me) {
        if (one(id).found() == null) {
            throw Refusal.conflict("proposals.not-yet");
        }
        int decided = jdbc.sql("""
                        insert into proposals.decision (id, form, proposal, choice, words, member, member_name, at)
                        values (:id, :form, :proposal, :choice, :words, :member, :name, :now)
                        on conflict (form) do nothing
                        """)
                .param("id", Uuid7.next())
                .param("form", form)
                .param("proposal", id)
                .param("choice", choice.name())
                .param("words", words)
                .param("member", me.member())
                .param("name", me.name())
                .param("now", now())
                .update();
        if (decided > 0) {
            trail.note(Act.on("proposals.proposal.decided", "proposal", id));
        }
    }

    @Transactional(readOnly = true)
    List<Decision> decisions(UUID id) {
        return jdbc.sql("""
                select id, proposal, choice, words, member, member_name, at from proposals.decision
                where proposal = :proposal
                order by id desc
                limit 100
                """)
                .param("proposal", id)
                .query((row, _) -> new Decision(
                        row.getObject("id", UUID.class),
                        row.getObject("proposal", UUID.class),
                        Choice.valueOf(row.getString("choice")),
                        row.getString("words"),
                        row.getString("member_name"),
                        row.getObject("member", UUID.class),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getObject("id", UUID.class),
                row.getInt("number"),
                row.getString("title"),
                Found.JSON.readValue(row.getString("sheet"), Sheet.class),
                row.getLong("seed"),
                found(row.getString("found")),
                row.getObject("made_by", UUID.class),
                row.getObject("made_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Found found(@Nullable String json) {
        return json == null ? null : Found.JSON.readValue(json, Found.class);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
