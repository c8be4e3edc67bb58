package org.opensocialnet.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.opensocialnet.database.Sight;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Slows down whoever tries again and again, over all nodes: some tries at once, then one in a while. Counted by a number
 * made of the name, never by the name, in a table that cannot grow beyond its numbers.
 */
@Component
public class Attempts {

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;

    Attempts(JdbcClient jdbc, TransactionOperations transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** How often something may be tried: so many at once, then one each while. */
    public record Limit(String what, int atOnce, Duration each) {}

    /** Counts one try of somebody; false where it is one too many, which is not counted. */
    public boolean allow(Limit limit, String whose) {
        var allowed = new boolean[1];
        Sight.job("attempt").run(() -> transactions.executeWithoutResult(_ -> allowed[0] = count(limit, whose)));
        return allowed[0];
    }

    /** One statement, so that two nodes cannot both take the last try. */
    private boolean count(Limit limit, String whose) {
        var now = clock.instant();
        return jdbc.sql("""
                insert into access.attempt as a (what, bucket, until)
                values (:what, :bucket, cast(:now as timestamptz) + make_interval(secs => :each))
                on conflict (what, bucket) do update
                set until = greatest(a.until, :now) + make_interval(secs => :each)
                where a.until <= cast(:now as timestamptz) + make_interval(secs => :each * (:at_once - 1))
                """)
                        .param("what", limit.what())
                        .param("bucket", bucket(limit.what() + " " + whose))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("each", (double) limit.each().toSeconds())
                        .param("at_once", limit.atOnce())
                        .update()
                == 1;
    }

    private static int bucket(String name) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getInt() & 0xfffff;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
