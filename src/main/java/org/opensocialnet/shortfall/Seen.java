package org.opensocialnet.shortfall;

import java.util.List;

/**
 * What is known of one cell, all in one measure.
 *
 * @param need how many are in need
 * @param reached how many were helped; more than are in need where others came too
 * @param capacity how many could be helped
 * @param outOfReach of those in need, how many live where no such service is in reach
 * @param reasons what was said or seen of why it falls short
 */
public record Seen(
        Measure measure, Figure need, Figure reached, Figure capacity, Figure outOfReach, List<Cause> reasons) {

    public Seen {
        reasons = List.copyOf(reasons);
    }
}
