package org.opensocialnet.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Links that let somebody choose a password, once and for a short time. Known by fingerprint only. In the sight "sign-in". */
@Component
@Transactional
class Links {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Clock clock;

    Links(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a link is for, and for how long. */
    enum Purpose {
        FIRST_ENTRY("first-entry", Duration.ofDays(7)),
        FORGOTTEN("forgotten", Duration.ofHours(1)),
        NEW_APP("new-app", Duration.ofDays(1));

        private final String code;
        private final Duration goodFor;

        Purpose(String code, Duration goodFor) {
            this.code = code;
            this.goodFor = goodFor;
        }

        String code() {
            return code;
        }

        Duration goodFor() {
            return goodFor;
        }
    }

    /** A new link's path, without language; those before it end. One for a new app and one for a password do not meet. */
    String make(UUID member, Purpose purpose) {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        end(member, purpose);
        jdbc.sql("delete from signin.link where expires_at < :now")
                .param("now", now())
                .update();
        jdbc.sql("""
                insert into signin.link (hash, member, purpose, expires_at)
                values (:hash, :member, :purpose, :expires_at)
                """)
                .param("hash", hash(token))
                .param("member", member)
                .param("purpose", purpose.code())
                .param("expires_at", now().plus(purpose.goodFor()))
                .update();
        return (purpose == Purpose.NEW_APP ? NewAppPages.PATH : LinkPages.PATH) + "/" + token;
    }

    /** Ends a member's links for a new app, or those for a password. */
    void end(UUID member, Purpose purpose) {
        jdbc.sql("delete from signin.link where member = :member and (purpose = 'new-app') = :app")
                .param("member", member)
                .param("app", purpose == Purpose.NEW_APP)
                .update();
    }

    /** Whose link for a new app, or for a password, it is; none where it was used, is too old or never was. */
    Optional<UUID> member(String token, boolean app) {
        return jdbc.sql("""
                select member from signin.link
                where hash = :hash and used_at is null and expires_at > :now and (purpose = 'new-app') = :app
                """)
                .param("hash", hash(token))
                .param("app", app)
                .param("now", now())
                .query(UUID.class)
                .optional();
    }

    /** Uses it up; of two at once, one. */
    boolean use(String token) {
        return jdbc.sql("""
                update signin.link set used_at = :now
                where hash = :hash and used_at is null and expires_at > :now and purpose <> 'new-app'
                """).param("hash", hash(token)).param("now", now()).update() == 1;
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
