package org.opensocialnet.questionnaire;

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

/** The letters of an edition: each brings a link of its own, because what was sent once is known by its fingerprint only. */
@Component
class EditionLetters {

    static final String REQUEST = "questionnaire.request";
    static final String REMINDER = "questionnaire.reminder";

    private final AnswerLinks links;
    private final Outbox outbox;
    private final JdbcClient jdbc;
    private final Clock clock;

    EditionLetters(AnswerLinks links, Outbox outbox, JdbcClient jdbc, Clock clock) {
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
    public void leave(Respondent asked, String message, Why why, @Nullable Integer dayBefore) {
        var email = asked.email();
        if (email == null) {
            throw Refusal.conflict("questionnaire.asked.no-email");
        }
        var letter = outbox.leave(new Letter(
                why == Why.REMINDER ? REMINDER : REQUEST,
                email,
                Language.GREEK,
                null,
                asked.id(),
                Map.of(
                        "organization", asked.name(),
                        "edition", asked.editionName(),
                        "deadline", asked.deadline().toString(),
                        "message", message,
                        "link", links.make(asked))));
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql("""
                        insert into questionnaire.letter (id, respondent, kind, day_before, left_at)
                        values (:id, :respondent, :kind, :day, :now)
                        """)
                .param("id", letter)
                .param("respondent", asked.id())
                .param("kind", why.name().toLowerCase(java.util.Locale.ROOT))
                .param("day", dayBefore, java.sql.Types.INTEGER)
                .param("now", now)
                .update();
        jdbc.sql("""
                        update questionnaire.respondent
                        set sent_at = coalesce(sent_at, :now), undelivered_at = null, withheld_at = null,
                            withdrawn_at = null
                        where id = :id
                        """).param("now", now).param("id", asked.id()).update();
    }

    /** The post gave a letter up, in its own transaction and with the eyes of its job: the desk is to find another way. */
    @EventListener
    void notDelivered(LetterUndelivered letter) {
        if (letter.about() != null && letter.kind().startsWith("questionnaire.")) {
            jdbc.sql("""
                            update questionnaire.respondent set undelivered_at = :now
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
        if (letter.about() != null && letter.kind().startsWith("questionnaire.")) {
            jdbc.sql("""
                            update questionnaire.respondent set withheld_at = :now
                            where id = :asked and answered_at is null
                            """)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("asked", letter.about())
                    .update();
        }
    }
}
