package org.opensocialnet.support;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where a request stands. Each state holds only what is true in it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
public sealed interface State {

    /** Being written; nobody else sees it. */
    record Draft() implements State {}

    /** The coordination team is to decide. */
    record Submitted() implements State {}

    /** The team asks something back; appeal: what was said against a refusal, where it is that which is asked about. */
    record Returned(String question, @Nullable String appeal) implements State {}

    /** The team agrees; nobody is called yet. */
    record Accepted() implements State {}

    /** The team says no: why, in words too, and whether that was the answer to an appeal. */
    record Refused(Ground ground, String words, boolean last) implements State {}

    /** Whoever asked does not agree with the refusal. */
    record Appealed(String words) implements State {}

    /** Others may pledge; nobody has. */
    record Open() implements State {}

    /** Some of it is pledged or paid. */
    record PartlyCovered() implements State {}

    /** All of it is. */
    record Covered() implements State {}

    /** Something is on its way. */
    record InDelivery() implements State {}

    /** Some of it was handed over. */
    record PartlyDelivered() implements State {}

    /** All of it was handed over; the receiver has not said so yet. */
    record Delivered() implements State {}

    /** The receiver says that it came. */
    record Confirmed() implements State {}

    /** Nothing more is done, and why where something was left. */
    record Closed(String words) implements State {}

    /** Whoever asked took it back, and why. */
    record Withdrawn(String why) implements State {}

    /** Why a request is refused. */
    enum Ground {
        NOT_NEEDED,
        ANOTHER_WAY,
        NOT_ELIGIBLE,
        OVER_QUOTA,
        NO_MEANS,
        NOT_CLEAR,
        OTHER
    }

    /** The states others may cover lines in, or have. */
    default boolean isCall() {
        return switch (this) {
            case Open _, PartlyCovered _, Covered _, InDelivery _, PartlyDelivered _, Delivered _ -> true;
            case Draft _,
                    Submitted _,
                    Returned _,
                    Accepted _,
                    Refused _,
                    Appealed _,
                    Confirmed _,
                    Closed _,
                    Withdrawn _ -> false;
        };
    }

    /** Whether whoever asks may change what it says. */
    default boolean isBeingWritten() {
        return this instanceof Draft || this instanceof Returned;
    }

    default boolean isOver() {
        return this instanceof Closed
                || this instanceof Withdrawn
                || this instanceof Refused(Ground _, String _, boolean last) && last;
    }

    /** As addresses and columns write it: "PartlyCovered" is "partly-covered". */
    default String code() {
        return getClass().getSimpleName().replaceAll("(?<=[a-z])([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
