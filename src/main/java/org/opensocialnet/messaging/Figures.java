package org.opensocialnet.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.opensocialnet.database.Sight;
import org.opensocialnet.mail.MailOffice;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** How the letters are, for machines: how many wait and how long, how many were given up, whether the server answers. */
@Component("mail")
@ConditionalOnWebApplication
class Figures implements MeterBinder, HealthIndicator {

    private static final Duration FRESH = Duration.ofSeconds(10);

    /** For so long a silent mail server is its own affair; then it becomes ours. */
    private static final Duration TOO_LONG = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Postman postman;
    private final MailOffice office;
    private final Clock clock;
    private Count last = new Count(Instant.EPOCH, 0, 0, 0);

    Figures(JdbcClient jdbc, PlatformTransactionManager transactions, Postman postman, MailOffice office, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.postman = postman;
        this.office = office;
        this.clock = clock;
    }

    /** What is counted; letters for a digest do not count as late. */
    record Count(Instant at, long waiting, long oldestSeconds, long dead) {}

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "osn.letters.waiting", "letters that wait to be sent", Count::waiting);
        gauge(registry, "osn.letters.oldest", "seconds the oldest of them waits", Count::oldestSeconds);
        gauge(registry, "osn.letters.dead", "letters that were given up and can be sent again", Count::dead);
    }

    private void gauge(MeterRegistry registry, String name, String what, ToDoubleFunction<Count> figure) {
        Gauge.builder(name, this, figures -> figure.applyAsDouble(figures.count()))
                .description(what)
                .register(registry);
    }

    @Override
    public Health health() {
        var trouble = postman.trouble();
        var broken = office.settings().isSet()
                && trouble != null
                && trouble.since().plus(TOO_LONG).isBefore(clock.instant());
        return (broken ? Health.down() : Health.up()).build();
    }

    /** Counted once for all who ask within some seconds. */
    synchronized Count count() {
        var now = clock.instant();
        if (last.at().plus(FRESH).isBefore(now)) {
            Sight.job("figures").run(() -> last = Objects.requireNonNull(transaction.execute(_ -> counted(now))));
        }
        return last;
    }

    private Count counted(Instant now) {
        return jdbc.sql("""
                select count(*) filter (where state in ('waiting', 'sending')) as waiting,
                       min(left_at) filter (where state in ('waiting', 'sending') and not gathered) as oldest,
                       count(*) filter (where state = 'dead' and sealed is not null) as dead
                from messaging.letter
                where state in ('waiting', 'sending') or state = 'dead' and sealed is not null
                """)
                .query((row, _) -> {
                    var oldest = row.getObject("oldest", OffsetDateTime.class);
                    return new Count(
                            now,
                            row.getLong("waiting"),
                            oldest == null
                                    ? 0
                                    : Duration.between(oldest, now.atOffset(ZoneOffset.UTC))
                                            .toSeconds(),
                            row.getLong("dead"));
                })
                .single();
    }
}
