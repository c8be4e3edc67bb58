package org.opensocialnet.pledges;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.ledger.Amount.Unit;

/**
 * Somebody's promise of a part of a line, and how far it has come.
 *
 * @param cover its part of the line in room support; none while it does not count yet
 * @param organization who gives; none for a citizen
 * @param member who promised it there
 * @param receiver whose request it is; none where the team or a citizen asks
 * @param call what the request is called
 * @param item of the catalogue of goods
 * @param named whether the giver may be named in public
 * @param why it was withdrawn or refused; empty while it stands
 * @param version which change of it this is: who changes an older one is told
 */
public record Pledge(
        UUID id,
        UUID request,
        UUID line,
        @Nullable UUID cover,
        @Nullable UUID organization,
        @Nullable UUID member,
        @Nullable UUID receiver,
        String call,
        @Nullable UUID item,
        String what,
        BigDecimal quantity,
        String unit,
        String kind,
        String conditions,
        @Nullable LocalDate fromDay,
        @Nullable LocalDate untilDay,
        boolean named,
        @Nullable UUID stock,
        State state,
        String why,
        String thanks,
        int version,
        OffsetDateTime madeAt,
        BigDecimal going,
        BigDecimal delivered,
        BigDecimal confirmed) {

    /** What was decided of it. */
    public enum State {
        WAITING,
        PROMISED,
        REFUSED,
        WITHDRAWN,
        ENDED
    }

    /** What became of it, as its giver asks. */
    public enum Stage {
        WAITING,
        PROMISED,
        ON_ITS_WAY,
        DELIVERED,
        CONFIRMED,
        REFUSED,
        WITHDRAWN,
        ENDED
    }

    public Stage stage() {
        return switch (state) {
            case WAITING -> Stage.WAITING;
            case REFUSED -> Stage.REFUSED;
            case WITHDRAWN -> Stage.WITHDRAWN;
            case ENDED -> Stage.ENDED;
            case PROMISED ->
                confirmed.compareTo(quantity) >= 0
                        ? Stage.CONFIRMED
                        : delivered.compareTo(quantity) >= 0
                                ? Stage.DELIVERED
                                : going.signum() > 0 ? Stage.ON_ITS_WAY : Stage.PROMISED;
        };
    }

    public Unit counted() {
        return Unit.of(unit);
    }

    boolean stands() {
        return state == State.PROMISED;
    }

    /** Whether its giver may still say something else. */
    boolean isOpen() {
        return stands() && going.compareTo(quantity) < 0;
    }

    boolean waits() {
        return state == State.WAITING;
    }

    /** Whether nothing of it is on its way yet. */
    boolean mayBeWithdrawn() {
        return waits() || stands() && going.signum() == 0;
    }

    boolean ofCitizen() {
        return organization == null;
    }

    /** Its part of the line, once it counts. */
    UUID part() {
        return Objects.requireNonNull(cover, "a pledge that stands covers");
    }
}
