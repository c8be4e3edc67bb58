package org.opensocialnet.deliveries;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.opensocialnet.database.Sight;
import org.opensocialnet.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The receiver's way in, one for each hand-over: on the delivery note as a QR code and in the letter. The database keeps its
 * fingerprint; the program makes it again from a key outside of it, so that a note can be printed twice.
 */
@Component
class ReceiverLinks {

    static final String PATH = "/received/";
    static final Duration GOOD_FOR = Duration.ofDays(30);

    private static final int LONGEST = 100;

    private final Vault vault;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;

    ReceiverLinks(Vault vault, JdbcClient jdbc, TransactionOperations transactions, Clock clock) {
        this.vault = vault;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    private record Known(int round, byte[] hash, OffsetDateTime expiresAt) {}

    /** A new one, in the caller's transaction; the one before it opens nothing any more. */
    void make(UUID handover) {
        int round = known(handover).map(Known::round).orElse(0) + 1;
        jdbc.sql("""
                insert into deliveries.link (handover, round, hash, expires_at) values (:handover, :round, :hash, :expires)
                on conflict (handover) do update
                set round = excluded.round, hash = excluded.hash, expires_at = excluded.expires_at
                """)
                .param("handover", handover)
                .param("round", round)
                .param("hash", hash(token(handover, round)))
                .param("expires", now().plus(GOOD_FOR))
                .update();
    }

    /** Its path, without language; none where it has expired, or the key it was made of was changed. */
    Optional<String> path(UUID handover) {
        return known(handover)
                .filter(link -> link.expiresAt().isAfter(now()))
                .filter(link -> Arrays.equals(link.hash(), hash(token(handover, link.round()))))
                .map(link -> PATH + token(handover, link.round()));
    }

    /** Which hand-over a link opens; looked up before anybody knows whose eyes to take. */
    Optional<UUID> find(String token) {
        return token.length() > LONGEST
                ? Optional.empty()
                : Sight.job("delivery-link")
                        .call(() -> transactions.execute(_ -> jdbc.sql("""
                                select handover from deliveries.link where hash = :hash and expires_at > :now
                                """)
                                .param("hash", hash(token))
                                .param("now", now())
                                .query(UUID.class)
                                .optional()));
    }

    private Optional<Known> known(UUID handover) {
        return jdbc.sql("select round, hash, expires_at from deliveries.link where handover = :handover")
                .param("handover", handover)
                .query((row, _) -> new Known(
                        row.getInt("round"), row.getBytes("hash"), row.getObject("expires_at", OffsetDateTime.class)))
                .optional();
    }

    private String token(UUID handover, int round) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(vault.derived("deliveries.link"), "HmacSHA256"));
            var bytes = mac.doFinal((handover + " " + round).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
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
