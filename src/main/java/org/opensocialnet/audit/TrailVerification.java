package org.opensocialnet.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks whether the trail is as it was sealed, and keeps what was found. Called outside of transactions. */
@Component
public class TrailVerification {

    /** Days before which nothing was written and after which nothing will be, as PostgreSQL can hold them. */
    static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private static final Sight EYES = Sight.job("verification");

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate oneMoment;

    /**
     * What a verification found.
     *
     * @param trouble the first of its findings; none where the trail is sound
     */
    public record Result(
            Instant at,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            long lines,
            int findings,
            @Nullable Finding trouble) {

        public boolean sound() {
            return findings == 0;
        }
    }

    TrailVerification(JdbcClient jdbc, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.oneMoment = new TransactionTemplate(transactions);
        this.oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** Verifies the last days, as many as said. */
    public Result verifyLast(int days) {
        verify(LocalDate.ofInstant(clock.instant(), Chain.CITY).minusDays(days), LAST);
        return latest().orElseThrow();
    }

    /** The newest result, of whichever node. */
    public Optional<Result> latest() {
        return eyes(() -> jdbc.sql("""
                select at, first_day, last_day, lines, findings, trouble, day, number
                from audit.verification
                order by at desc, id desc
                limit 1
                """)
                .query((row, _) -> new Result(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class),
                        row.getLong("lines"),
                        row.getInt("findings"),
                        row.getString("trouble") == null
                                ? null
                                : new Finding(
                                        Finding.Trouble.valueOf(row.getString("trouble")),
                                        row.getObject("day", LocalDate.class),
                                        row.getInt("number"))))
                .optional());
    }

    TrailBook.Outcome verify(LocalDate from, LocalDate to) {
        return eyes(() -> {
            var outcome = new TrailBook(jdbc).verified(from, to);
            keep(outcome);
            return outcome;
        });
    }

    private void keep(TrailBook.Outcome outcome) {
        var first = outcome.findings().isEmpty() ? null : outcome.findings().getFirst();
        jdbc.sql("""
                insert into audit.verification (id, at, first_day, last_day, lines, findings, trouble, day, number)
                values (:id, :at, :from, :to, :lines, :findings, :trouble, :day, :number)
                """)
                .param("id", Uuid7.next())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("from", outcome.from())
                .param("to", outcome.to())
                .param("lines", outcome.lines())
                .param("findings", outcome.findings().size())
                .param("trouble", first == null ? null : first.trouble().name())
                .param("day", first == null ? null : first.day())
                .param("number", first == null ? null : first.number())
                .update();
    }

    private <T> T eyes(Supplier<T> work) {
        return EYES.call(() -> oneMoment.execute(_ -> work.get()));
    }
}
