package org.opensocialnet.messaging;

import java.util.UUID;

/** Where letters are left: in the transaction of what they tell of, so that none is sent about what never happened. */
public interface Outbox {

    /**
     * Leaves a letter; it is sent soon after the transaction. Gives the number under which the log knows it. Without a
     * sight only letters of the network itself can be left.
     *
     * @throws IllegalArgumentException if no room declares its kind, it brings other values than its kind names, or the
     *     address is none (ask {@link Letter#isAddress} first)
     */
    UUID leave(Letter letter);
}
