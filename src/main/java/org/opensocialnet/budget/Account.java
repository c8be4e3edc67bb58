package org.opensocialnet.budget;

import org.opensocialnet.workspace.Items;

/** Where an envelope's money stands. What the funders gave is owed to them; all other accounts never fall below zero. */
public enum Account {
    FUNDING,
    AVAILABLE,
    RESERVED,
    COMMITTED,
    SPENT,
    RETURNED;

    public String code() {
        return Items.code(this);
    }
}
