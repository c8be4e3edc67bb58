package org.opensocialnet.index;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the index is kept, in memory or among the program's files, how often it looks for changes, and how long a start
 * waits for it.
 */
@ConfigurationProperties("osn.search")
record IndexSettings(
        @DefaultValue("false") boolean inMemory,
        @DefaultValue("5s") Duration poll,
        @DefaultValue("2s") Duration patience) {}
