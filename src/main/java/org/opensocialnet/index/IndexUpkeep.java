package org.opensocialnet.index;

import org.opensocialnet.directory.DirectoryChanged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Looks for changes: at once when this program made them, every few seconds for those of others. A command leaves it
 * to the server, whose index it would find locked.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "osn.search.upkeep", matchIfMissing = true)
class IndexUpkeep {

    private static final Logger LOG = LoggerFactory.getLogger(IndexUpkeep.class);

    private final Index index;

    IndexUpkeep(Index index) {
        this.index = index;
    }

    @ApplicationModuleListener
    void on(DirectoryChanged event) {
        index.refresh();
    }

    @Scheduled(fixedDelayString = "${osn.search.poll:5s}", initialDelayString = "${osn.search.poll:5s}")
    void look() {
        try {
            index.look();
        } catch (RuntimeException failed) {
            LOG.warn("the index could not be brought up to date, it will be tried again: {}", failed.toString());
        }
    }
}
