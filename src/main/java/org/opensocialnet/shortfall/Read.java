package org.opensocialnet.shortfall;

import java.util.List;
import org.opensocialnet.disclosure.Shown;
import org.opensocialnet.evidence.Counter;
import org.opensocialnet.evidence.Offer;

/**
 * One cell as it is read on a page: how it stands, and what that rests on.
 *
 * @param unmet how many asked and were not helped, as it may be told
 * @param reached how many were helped, as it may be told, of all the days
 * @param offers who offers it and takes part in the count
 * @param silent of them, how many organisations wrote nothing in these days
 * @param apart how many organisations offer it and take no part in the count
 * @param counters what they count
 */
public record Read(
        Cell cell,
        Standing standing,
        Shown unmet,
        Shown reached,
        List<Offer> offers,
        int silent,
        int apart,
        List<Counter> counters) {

    /** How a cell is coloured; the number and the words say it too. */
    public enum Shade {
        DEFICIT_SLIGHT,
        DEFICIT,
        DEFICIT_GRAVE,
        BALANCED,
        SPARE,
        SPARE_MUCH,
        WITHHELD,
        UNKNOWN
    }

    private static final int GRAVE = 4;
    private static final double MUCH = 0.5;

    /** Whether anything at all is known: nobody offers it, nobody asked, nobody reckoned. */
    public boolean isBlank() {
        return offers.isEmpty()
                && unmet.equals(new Shown.Value(0))
                && reached.equals(new Shown.Value(0))
                && standing.seen().need().amount() == 0;
    }

    public boolean isWithheld() {
        return unmet instanceof Shown.Withheld || reached instanceof Shown.Withheld;
    }

    public boolean isUnknown() {
        return !isWithheld() && standing.confidence() == Confidence.UNKNOWN;
    }

    public boolean isDeficit() {
        return !isWithheld() && standing.isDeficit();
    }

    /** Places that stand free beside a deficit are no oversupply but a question; the cell's page tells of both. */
    public boolean isSpare() {
        return !isWithheld() && !standing.isDeficit() && standing.isOversupply();
    }

    public Shade shade() {
        if (isWithheld()) {
            return Shade.WITHHELD;
        }
        if (isDeficit()) {
            int severity = standing.severity().orElse(1);
            return severity >= GRAVE ? Shade.DEFICIT_GRAVE : severity > 2 ? Shade.DEFICIT : Shade.DEFICIT_SLIGHT;
        }
        if (isUnknown()) {
            return Shade.UNKNOWN;
        }
        if (isSpare()) {
            return standing.spare().amount() >= MUCH * standing.seen().need().amount() ? Shade.SPARE_MUCH : Shade.SPARE;
        }
        return Shade.BALANCED;
    }

    /** Where help is missing most stands highest; what is not known stands below what is. */
    public double weight() {
        return isDeficit()
                ? 1e9 * standing.severity().orElse(1) + standing.shortfall().amount()
                : isUnknown() ? 1e3 + standing.seen().need().amount() : isSpare() ? 1 : 0;
    }
}
