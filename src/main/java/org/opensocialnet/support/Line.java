package org.opensocialnet.support;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.ledger.Amount.Unit;
import org.opensocialnet.support.Step.Progress;

/**
 * One thing a request asks for, and how far it has come.
 *
 * @param people how many will be helped by it; one or more
 * @param serviceType with group and zone its cell of coverage; those are empty where nobody said, it itself only until the
 *     team has sorted what the public asked
 * @param place where it is to go, as the directory knows it
 * @param note how to get in, for the team and whoever asks alone
 * @param sure that somebody was asked again whether so many are meant
 */
public record Line(
        UUID id,
        UUID request,
        Thing thing,
        BigDecimal quantity,
        Unit unit,
        int people,
        String serviceType,
        String group,
        String zone,
        @Nullable LocalDate neededBy,
        @Nullable UUID place,
        String note,
        boolean citizens,
        boolean sure,
        Come come) {

    /** How much of it is covered, on its way, handed over, and confirmed by the receiver; each at most the one before. */
    public record Come(BigDecimal covered, BigDecimal going, BigDecimal delivered, BigDecimal confirmed) {

        public static final Come NOTHING = new Come(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    public BigDecimal open() {
        return quantity.subtract(come.covered());
    }

    /** How far all lines together have come. */
    static Progress progress(List<Line> lines) {
        if (all(lines, line -> line.come.confirmed())) {
            return Progress.CONFIRMED;
        }
        if (all(lines, line -> line.come.delivered())) {
            return Progress.DELIVERED;
        }
        if (any(lines, line -> line.come.delivered())) {
            return Progress.PARTLY_DELIVERED;
        }
        if (any(lines, line -> line.come.going())) {
            return Progress.IN_DELIVERY;
        }
        if (all(lines, line -> line.come.covered())) {
            return Progress.COVERED;
        }
        return any(lines, line -> line.come.covered()) ? Progress.PARTLY_COVERED : Progress.NOTHING;
    }

    private static boolean all(List<Line> lines, Function<Line, BigDecimal> of) {
        return !lines.isEmpty()
                && lines.stream().allMatch(line -> of.apply(line).compareTo(line.quantity) >= 0);
    }

    private static boolean any(List<Line> lines, Function<Line, BigDecimal> of) {
        return lines.stream().anyMatch(line -> of.apply(line).signum() > 0);
    }
}
