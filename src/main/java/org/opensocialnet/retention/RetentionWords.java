package org.opensocialnet.retention;

import org.opensocialnet.retention.Keeping.Unit;
import org.opensocialnet.web.Words;

/** Says for how long something is kept. */
final class RetentionWords {

    private RetentionWords() {}

    static String time(Unit unit, int time, Words t) {
        return switch (unit) {
            case DAYS -> t.of("retention.days", time);
            case YEARS -> t.of("retention.years", time);
        };
    }
}
