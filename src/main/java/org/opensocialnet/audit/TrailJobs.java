package org.opensocialnet.audit;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import org.opensocialnet.database.JobBook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What a server does for the trail: seals every few seconds; at night verifies it and takes away what is too old. */
@Component
@ConditionalOnWebApplication
class TrailJobs {

    private static final Logger LOG = LoggerFactory.getLogger(TrailJobs.class);
    private static final int A_MONTH = 31;
    private static final Duration A_NIGHT = Duration.ofHours(6);

    private final Sealing sealing;
    private final TrailVerification verification;
    private final Retention retention;
    private final JobBook jobs;
    private final Clock clock;

    TrailJobs(Sealing sealing, TrailVerification verification, Retention retention, JobBook jobs, Clock clock) {
        this.sealing = sealing;
        this.verification = verification;
        this.retention = retention;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${osn.audit.seal:2s}", initialDelayString = "${osn.audit.seal:2s}")
    void seal() {
        jobs.run("audit.seal", sealing::seal);
    }

    /** Every night the last month, on Sundays all. A node that comes second finds it done. */
    @Scheduled(cron = "${osn.audit.cron:0 10 4 * * *}", zone = "Europe/Athens")
    void atNight() {
        jobs.run("audit.at-night", () -> {
            var done = verification
                    .latest()
                    .map(result -> result.at().plus(A_NIGHT).isAfter(clock.instant()));
            if (!done.orElse(false)) {
                verify();
            }
            retention.forget();
            return true;
        });
    }

    private void verify() {
        var today = LocalDate.ofInstant(clock.instant(), Chain.CITY);
        var from = today.getDayOfWeek() == DayOfWeek.SUNDAY ? TrailVerification.FIRST : today.minusDays(A_MONTH);
        var outcome = verification.verify(from, TrailVerification.LAST);
        if (outcome.findings().isEmpty()) {
            LOG.atInfo()
                    .addKeyValue("from", outcome.from())
                    .addKeyValue("lines", outcome.lines())
                    .log("the trail is sound");
        }
        outcome.findings()
                .forEach(finding -> LOG.atError()
                        .addKeyValue("day", finding.day())
                        .addKeyValue("number", finding.number())
                        .addKeyValue("trouble", finding.trouble().code())
                        .log("THE TRAIL IS NOT SOUND"));
    }
}
