package org.opensocialnet.messaging;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the outbox works, for whoever runs the machines: {@code osn.letters.…}.
 *
 * @param poll how often it is looked through for letters of other nodes and for those to try again
 * @param lease how long one try may take before another node takes over
 * @param tries how often a letter is tried before it is given up
 * @param keyFile the key that seals letters, where several nodes share one; else one in the data directory
 */
@ConfigurationProperties("osn.letters")
record OutboxSettings(
        @DefaultValue("5s") Duration poll,
        @DefaultValue("10m") Duration lease,
        @DefaultValue("16") int tries,
        @Nullable Path keyFile) {}
