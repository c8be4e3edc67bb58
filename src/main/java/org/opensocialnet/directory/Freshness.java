package org.opensocialnet.directory;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * When a record was last confirmed, as a sentence for readers: {@code t.of(freshness.key(), freshness.count())} says
 * "confirmed 3 weeks ago".
 *
 * @param count how many of the days, weeks, months or years the sentence speaks of
 * @param old it was confirmed so long ago, or never, that a reader should ring first
 */
public record Freshness(String key, long count, boolean old) {

    private static final int FULL_MONTHS = 6;
    private static final int NOTHING_MONTHS = 24;

    static Freshness of(@Nullable LocalDate confirmed, LocalDate today) {
        if (confirmed == null) {
            return new Freshness("directory.freshness.never", 0, true);
        }
        long days = Math.max(0, ChronoUnit.DAYS.between(confirmed, today));
        long months = ChronoUnit.MONTHS.between(confirmed, today);
        boolean old = months >= 12;
        if (days == 0) {
            return new Freshness("directory.freshness.today", 0, old);
        }
        if (days < 14) {
            return new Freshness("directory.freshness.days", days, old);
        }
        if (months < 2) {
            return new Freshness("directory.freshness.weeks", days / 7, old);
        }
        return months < 24
                ? new Freshness("directory.freshness.months", months, old)
                : new Freshness("directory.freshness.years", months / 12, old);
    }

    /** Full for six months, then falling evenly to nothing at two years. */
    static double share(@Nullable LocalDate confirmed, LocalDate today) {
        if (confirmed == null) {
            return 0;
        }
        var falls = confirmed.plusMonths(FULL_MONTHS);
        var nothing = confirmed.plusMonths(NOTHING_MONTHS);
        double left = ChronoUnit.DAYS.between(today, nothing);
        return Math.clamp(left / ChronoUnit.DAYS.between(falls, nothing), 0.0, 1.0);
    }
}
