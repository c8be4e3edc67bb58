package org.opensocialnet.budget;

import java.time.LocalDate;
import java.util.Set;
import org.opensocialnet.kernel.Money;

/**
 * An open envelope beside a purpose: whether it may pay for it, and if not, why.
 *
 * @param name in the main language
 * @param english in English; empty where nobody wrote it
 * @param available what is free in it
 * @param most what of that the category's ceiling leaves; ceilings of a beneficiary and a supplier are counted when it is reserved
 * @param until the last day on which it may be committed
 * @param obstacles what speaks against; none where it may pay
 */
public record Offer(
        EnvelopeId envelope,
        String name,
        String english,
        Money available,
        Money most,
        LocalDate until,
        Set<Obstacle> obstacles) {

    /** Why an envelope does not pay for a purpose. */
    public enum Obstacle {
        CATEGORY,
        GROUP,
        AREA,
        PERIOD,
        EMPTY,
        CEILING
    }

    public boolean fits() {
        return obstacles.isEmpty();
    }
}
