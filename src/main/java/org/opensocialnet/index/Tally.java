package org.opensocialnet.index;

import java.util.Map;
import org.apache.lucene.util.FixedBitSet;

/** How many of some points carry each value of a facet: the counts beside the filters. */
public final class Tally {

    private final Carriers carriers;
    private final FixedBitSet among;
    private final int[] asked;

    Tally(Carriers carriers, FixedBitSet among) {
        this.carriers = carriers;
        this.among = among;
        this.asked = carriers.ask(among);
    }

    public Map<String, Integer> of(Facet facet) {
        return carriers.counts(facet, among, asked);
    }
}
