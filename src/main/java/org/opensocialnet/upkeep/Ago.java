package org.opensocialnet.upkeep;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.opensocialnet.web.Words;
import org.springframework.stereotype.Component;

/** Says moments as colleagues do: "5 minutes ago", "21 November 2026, 14:05". */
@Component
class Ago {

    private final Clock clock;

    Ago(Clock clock) {
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    LocalDateTime here(Instant moment) {
        return LocalDateTime.ofInstant(moment, clock.getZone());
    }

    Instant at(LocalDateTime here) {
        return here.atZone(clock.getZone()).toInstant();
    }

    String words(Words t, Instant then) {
        long minutes = Duration.between(then, clock.instant()).toMinutes();
        if (minutes < 1) {
            return t.of("upkeep.ago.now");
        }
        if (minutes < 60) {
            return t.of("upkeep.ago.minutes", minutes);
        }
        return minutes < 60 * 24 ? t.of("upkeep.ago.hours", minutes / 60) : moment(t, then);
    }

    String moment(Words t, Instant then) {
        return t.moment(then);
    }
}
