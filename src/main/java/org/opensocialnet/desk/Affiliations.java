package org.opensocialnet.desk;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.opensocialnet.access.Members;
import org.springframework.stereotype.Component;

/** Who may choose between several organisations. Remembered for a moment, for every page asks. */
@Component
class Affiliations {

    private static final Duration MOMENT = Duration.ofMinutes(1);

    private final Members members;
    private final Briefly<UUID, Boolean> several;

    Affiliations(Members members, Clock clock) {
        this.members = members;
        this.several = new Briefly<>(clock, MOMENT);
    }

    boolean several(UUID member) {
        return several.get(member, id -> members.memberships(id).size() > 1);
    }
}
