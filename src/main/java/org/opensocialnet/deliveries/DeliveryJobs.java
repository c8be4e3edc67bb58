package org.opensocialnet.deliveries;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import org.opensocialnet.database.JobBook;
import org.opensocialnet.database.Sight;
import org.opensocialnet.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Every morning receivers who have not said what came are asked once more. */
@Component
@ConditionalOnWebApplication
class DeliveryJobs {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryJobs.class);
    private static final int AT_ONCE = 500;

    private final HandoverActs acts;
    private final Settings settings;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final JobBook jobs;
    private final Clock clock;

    DeliveryJobs(
            HandoverActs acts,
            Settings settings,
            JdbcClient jdbc,
            TransactionOperations transactions,
            JobBook jobs,
            Clock clock) {
        this.acts = acts;
        this.settings = settings;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Scheduled(cron = "${osn.deliveries.cron:0 15 9 * * *}", zone = "Europe/Athens")
    void everyMorning() {
        jobs.run("deliveries.every-morning", () -> {
            Sight.job("delivery-reminders").run(this::remind);
            return true;
        });
    }

    /** Each is asked again once; what fails is asked the next morning. */
    void remind() {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var due = transactions.execute(_ -> jdbc.sql("""
                select id from deliveries.handover
                where state = 'handed' and handed_at < :before and reminded_at is null
                order by handed_at, id
                limit :most
                """)
                .param("before", now.minus(Duration.ofDays(settings.value(DeliveriesConfig.PATIENCE))))
                .param("most", AT_ONCE)
                .query(UUID.class)
                .list());
        int sent = 0;
        for (var id : due) {
            sent += Boolean.TRUE.equals(transactions.execute(_ -> {
                        jdbc.sql("update deliveries.handover set reminded_at = :now where id = :id")
                                .param("now", now)
                                .param("id", id)
                                .update();
                        return acts.ask(id);
                    }))
                    ? 1
                    : 0;
        }
        if (sent > 0) {
            LOG.atInfo().addKeyValue("letters", sent).log("receivers asked once more");
        }
    }
}
