package org.opensocialnet.messaging;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.opensocialnet.web.Language;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Kinds as the rooms above declare them, with the template of the test letter. */
@TestConfiguration(proxyBeanMethods = false)
class SampleLetters {

    static final LetterFamily NEWS = new LetterFamily("messaging.news", t -> t.of("messaging.test.name"), true);

    @Bean
    LetterKind wayIn() {
        return new LetterKind(
                "messaging.way-in",
                t -> t.of("messaging.test.name"),
                "messaging/mail/test",
                Duration.ofMinutes(30),
                3,
                Set.of("machine"),
                Set.of("machine"),
                null);
    }

    @Bean
    LetterKind news() {
        return new LetterKind(
                "messaging.news",
                t -> t.of("messaging.test.name"),
                "messaging/mail/test",
                Duration.ofDays(3),
                100,
                Set.of("machine"),
                Set.of(),
                NEWS);
    }

    static Letter wayIn(String to, String machine) {
        return new Letter("messaging.way-in", to, Language.GREEK, null, null, Map.of("machine", machine));
    }

    static Letter news(String to, String machine) {
        return new Letter("messaging.news", to, Language.ENGLISH, null, null, Map.of("machine", machine));
    }
}
