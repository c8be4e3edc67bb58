package org.opensocialnet.audit;

import java.time.LocalDate;

/**
 * A day of the trail is over. Whoever keeps the hash in another place can prove later that nothing of the day, and
 * nothing before it, was changed or taken away.
 */
public record TrailDayClosed(LocalDate day, int lines, String hash) {}
