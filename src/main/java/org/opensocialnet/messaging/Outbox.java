package org.opensocialnet.messaging;

import java.util.UUID;

/** Where letters are left: in the transaction of what they tell of, so that none is sent about what never happened. */
public interface Outbox {

    /** Leaves a letter; it is sent soon after the transaction. Gives the number under which the log knows it. */
    UUID leave(Letter letter);
}
