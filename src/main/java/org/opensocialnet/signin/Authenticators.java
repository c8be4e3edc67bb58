package org.opensocialnet.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The second step: the app that makes codes, and codes on paper for the day the phone is lost. In the sight "sign-in". */
@Component
@Transactional
class Authenticators {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int CODES = 8;

    private final JdbcClient jdbc;
    private final Clock clock;

    Authenticators(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    static byte[] newSecret() {
        var secret = new byte[20];
        RANDOM.nextBytes(secret);
        return secret;
    }

    boolean has(UUID member) {
        return jdbc.sql("select exists (select from signin.authenticator where member = :member)")
                .param("member", member)
                .query(Boolean.class)
                .single();
    }

    /** Takes up an app that has just shown a right code; its code does not work a second time. */
    boolean confirm(UUID member, byte[] secret, String typed) {
        var step = Totp.stepOf(typed, secret, clock.instant());
        if (step.isEmpty()) {
            return false;
        }
        jdbc.sql("""
                insert into signin.authenticator (member, secret, last_step, confirmed_at)
                values (:member, :secret, :step, :now)
                on conflict (member) do update set secret = :secret, last_step = :step, confirmed_at = :now
                """)
                .param("member", member)
                .param("secret", secret)
                .param("step", step.getAsLong())
                .param("now", now())
                .update();
        return true;
    }

    /** Whether the app shows this code now and it was not used before: of two who send it at once, one gets in. */
    boolean accepts(UUID member, String typed) {
        var secret = jdbc.sql("select secret from signin.authenticator where member = :member")
                .param("member", member)
                .query(byte[].class)
                .optional();
        var step = secret.map(key -> Totp.stepOf(typed, key, clock.instant()));
        return step.isPresent()
                && step.get().isPresent()
                && jdbc.sql("""
                        update signin.authenticator set last_step = :step
                        where member = :member and last_step < :step
                        """)
                                .param("member", member)
                                .param("step", step.get().getAsLong())
                                .update()
                        == 1;
    }

    /** New codes on paper; those before them end. Shown once, kept as fingerprints: each has 120 bits of chance. */
    List<String> newRecoveryCodes(UUID member) {
        jdbc.sql("delete from signin.recovery_code where member = :member")
                .param("member", member)
                .update();
        var codes = new ArrayList<String>();
        for (int number = 0; number < CODES; number++) {
            var bytes = new byte[15];
            RANDOM.nextBytes(bytes);
            var code = Totp.base32(bytes);
            jdbc.sql("insert into signin.recovery_code (member, hash) values (:member, :hash)")
                    .param("member", member)
                    .param("hash", hash(code))
                    .update();
            codes.add(String.join("-", code.split("(?<=\\G.{4})")));
        }
        return codes;
    }

    boolean useRecoveryCode(UUID member, String typed) {
        return jdbc.sql("""
                update signin.recovery_code set used_at = :now
                where member = :member and hash = :hash and used_at is null
                """)
                        .param("member", member)
                        .param("hash", hash(typed))
                        .param("now", now())
                        .update()
                == 1;
    }

    static byte[] hash(String code) {
        try {
            var plain = code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z2-7]", "");
            return MessageDigest.getInstance("SHA-256").digest(plain.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
