package org.opensocialnet.account;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.budget.BudgetDesk;
import org.opensocialnet.budget.EnvelopeId;
import org.opensocialnet.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who opened what: envelopes by their keepers, names by organisations, stories by those they are about. */
@Component
@Transactional
class Openness {

    private static final int MOST = 500;

    private final BudgetDesk budget;
    private final Vault vault;
    private final Trail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    Openness(BudgetDesk budget, Vault vault, Trail trail, JdbcClient jdbc, Clock clock) {
        this.budget = budget;
        this.vault = vault;
        this.trail = trail;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A story as it is told; who consented the team alone reads. */
    record Story(String text, String english, String who, LocalDate consentedOn) {

        String in(String language) {
            return language.equals("en") && !english.isBlank() ? english : text;
        }

        /** Hides whom it is about from logs. */
        @Override
        public String toString() {
            return "Story[…]";
        }
    }

    void open(UUID envelope, boolean open) {
        var kept = budget.envelope(new EnvelopeId(envelope));
        if (open) {
            jdbc.sql("""
                    insert into account.open_envelope (envelope, organization, opened_at) values (:id, :keeper, :now)
                    on conflict do nothing
                    """)
                    .param("id", envelope)
                    .param("keeper", kept.organization(), Types.OTHER)
                    .param("now", now())
                    .update();
        } else {
            jdbc.sql("delete from account.open_envelope where envelope = :id")
                    .param("id", envelope)
                    .update();
        }
        trail.note(Act.on(open ? "account.envelope.opened" : "account.envelope.shut", "envelope", envelope)
                .of(kept.organization()));
    }

    @Transactional(readOnly = true)
    public List<UUID> envelopes() {
        return jdbc.sql("select envelope from account.open_envelope order by opened_at, envelope limit :most")
                .param("most", MOST)
                .query((row, _) -> row.getObject("envelope", UUID.class))
                .list();
    }

    void wish(UUID organization, boolean named) {
        if (named) {
            jdbc.sql("insert into account.wish (organization, wished_at) values (:id, :now) on conflict do nothing")
                    .param("id", organization)
                    .param("now", now())
                    .update();
        } else {
            jdbc.sql("delete from account.wish where organization = :id")
                    .param("id", organization)
                    .update();
        }
        trail.note(Act.on(named ? "account.name.told" : "account.name.kept", "organization", organization)
                .of(organization));
    }

    @Transactional(readOnly = true)
    public boolean wishes(UUID organization) {
        return jdbc.sql("select exists (select from account.wish where organization = :id)")
                .param("id", organization)
                .query(Boolean.class)
                .single();
    }

    void tell(UUID call, Story story, UUID by) {
        jdbc.sql("""
                insert into account.story (call, text, english, who, consented_on, recorded_by, recorded_at)
                values (:call, :text, :english, :who, :day, :by, :now)
                on conflict (call) do update
                set text = excluded.text, english = excluded.english, who = excluded.who,
                    consented_on = excluded.consented_on, recorded_by = excluded.recorded_by,
                    recorded_at = excluded.recorded_at
                """)
                .param("call", call)
                .param("text", story.text())
                .param("english", story.english())
                .param("who", vault.seal(call, "who", story.who()))
                .param("day", story.consentedOn())
                .param("by", by)
                .param("now", now())
                .update();
        trail.note(Act.on("account.story.told", "called", call));
    }

    /** The consent was withdrawn: nothing of it is left, with whom it was about. */
    void untell(UUID call) {
        int gone = jdbc.sql("delete from account.story where call = :call")
                .param("call", call)
                .update();
        if (gone > 0) {
            trail.note(Act.on("account.story.withdrawn", "called", call));
        }
    }

    @Transactional(readOnly = true)
    public Optional<Story> story(UUID call) {
        return jdbc.sql("select text, english, who, consented_on from account.story where call = :call")
                .param("call", call)
                .query((row, _) -> new Story(
                        row.getString("text"),
                        row.getString("english"),
                        vault.open(call, "who", row.getBytes("who")),
                        row.getObject("consented_on", LocalDate.class)))
                .optional();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
