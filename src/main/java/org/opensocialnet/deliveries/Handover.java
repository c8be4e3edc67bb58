package org.opensocialnet.deliveries;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What goes to one place, and how far it has come.
 *
 * @param organization who gives; none for the coordination team
 * @param receiver who receives; none for a citizen or a household
 * @param words what the receiver said with the answer
 * @param signedBy who of the receiver's people took it; forgotten after a time
 * @param signature what was drawn, as the path of a picture
 */
record Handover(
        UUID id,
        UUID delivery,
        int number,
        UUID request,
        String title,
        @Nullable UUID organization,
        @Nullable UUID receiver,
        @Nullable UUID place,
        String placeWords,
        LocalDate planned,
        String brings,
        String carrier,
        String note,
        State state,
        @Nullable OffsetDateTime wentAt,
        @Nullable OffsetDateTime handedAt,
        @Nullable OffsetDateTime answeredAt,
        @Nullable Answer answer,
        String words,
        String signedBy,
        String signature,
        boolean forgotten,
        List<Part> parts) {

    /** How far it has come. */
    enum State {
        PLANNED,
        UNDERWAY,
        HANDED,
        ANSWERED,
        RETURNED
    }

    /** What the receiver says: all is there, so much came, something is not in order. */
    enum Answer {
        ALL,
        SOME,
        WRONG
    }

    /**
     * So much of one cover.
     *
     * @param quantity how much was planned; handed, confirmed and returned are parts of it
     */
    record Part(
            UUID id,
            UUID cover,
            UUID line,
            String what,
            String kind,
            String unit,
            BigDecimal quantity,
            BigDecimal handed,
            BigDecimal confirmed,
            BigDecimal returned) {

        /** What left and did not come back. */
        BigDecimal out() {
            return quantity.subtract(returned);
        }

        /** What left, and neither was confirmed nor came back. */
        BigDecimal loose() {
            return out().subtract(confirmed);
        }
    }

    BigDecimal sum(Function<Part, BigDecimal> of) {
        return parts.stream().map(of).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Whether something that left was not confirmed although the receiver has answered. */
    boolean isShort() {
        return state == State.ANSWERED && sum(Part::loose).signum() > 0;
    }

    boolean takesAnswers() {
        return state == State.UNDERWAY || state == State.HANDED;
    }

    /** Hides who signed from logs. */
    @Override
    public String toString() {
        return "Handover[" + id + "]";
    }
}
