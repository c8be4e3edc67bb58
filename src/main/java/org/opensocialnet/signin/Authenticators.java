package org.opensocialnet.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.database.Keyring;
import org.opensocialnet.database.Strongbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The second step: the app that makes codes, and codes on paper for the day the phone is lost. In the sight "sign-in".
 * What app and we share lies closed in the database; the key does not lie there.
 */
@Component
@Transactional
class Authenticators {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int CODES = 8;

    private final JdbcClient jdbc;
    private final Strongbox box;
    private final Clock clock;

    Authenticators(JdbcClient jdbc, Keyring keyring, Clock clock) {
        this.jdbc = jdbc;
        this.box = keyring.box("signin");
        this.clock = clock;
    }

    static byte[] newSecret() {
        var secret = new byte[20];
        RANDOM.nextBytes(secret);
        return secret;
    }

    /** A member's secret as it may lie somewhere. */
    byte[] close(UUID member, byte[] secret) {
        return box.close(member.toString(), secret);
    }

    /** None where this machine lacks the key. */
    Optional<byte[]> open(UUID member, byte[] closed) {
        return box.open(member.toString(), closed);
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
        jdbc.sql("delete from signin.reset where member = :member")
                .param("member", member)
                .update();
        jdbc.sql("""
                insert into signin.authenticator (member, secret, key, last_step, confirmed_at)
                values (:member, :secret, :key, :step, :now)
                on conflict (member) do update
                set secret = :secret, key = :key, last_step = :step, confirmed_at = :now
                """)
                .param("member", member)
                .param("secret", close(member, secret))
                .param("key", box.key())
                .param("step", step.getAsLong())
                .param("now", now())
                .update();
        return true;
    }

    /** Whether the app shows this code now and it was not used before: of two who send it at once, one gets in. */
    boolean accepts(UUID member, String typed) {
        var secret = jdbc.sql("select member, secret, key from signin.authenticator where member = :member")
                .param("member", member)
                .query((row, _) -> lying(row))
                .optional()
                .flatMap(this::opened);
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

    /** A secret as it lies; without a key, as releases before this one left it. */
    private record Lying(
            UUID member, byte[] secret, @Nullable String key) {}

    private static Lying lying(ResultSet row) throws SQLException {
        return new Lying(row.getObject("member", UUID.class), row.getBytes("secret"), row.getString("key"));
    }

    private Optional<byte[]> opened(Lying lying) {
        return lying.key() == null ? Optional.of(lying.secret()) : open(lying.member(), lying.secret());
    }

    /** Closes some secrets that lie open or under an older key; answers how many. */
    int closeSome() {
        var some = jdbc.sql("""
                select member, secret, key from signin.authenticator
                where key is null or key <> :key and key in (:keys)
                limit 100
                for update
                """)
                .param("key", box.key())
                .param("keys", box.opening())
                .query((row, _) -> lying(row))
                .list();
        some.forEach(lying -> jdbc.sql("""
                        update signin.authenticator set secret = :secret, key = :key where member = :member
                        """)
                .param("secret", close(lying.member(), opened(lying).orElseThrow()))
                .param("key", box.key())
                .param("member", lying.member())
                .update());
        return some.size();
    }

    /** How many this machine cannot open, because it lacks their key. */
    int locked() {
        return jdbc.sql("select count(*) from signin.authenticator where key not in (:keys)")
                .param("keys", box.opening())
                .query(Integer.class)
                .single();
    }

    /** Where the keys of this machine lie. */
    String keys() {
        return box.where();
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

    /** How many codes on paper are left. */
    int recoveryCodesLeft(UUID member) {
        return jdbc.sql("select count(*) from signin.recovery_code where member = :member and used_at is null")
                .param("member", member)
                .query(Integer.class)
                .single();
    }

    /** Takes app and codes away; from now on a new app is set up by the link of a letter alone. */
    void reset(UUID member) {
        jdbc.sql("""
                with app as (delete from signin.authenticator where member = :member),
                     codes as (delete from signin.recovery_code where member = :member)
                insert into signin.reset (member, at) values (:member, :now)
                on conflict (member) do update set at = :now
                """).param("member", member).param("now", now()).update();
    }

    boolean wasReset(UUID member) {
        return jdbc.sql("select exists (select from signin.reset where member = :member)")
                .param("member", member)
                .query(Boolean.class)
                .single();
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
