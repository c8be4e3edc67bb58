package org.opensocialnet.rounds;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.messaging.Letter;
import org.opensocialnet.messaging.LetterUndelivered;
import org.opensocialnet.messaging.LetterWithheld;
import org.opensocialnet.messaging.Outbox;
import org.opensocialnet.web.Language;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The letters of a round: each brings a link of its own, because what was sent once is known by its fingerprint only. */
@Component
class RoundLetters {

    static final String REQUEST = "rounds.request";
    static final String REMINDER = "rounds.reminder";

    private final RoundLinks links;
    private final Outbox outbox;
    private final JdbcClient jdbc;
    private final Clock clock;

    RoundLetters(RoundLinks links, Outbox outbox, JdbcClient jdbc, Clock clock) {
        this.links = links;
        this.outbox = outbox;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Why a letter goes. */
    enum Why {
        FIRST,
        AGAIN,
        REMINDER
    }

    /**
     * Leaves a letter in the outbox, in the caller's transaction.
     *
     * @param dayBefore of an automatic reminder: for how many days before the deadline
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void leave(Asked asked, String message, Why why, @Nullable Integer dayBefore) {
        var email = asked.email();
        if (email == null) {
            throw Refusal.conflict("rounds.asked.no-email");
        }
        var letter = outbox.leave(new Letter(
                why == Why.REMINDER ? REMINDER : REQUEST,
                email,
                Language.GREEK,
                null,
                asked.id(),
                Map.of(
                        "organization", asked.name(),
                        "round", asked.roundName(),
                        "records", String.valueOf(asked.records()),
                        "deadline", asked.deadline().toString(),
                        "message", message,
                        "link", links.make(asked))));
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql("""
                        insert into rounds.letter (id, asked, kind, day_before, left_at)
                        values (:id, :asked, :kind, :day, :now)
                        """)
                .param("id", letter)
                .param("asked", asked.id())
                .param("kind", why.name().toLowerCase(java.util.Locale.ROOT))
                .param("day", dayBefore, java.sql.Types.INTEGER)
                .param("now", now)
                .update();
        jdbc.sql("""
                        update rounds.asked
                        set sent_at = coalesce(sent_at, :now), undelivered_at = null, withheld_at = null,
                            withdrawn_at = null
                        where id = :id
                        """).param("now", now).param("id", asked.id()).update();
    }

    /** The post gave a letter up, in its own transaction and with the eyes of its job: the desk is to find another way. */
    @EventListener
    void notDelivered(LetterUndelivered letter) {
        if (letter.about() != null && letter.kind().startsWith("rounds.")) {
            jdbc.sql("""
                            update rounds.asked set undelivered_at = :now
                            where id = :asked and answered_at is null
                            """)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("asked", letter.about())
                    .update();
        }
    }

    /** Whoever reads that address wants no such letters: the desk is to ring. */
    @EventListener
    void withheld(LetterWithheld letter) {
        if (letter.about() != null && letter.kind().startsWith("rounds.")) {
            jdbc.sql("""
                            update rounds.asked set withheld_at = :now
                            where id = :asked and answered_at is null
                            """)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("asked", letter.about())
                    .update();
        }
    }
}
