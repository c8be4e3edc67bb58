package org.opensocialnet.evidence;

import java.time.Clock;
import java.time.LocalDate;
import org.opensocialnet.database.JobBook;
import org.opensocialnet.database.Sight;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks at today and at a month ago before somebody asks, so that nobody waits and cards know what is new. */
@Component
@ConditionalOnWebApplication
class EvidenceJobs {

    private final Evidence evidence;
    private final OpenMonths months;
    private final JobBook jobs;
    private final Clock clock;

    EvidenceJobs(Evidence evidence, OpenMonths months, JobBook jobs, Clock clock) {
        this.evidence = evidence;
        this.months = months;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${osn.evidence.look:15m}", initialDelayString = "${osn.evidence.first-look:2m}")
    void look() {
        jobs.run(
                "evidence.look",
                () -> Sight.job("evidence").call(() -> {
                    var today = LocalDate.now(clock);
                    evidence.at(today.minusDays(Evidence.DAYS));
                    evidence.at(today);
                    evidence.forget();
                    return months.tellWhatIsOver();
                }));
    }
}
