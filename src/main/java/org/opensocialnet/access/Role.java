package org.opensocialnet.access;

import java.util.Locale;

/** What a member is in an organisation or in the network. What each may do is the table {@code access/roles.csv}. */
public enum Role {
    ORGANIZATION_ADMIN(false),
    CASEWORKER(false),
    OUTREACH_WORKER(false),
    SITE_STAFF(false),
    EDITOR(false),
    COORDINATOR(true),
    RESEARCHER(true),
    AUDITOR(true),
    ADMINISTRATOR(true);

    private final boolean network;

    Role(boolean network) {
        this.network = network;
    }

    /** Whether it is a role in the whole network, which no organisation can give. */
    public boolean ofTheNetwork() {
        return network;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
