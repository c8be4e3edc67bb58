package org.opensocialnet.ledger;

import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.ledger.Asked.Axis;

/** What stood in a cell at the end of each of some days: all that was ever written into it until then. */
public final class Standing {

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

    /** People, hundredths of the quantity, entries. */
    static final int SUMS = 3;

    private final Cell cell;
    private final long[] sums;

    Standing(Cell cell, long[] sums) {
        this.cell = cell;
        this.sums = Arrays.copyOf(sums, sums.length);
    }

    public Cell cell() {
        return cell;
    }

    /** People who were written after one of the days until the end of another; both by their places among those asked for. */
    public long people(int after, int until) {
        return between(0, after, until);
    }

    /** In how many entries that were not taken back. */
    public long entries(int after, int until) {
        return between(2, after, until);
    }

    /** All people until the end of a day. */
    public long people(int until) {
        return sums[SUMS * until];
    }

    private long between(int sum, int after, int until) {
        return sums[SUMS * until + sum] - sums[SUMS * after + sum];
    }

    /** All until the end of the last day, less all until the end of the first where there are two. */
    long inAll(int sum) {
        int last = sums.length / SUMS - 1;
        return last == 0 ? sums[sum] : between(sum, 0, last);
    }
}
