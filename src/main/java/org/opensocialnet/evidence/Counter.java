package org.opensocialnet.evidence;

import org.jspecify.annotations.Nullable;

/**
 * How much of something a service has, as it counted it last.
 *
 * @param group for whom; empty where it is for all whom the service is for
 * @param maximum none where nobody said it
 * @param full on how many of the days that are known nothing was free
 */
public record Counter(
        String service,
        String group,
        String unit,
        double available,
        @Nullable Double maximum,
        int full,
        int known) {}
