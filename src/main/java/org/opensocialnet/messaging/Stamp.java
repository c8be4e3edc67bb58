package org.opensocialnet.messaging;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.opensocialnet.database.Sight;
import org.opensocialnet.mail.EmailAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Marks only this installation can make: an address as a number one can count by, and a signature under a link. The
 * secret is in the database, for every node must know it and all it protects is there too.
 */
@Component
class Stamp {

    private static final int LENGTH = 16;

    private final SecretKeySpec secret;

    Stamp(JdbcClient jdbc, PlatformTransactionManager transactions) throws Exception {
        this.secret = Sight.job("letters")
                .call(() -> new SecretKeySpec(
                        Objects.requireNonNull(new TransactionTemplate(transactions).execute(_ -> secret(jdbc))),
                        "HmacSHA256"));
    }

    private static byte[] secret(JdbcClient jdbc) {
        var fresh = new byte[32];
        new SecureRandom().nextBytes(fresh);
        jdbc.sql("insert into messaging.secret (secret) values (?) on conflict do nothing")
                .param(fresh)
                .update();
        return jdbc.sql("select secret from messaging.secret")
                .query((row, _) -> row.getBytes(1))
                .single();
    }

    /** The address as a number. */
    String of(EmailAddress address) {
        return mark("reader", address.comparable());
    }

    String sign(String what) {
        return mark("signature", what);
    }

    boolean isSigned(String what, String signature) {
        return MessageDigest.isEqual(
                sign(what).getBytes(StandardCharsets.US_ASCII), signature.getBytes(StandardCharsets.US_ASCII));
    }

    private String mark(String use, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            var whole = mac.doFinal((use + ":" + text).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, LENGTH));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
