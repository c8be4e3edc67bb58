package org.opensocialnet.index;

import org.opensocialnet.database.JobBook;
import org.opensocialnet.directory.DirectoryChanged;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Looks for changes: at once when this program made them, every few seconds for those of others. A command leaves it
 * to the server, whose index it would find locked.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "osn.search.upkeep", matchIfMissing = true)
class IndexUpkeep implements ApplicationRunner {

    private final Index index;
    private final IndexSettings settings;
    private final JobBook jobs;

    IndexUpkeep(Index index, IndexSettings settings, JobBook jobs) {
        this.index = index;
        this.settings = settings;
        this.jobs = jobs;
        index.expect();
    }

    /** After everything else that fills the directory at a start. */
    @Override
    public void run(ApplicationArguments arguments) {
        index.settle(settings.patience());
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(DirectoryChanged event) {
        index.refreshSoon();
    }

    @Scheduled(fixedDelayString = "${osn.search.poll:5s}", initialDelayString = "${osn.search.poll:5s}")
    void look() {
        jobs.run("index.look", () -> {
            index.refreshSoon();
            return true;
        });
    }

    /** For {@code /health/ready}: a balancer sends readers here once they can be answered. */
    @Bean
    HealthIndicator indexHealthIndicator() {
        return () -> (index.preparing().isPresent() ? Health.outOfService() : Health.up()).build();
    }
}
