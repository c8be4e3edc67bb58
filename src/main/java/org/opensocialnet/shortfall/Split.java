package org.opensocialnet.shortfall;

/** Those in need, read in three ways: who is served, who reaches a service without room, and who reaches none. */
public record Split(Figure served, Figure noCapacity, Figure outOfReach) {

    /** Where nobody reckoned who is out of reach, the two that are not served cannot be told apart, and both are unknown. */
    public static Split of(Seen seen) {
        var served = seen.reached().upTo(seen.need());
        var unserved = seen.need().beyond(served);
        var far = seen.outOfReach().upTo(unserved);
        return new Split(served, unserved.beyond(far), far);
    }
}
