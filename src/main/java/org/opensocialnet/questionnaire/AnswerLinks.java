package org.opensocialnet.questionnaire;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.database.Rows;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.SecretToken;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The links organisations are sent: 256 random bits in the letter, their fingerprint here. Each opens the answer of one
 * organisation in one edition and nothing else.
 */
@Component
class AnswerLinks {

    static final String PATH = "/answer/";

    /** Who answers a little late still finds the page. */
    static final Duration GRACE = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;

    AnswerLinks(JdbcClient jdbc, TransactionOperations transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Where a link leads. */
    record Found(
            UUID respondent,
            UUID organization,
            OffsetDateTime expiresAt,
            @Nullable OffsetDateTime endedAt) {}

    /** Why a link opens nothing. */
    enum Shut {
        UNKNOWN,
        EXPIRED,
        WITHDRAWN,
        OVER,
        ANSWERED
    }

    /** A new link's path, without language; those before it go on. */
    String make(Respondent asked) {
        var token = SecretToken.fresh();
        jdbc.sql("""
                        insert into questionnaire.link (hash, respondent, made_at, expires_at)
                        values (:hash, :respondent, :now, :expires)
                        """)
                .param("hash", token.fingerprint())
                .param("respondent", asked.id())
                .param("now", now())
                .param("expires", expiry(asked.deadline()))
                .update();
        return PATH + token.text();
    }

    /** A reminder by hand after the deadline still gives a week. */
    private OffsetDateTime expiry(LocalDate deadline) {
        var end = deadline.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
        var now = clock.instant();
        return (end.isBefore(now) ? now : end).plus(GRACE).atOffset(ZoneOffset.UTC);
    }

    /** What a link leads to, whether or not it still opens it; looked up before anybody knows whose eyes to take. */
    Optional<Found> find(String token) {
        return SecretToken.read(token).flatMap(this::find);
    }

    private Optional<Found> find(SecretToken token) {
        return Sight.job("questionnaire-link")
                .call(() -> transactions.execute(_ -> jdbc.sql("""
                            select l.respondent, a.organization, l.expires_at, l.ended_at
                            from questionnaire.link l
                            join questionnaire.respondent a on a.id = l.respondent
                            where l.hash = :hash
                            """)
                        .param("hash", token.fingerprint())
                        .query(Rows.of(Found.class))
                        .optional()));
    }

    /** Why it opens nothing; none where it does. */
    @Nullable
    Shut shut(Found found, Respondent asked) {
        if (asked.isAnswered()) {
            return Shut.ANSWERED;
        }
        if (found.endedAt() != null) {
            return Shut.WITHDRAWN;
        }
        if (!asked.takesAnswers()) {
            return Shut.OVER;
        }
        return found.expiresAt().toInstant().isAfter(clock.instant()) ? null : Shut.EXPIRED;
    }

    /** Links of one organisation that open nothing any more. */
    void end(UUID respondent) {
        jdbc.sql("update questionnaire.link set ended_at = :now where respondent = :respondent and ended_at is null")
                .param("now", now())
                .param("respondent", respondent)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
