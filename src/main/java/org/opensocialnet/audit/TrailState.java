package org.opensocialnet.audit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.database.Sight;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** How the trail is: for the program's health, for figures, and for the desk. Asked outside of transactions. */
@Component
public class TrailState implements HealthIndicator {

    private final JdbcClient jdbc;
    private final TrailVerification verification;
    private final TransactionTemplate transaction;
    private final Clock clock;

    /**
     * The trail at one moment.
     *
     * @param waiting lines that are not sealed yet
     * @param oldest when the oldest of them was written
     * @param closedDay the last day that is closed, and its hash
     * @param removedAt when retention took something away last
     */
    public record Now(
            long waiting,
            @Nullable Instant oldest,
            @Nullable LocalDate closedDay,
            @Nullable String closing,
            @Nullable Instant removedAt,
            long removedLines) {}

    TrailState(
            JdbcClient jdbc,
            TrailVerification verification,
            PlatformTransactionManager transactions,
            Clock clock,
            ObjectProvider<MeterRegistry> meters) {
        this.jdbc = jdbc;
        this.verification = verification;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        meters.ifAvailable(registry -> {
            Gauge.builder("osn.trail.sound", () -> sound().orElse(true) ? 1 : 0)
                    .description("whether the last verification found the trail as it was sealed")
                    .register(registry);
            Gauge.builder("osn.trail.waiting.seconds", this::waitingSeconds)
                    .description("age of the oldest line that is not sealed yet")
                    .register(registry);
        });
    }

    /** How it is now. */
    public Now now() {
        return Sight.job("trail-state").call(() -> transaction.execute(_ -> read()));
    }

    private Now read() {
        return jdbc.sql("""
                with head as (select xact, act from audit.link order by day desc, number desc limit 1),
                     waiting as (select count(*) as lines, min(a.at) as oldest
                                 from audit.act a
                                 where (a.xact, a.id) > (coalesce((select xact from head), '0'),
                                                         coalesce((select act from head), '00000000-0000-0000-0000-000000000000'))),
                     closed as (select day, encode(closing, 'hex') as closing from audit.day order by day desc limit 1),
                     removed as (select max(at) as at, coalesce(sum(lines), 0) as lines
                                 from audit.removal
                                 where part <> 'chain'
                                   and at = (select max(at) from audit.removal where part <> 'chain'))
                select waiting.lines, waiting.oldest, closed.day, closed.closing, removed.at, removed.lines as removed
                from waiting cross join removed left join closed on true
                """)
                .query((row, _) -> new Now(
                        row.getLong("lines"),
                        instant(row.getObject("oldest", OffsetDateTime.class)),
                        row.getObject("day", LocalDate.class),
                        row.getString("closing"),
                        instant(row.getObject("at", OffsetDateTime.class)),
                        row.getLong("removed")))
                .single();
    }

    /** Down once a verification found trouble, until one finds none. */
    @Override
    public Health health() {
        return (sound().orElse(true) ? Health.up() : Health.down()).build();
    }

    private Optional<Boolean> sound() {
        return verification.latest().map(TrailVerification.Result::sound);
    }

    private double waitingSeconds() {
        var oldest = now().oldest();
        return oldest == null ? 0 : Duration.between(oldest, clock.instant()).toMillis() / 1000.0;
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
