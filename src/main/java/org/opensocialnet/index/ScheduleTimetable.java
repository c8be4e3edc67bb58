package org.opensocialnet.index;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads the schedules of points. */
@Component
class ScheduleTimetable implements Timetable {

    @Override
    public Map<UUID, Opening> of(Collection<UUID> services, Instant from, Instant until) {
        return Map.of();
    }
}
