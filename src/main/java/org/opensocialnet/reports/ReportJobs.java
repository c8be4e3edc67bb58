package org.opensocialnet.reports;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.opensocialnet.database.JobBook;
import org.opensocialnet.database.Sight;
import org.opensocialnet.settings.Setting;
import org.opensocialnet.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Forgets readers' addresses and old reports, every night. */
@Component
@ConditionalOnWebApplication
class ReportJobs {

    private static final Logger LOG = LoggerFactory.getLogger(ReportJobs.class);

    /** An address is forgotten after so long in any case: whom nobody answered by then waits for no answer. */
    static final Duration LONGEST = Duration.ofDays(180);

    private final Settings settings;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final JobBook jobs;
    private final Clock clock;

    ReportJobs(Settings settings, JdbcClient jdbc, TransactionOperations transactions, JobBook jobs, Clock clock) {
        this.settings = settings;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Scheduled(cron = "${osn.reports.cron:0 20 4 * * *}", zone = "Europe/Athens")
    void everyNight() {
        jobs.run("reports.every-night", () -> {
            Sight.job("retention").run(this::forget);
            return true;
        });
    }

    void forget() {
        transactions.executeWithoutResult(_ -> {
            var now = clock.instant().atOffset(ZoneOffset.UTC);
            int readers = jdbc.sql("""
                            delete from reports.reader e
                            using reports.report r
                            where r.id = e.report
                              and (r.state in ('answered', 'closed') and r.changed_at < :settled
                                   or r.reported_at < :longest)
                            """)
                    .param("settled", now.minus(days(ReportsConfig.READERS_KEPT)))
                    .param("longest", now.minus(LONGEST))
                    .update();
            int proofs = jdbc.sql("delete from reports.proof where expires_at < :now")
                    .param("now", now)
                    .update();
            int reports = jdbc.sql("""
                            delete from reports.report
                            where state in ('answered', 'closed') and changed_at < :before
                            """)
                    .param("before", now.minus(days(ReportsConfig.REPORTS_KEPT)))
                    .update();
            if (readers + proofs + reports > 0) {
                LOG.atInfo()
                        .addKeyValue("readers", readers)
                        .addKeyValue("proofs", proofs)
                        .addKeyValue("reports", reports)
                        .log("reports tidied up");
            }
        });
    }

    private Duration days(Setting<Integer> setting) {
        return Duration.ofDays(settings.value(setting));
    }
}
