package org.opensocialnet.messaging;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.web.Language;

/** A letter this node holds for one try; the lease says which try. */
record Held(
        UUID id,
        UUID lease,
        String kind,
        String address,
        String reader,
        String language,
        @Nullable UUID organization,
        @Nullable UUID about,
        byte[] sealed,
        Instant leftAt,
        Instant goodUntil,
        int tries,
        int unsure,
        boolean gathered) {

    Language languageLeft() {
        return Language.of(language).orElse(Language.GREEK);
    }
}
