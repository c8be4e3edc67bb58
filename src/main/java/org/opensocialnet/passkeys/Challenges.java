package org.opensocialnet.passkeys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.database.Sight;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What a device is asked to sign: chance, an hour of death, and a seal over both and what it is for. So nothing is kept
 * for strangers who only look at the page; kept is, until it would have died, what was signed, so that it is signed once.
 */
@Component
class Challenges {

    static final Duration LIFE = Duration.ofMinutes(10);

    private static final String SEAL = "HmacSHA256";
    private static final int CHANCE = 24;
    private static final int SEALED = CHANCE + Long.BYTES;
    private static final int WHOLE = SEALED + 32;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private volatile byte @Nullable [] key;

    Challenges(JdbcClient jdbc, TransactionOperations transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param purpose the ceremony, and whose it is where somebody is signed in */
    Bytes next(String purpose) {
        var chance = new byte[CHANCE];
        random.nextBytes(chance);
        var open = ByteBuffer.allocate(SEALED)
                .put(chance)
                .putLong(clock.instant().plus(LIFE).toEpochMilli())
                .array();
        return new Bytes(ByteBuffer.allocate(WHOLE)
                .put(open)
                .put(seal(purpose, open, key()))
                .array());
    }

    /** Whether we asked this for this purpose, and not long ago. */
    boolean isOurs(String purpose, Bytes challenge) {
        var bytes = challenge.getBytes();
        if (bytes.length != WHOLE) {
            return false;
        }
        var open = Arrays.copyOf(bytes, SEALED);
        return MessageDigest.isEqual(seal(purpose, open, key()), Arrays.copyOfRange(bytes, SEALED, WHOLE))
                && clock.millis() < ByteBuffer.wrap(open, CHANCE, Long.BYTES).getLong();
    }

    /** Whether nobody has answered it yet; from now on somebody has. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean spend(Bytes challenge) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql("delete from passkeys.spent where until < :now")
                .param("now", now)
                .update();
        return jdbc.sql("""
                insert into passkeys.spent (challenge, until) values (:challenge, :until)
                on conflict (challenge) do nothing
                """)
                        .param("challenge", challenge.getBytes())
                        .param("until", now.plus(LIFE))
                        .update()
                == 1;
    }

    /** One for all nodes, made with the tables. */
    private byte[] key() {
        if (key == null) {
            Sight.job("passkey")
                    .run(() -> key = transactions.execute(_ -> jdbc.sql("select key from passkeys.seal")
                            .query(byte[].class)
                            .single()));
        }
        return Objects.requireNonNull(key);
    }

    private static byte[] seal(String purpose, byte[] open, byte[] key) {
        try {
            var mac = Mac.getInstance(SEAL);
            mac.init(new SecretKeySpec(key, SEAL));
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(open);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
