package org.opensocialnet.allocation;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the engine proposes. Values are in thousandths of a point.
 *
 * @param seed of the lot that breaks ties
 * @param bound no other proposal under the same rules can be worth more: proven
 * @param simple what one would reach who goes through the lines by need per euro; with floors, it need not keep them
 * @param left what remains in each source
 * @param ending how sure the proposal is
 */
public record Proposal(
        long seed,
        long value,
        long bound,
        long simple,
        List<Share> shares,
        List<Verdict> verdicts,
        List<Held> floors,
        Map<String, Long> left,
        Ending ending) {

    public Proposal {
        shares = List.copyOf(shares);
        verdicts = List.copyOf(verdicts);
        floors = List.copyOf(floors);
        left = Map.copyOf(left);
    }

    /**
     * What a line gets from one source.
     *
     * @param units of the line
     * @param taken from the source: things or cents
     */
    public record Share(String line, String item, String source, long units, long taken) {}

    /** How the search ended. */
    public enum Ending {
        /** Nothing is better, nothing as good is cheaper, and the lot chose among the rest. */
        SETTLED,
        /** Nothing is better; among equals no further choice was proven. */
        BEST,
        /** Good enough, or the work allowed was done; a second run finds the same. */
        WITHIN_GAP,
        /** The clock stopped the search; a second run may find another. */
        STOPPED
    }

    /** The part of the bound that may be missing: 0 where the proposal is proven best. */
    public double gap() {
        return bound == 0 ? 0 : (double) (bound - value) / bound;
    }

    public Verdict verdict(String line) {
        return verdicts.stream()
                .filter(each -> each.line().equals(line))
                .findFirst()
                .orElseThrow();
    }

    Map<String, Verdict> byLine() {
        return verdicts.stream().collect(Collectors.toMap(Verdict::line, Function.identity()));
    }
}
