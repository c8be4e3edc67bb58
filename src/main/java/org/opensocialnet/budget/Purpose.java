package org.opensocialnet.budget;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What money is set aside for. The budget looks at category, group and zone against the envelope's rules, and counts
 * beneficiary and supplier against its ceilings; who they are it does not know.
 *
 * @param room the room that asks, such as "support"
 * @param reference that room's own id of what is to be paid, such as a line of a request; given back in {@link MoneyMoved}
 * @param category a kind of service or of goods, by its code
 * @param group a target group by its code; empty where none is meant in particular
 * @param zone a community by its code; empty where none is meant in particular
 * @param beneficiary whom it serves, by an id of the asking room's
 * @param supplier who is to be paid, by an id of the asking room's
 */
public record Purpose(
        String room,
        UUID reference,
        String category,
        String group,
        String zone,
        @Nullable UUID beneficiary,
        @Nullable UUID supplier) {

    public static Purpose of(String room, UUID reference, String category) {
        return new Purpose(room, reference, category, "", "", null, null);
    }

    public Purpose where(String group, String zone) {
        return new Purpose(room, reference, category, group, zone, beneficiary, supplier);
    }

    public Purpose benefiting(@Nullable UUID whom) {
        return new Purpose(room, reference, category, group, zone, whom, supplier);
    }

    public Purpose paying(@Nullable UUID whom) {
        return new Purpose(room, reference, category, group, zone, beneficiary, whom);
    }
}
