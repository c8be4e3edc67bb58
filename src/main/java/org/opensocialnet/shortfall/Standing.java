package org.opensocialnet.shortfall;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How one cell stands.
 *
 * @param shortfall need that is not met, however small; {@link #isDeficit} says whether it is called one
 * @param spare capacity beyond the need
 */
public record Standing(
        Seen seen, Declared declared, Split split, Figure shortfall, Figure spare, Trend trend, List<Ranked> reasons) {

    public static Standing of(Seen seen, Declared declared, @Nullable Standing before) {
        if (before != null && !before.seen().measure().equals(seen.measure())) {
            throw new IllegalArgumentException("Cells are compared in one measure.");
        }
        var shortfall = seen.need().beyond(seen.reached());
        return new Standing(
                seen,
                declared,
                Split.of(seen),
                shortfall,
                seen.capacity().beyond(seen.need()),
                before == null ? Trend.UNKNOWN : Trend.of(before.shortfall(), shortfall, declared),
                Ranked.of(seen.reasons(), shortfall));
    }

    /** Of the unknown, only what is there at least counts. */
    public boolean isDeficit() {
        return declared.calls(shortfall.amount(), seen.need().amount());
    }

    /** Places beyond the need. It can stand beside a deficit: places there are, and yet people are not reached. */
    public boolean isOversupply() {
        return declared.calls(spare.amount(), seen.need().amount());
    }

    /** Need less what was reached; below nothing where more were reached than are in need. None where one is unknown. */
    public OptionalDouble gap() {
        return isKnown()
                ? OptionalDouble.of(seen.need().amount() - seen.reached().amount())
                : OptionalDouble.empty();
    }

    /** What was reached in percent of the need: above 100 where others came too. None where nobody is in need. */
    public OptionalDouble coverage() {
        return isKnown() && seen.need().amount() > 0
                ? OptionalDouble.of(100 * seen.reached().amount() / seen.need().amount())
                : OptionalDouble.empty();
    }

    /** What was reached in percent of what could be. */
    public OptionalDouble use() {
        return seen.capacity().confidence().or(seen.reached().confidence()) != Confidence.UNKNOWN
                        && seen.capacity().amount() > 0
                ? OptionalDouble.of(
                        100 * seen.reached().amount() / seen.capacity().amount())
                : OptionalDouble.empty();
    }

    /** From 1 to 5; none where it is not known how many go without. What is not called a deficit is not severe. */
    public OptionalInt severity() {
        if (!isKnown()) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(
                isDeficit() ? declared.severity(shortfall.amount(), seen.need().amount()) : 1);
    }

    /** How sure the reading is: as the less sure of need and reached. */
    public Confidence confidence() {
        return seen.need().confidence().or(seen.reached().confidence());
    }

    private boolean isKnown() {
        return confidence() != Confidence.UNKNOWN;
    }
}
