package org.opensocialnet.registry;

import java.time.Clock;
import java.time.Duration;
import org.opensocialnet.database.JobBook;
import org.opensocialnet.database.Sight;
import org.opensocialnet.people.Pairs;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Every night each organisation's people are compared with each other, and it is learnt anew how records of one person
 * differ: for the pairs that wait in the morning, and for whoever is registered during the day.
 */
@Component
@ConditionalOnWebApplication
class DoublesAtNight {

    private static final Duration A_NIGHT = Duration.ofHours(6);

    private final Pairs pairs;
    private final JobBook jobs;
    private final Clock clock;

    DoublesAtNight(Pairs pairs, JobBook jobs, Clock clock) {
        this.pairs = pairs;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** A node that comes second finds it done; what takes more than a night goes on in the next. */
    @Scheduled(cron = "${osn.people.doubles.cron:0 40 1 * * *}", zone = "Europe/Athens")
    void atNight() {
        jobs.run("registry.at-night", () -> {
            var work = Sight.job("people-doubles");
            var waiting =
                    work.call(() -> pairs.notLookedThroughSince(clock.instant().minus(A_NIGHT)));
            waiting.forEach(organization -> work.run(() -> pairs.learnAndLook(organization)));
            return true;
        });
    }
}
