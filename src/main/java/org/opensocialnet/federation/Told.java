package org.opensocialnet.federation;

/**
 * What the other house says of a visitor.
 *
 * @param issuer the house
 * @param subject its own number for them, which never changes
 * @param email in small letters; empty where it does not vouch for one
 * @param secondStep whether it has asked for more than a password
 */
record Told(String issuer, String subject, String email, boolean secondStep) {

    /** So that no log line carries who it was. */
    @Override
    public String toString() {
        return "Told by " + issuer;
    }
}
