package org.opensocialnet.search;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The demo city on a Saturday at half past one in Athens. */
@TestConfiguration(proxyBeanMethods = false)
public class DemoCity {

    public static final Instant SATURDAY = Instant.parse("2026-11-21T11:30:00Z");

    @Bean
    @Primary
    Clock saturday() {
        return Clock.fixed(SATURDAY, ZoneId.of("Europe/Athens"));
    }
}
