package org.opensocialnet.settings;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who changed which setting and when, the newest first; readable under the purpose "settings". */
@Component
public class SettingHistory {

    private final Shelf shelf;

    SettingHistory(Shelf shelf) {
        this.shelf = shelf;
    }

    /** A page of changes; before: the last line of the page before. */
    @Transactional(readOnly = true)
    public List<Line> page(@Nullable UUID before, int atMost) {
        return shelf.history(before, Math.min(atMost, 200));
    }

    /**
     * One change.
     *
     * @param before what held, as typed; none for a secret
     * @param after what holds since; none for a secret, and where the program's own value was let hold again
     */
    public record Line(
            UUID id,
            Instant at,
            String key,
            @Nullable UUID member,
            String role,
            boolean secret,
            @Nullable String before,
            @Nullable String after) {}
}
