package org.opensocialnet.safeguards;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.opensocialnet.database.Sight;
import org.opensocialnet.workspace.Workplace.Lookout;
import org.opensocialnet.workspace.Workplace.Warning;
import org.springframework.stereotype.Component;

/** Says above every page of the desk that the glass is broken, and for how much longer. */
@Component
class GlassLookout implements Lookout {

    private final Glasses glasses;
    private final Clock clock;

    GlassLookout(Glasses glasses, Clock clock) {
        this.glasses = glasses;
        this.clock = clock;
    }

    @Override
    public Optional<Warning> warning() {
        var sight = Sight.current();
        if (sight == null || sight.member() == null || sight.organization() == null) {
            return Optional.empty();
        }
        return glasses.open(sight.member()).map(glass -> {
            var minutes = Math.max(
                    1,
                    Duration.between(clock.instant(), glass.expiresAt())
                            .plusSeconds(59)
                            .toMinutes());
            return new Warning(
                    t -> t.of("safeguards.banner", minutes), GlassPages.PATH, t -> t.of("safeguards.banner.more"));
        });
    }
}
