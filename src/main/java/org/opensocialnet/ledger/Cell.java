package org.opensocialnet.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.ledger.Asked.Axis;

/** A place of the roll-ups: what is alike in all of this is one sum. Once made it stays what it is. */
public record Cell(
        Measure measure,
        String serviceType,
        String group,
        String zone,
        @Nullable UUID organization,
        String source,
        String reason,
        String unit) {

    /** What is counted in it. */
    public enum Measure {
        NEED,
        MET,
        WITHDRAWN,
        REFUSED,
        DELIVERY
    }

    @Nullable
    Object on(Axis axis) {
        return switch (axis) {
            case SERVICE_TYPE -> serviceType;
            case GROUP -> group;
            case ZONE -> zone;
            case ORGANIZATION -> organization;
            case SOURCE -> source;
            case REASON -> reason;
            case UNIT -> unit;
        };
    }
}
