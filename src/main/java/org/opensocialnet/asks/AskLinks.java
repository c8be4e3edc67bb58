package org.opensocialnet.asks;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.database.Rows;
import org.opensocialnet.kernel.SecretToken;
import org.opensocialnet.settings.Settings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The links by which somebody without an account follows what she asked for. Each opens one request and nothing else, and
 * lives on whenever something becomes of the request or she looks at it; once the request is over, its time runs out.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class AskLinks {

    static final String PATH = "/asked/";

    private final JdbcClient jdbc;
    private final Settings settings;
    private final Clock clock;

    AskLinks(JdbcClient jdbc, Settings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** Where a link leads, and until when. */
    record Found(
            UUID request,
            OffsetDateTime expiresAt,
            @Nullable OffsetDateTime endedAt) {

        boolean opens(OffsetDateTime now) {
            return endedAt == null && expiresAt.isAfter(now);
        }
    }

    void keep(UUID request, SecretToken token) {
        jdbc.sql("""
                insert into asks.link (hash, request, made_at, expires_at) values (:hash, :request, :now, :expires)
                on conflict do nothing
                """)
                .param("hash", token.fingerprint())
                .param("request", request)
                .param("now", now())
                .param("expires", now().plus(time()))
                .update();
    }

    Optional<Found> find(SecretToken token) {
        return jdbc.sql("select request, expires_at, ended_at from asks.link where hash = :hash")
                .param("hash", token.fingerprint())
                .query(Rows.of(Found.class))
                .optional();
    }

    /** All that still open live on from now. */
    void extend(UUID request) {
        jdbc.sql("""
                update asks.link set expires_at = greatest(expires_at, :expires)
                where request = :request and ended_at is null and expires_at > :now
                """)
                .param("request", request)
                .param("now", now())
                .param("expires", now().plus(time()))
                .update();
    }

    /** None of them opens anything any more. */
    void end(UUID request) {
        jdbc.sql("update asks.link set ended_at = :now where request = :request and ended_at is null")
                .param("request", request)
                .param("now", now())
                .update();
    }

    OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private Duration time() {
        return Duration.ofDays(settings.value(AsksConfig.LINK_DAYS));
    }
}
