package org.opensocialnet.evidence;

import org.jspecify.annotations.Nullable;

/**
 * How much of something a service has, as it counted it last.
 *
 * @param group for whom; empty where it is for all whom the service is for
 * @param maximum none where nobody said it
 * @param full on how many of the days that are known nothing was free
 * @param open on how many of the picture's days it is open; none where nobody said when that is
 */
public record Counter(
        String service,
        String group,
        String unit,
        double available,
        @Nullable Double maximum,
        int full,
        int known,
        @Nullable Integer open) {

    /** What it has a day on average of so many days: what is shut has nothing. Where nobody said when it is open, it is each day. */
    public @Nullable Double dailyOf(long days) {
        if (maximum == null || open == null) {
            return maximum;
        }
        return maximum * open / days;
    }
}
