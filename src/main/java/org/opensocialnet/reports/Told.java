package org.opensocialnet.reports;

import org.opensocialnet.directory.Subject;

/**
 * What a reader says is wrong.
 *
 * @param kind "closed", "hours", "place", "phone" or "other"
 * @param language of the page the reader was on
 * @param email where an answer would reach the reader; empty where none is wanted
 * @param saysProvider the reader says she is the provider
 */
public record Told(Subject about, String kind, String message, String language, String email, boolean saysProvider) {

    /** So that no log line and no stack trace carries what a reader wrote. */
    @Override
    public String toString() {
        return "Told[" + kind + "]";
    }
}
