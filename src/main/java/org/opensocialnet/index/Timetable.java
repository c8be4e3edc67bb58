package org.opensocialnet.index;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Tells when the points of services are open between two times, with holidays and notices taken in. */
interface Timetable {

    /** By the id of the point: a service at a location, or the service itself where it has no place. */
    Map<UUID, Opening> of(Collection<UUID> services, Instant from, Instant until);
}
