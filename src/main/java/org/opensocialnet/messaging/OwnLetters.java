package org.opensocialnet.messaging;

import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The letters this room itself knows of. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OutboxSettings.class)
class OwnLetters {

    static final String TEST = "messaging.test";

    /** What {@code ./run test-mail} sends. */
    @Bean
    LetterKind testLetter() {
        return LetterKind.needed(TEST, t -> t.of("messaging.test.name"), Duration.ofHours(1))
                .with("machine");
    }
}
