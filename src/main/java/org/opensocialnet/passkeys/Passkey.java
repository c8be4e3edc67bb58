package org.opensocialnet.passkeys;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One key on a device of a member, as its owner sees it.
 *
 * @param name what the owner calls it
 * @param copied whether the device's maker keeps a copy, so that a lost device does not lose the key
 * @param usedAt when somebody signed in with it last
 */
record Passkey(
        UUID id,
        String name,
        boolean copied,
        Instant addedAt,
        @Nullable Instant usedAt) {}
