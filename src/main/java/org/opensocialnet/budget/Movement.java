package org.opensocialnet.budget;

import java.util.Arrays;
import org.opensocialnet.workspace.Items;

/** What can become of money. Each is a line of the book with postings that sum to zero. */
public enum Movement {

    /** The funders give: funding to available. */
    ALLOCATED,

    /** Set aside for a purpose: available to reserved. */
    RESERVED,

    /** Promised to somebody outside: reserved to committed. */
    COMMITTED,

    /** Paid: committed to spent. */
    SPENT,

    /** Not needed after all: what is reserved, then what is committed, to available. */
    RELEASED,

    /** Paid back by whoever was paid: spent to returned. */
    RETURNED,

    /** What was paid back is given out again: returned to available. */
    REUSED,

    /** Given back to the funders: what was returned, then what is available, to funding. */
    HANDED_BACK,

    /** From one envelope to another: available to available. */
    REALLOCATED;

    public String code() {
        return Items.code(this);
    }

    static Movement of(String code) {
        return Arrays.stream(values())
                .filter(movement -> movement.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
