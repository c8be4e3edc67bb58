package org.opensocialnet.access;

import java.util.Optional;
import java.util.UUID;

/**
 * Says, as a bean of the room that keeps this, whose protected records a member may read for a few minutes because
 * somebody is in danger. The gate asks it when a record is not the own organisation's: it then reads with that
 * organisation's eyes, and each reading is noted.
 */
public interface OpenGlass {

    /** What the member of the sight that holds here has open now. */
    Optional<Opened> of(UUID member);

    /** The organisation whose records are open, and the reason's code for the trail. */
    record Opened(UUID organization, String why) {}
}
