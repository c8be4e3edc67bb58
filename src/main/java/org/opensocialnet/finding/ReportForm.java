package org.opensocialnet.finding;

import java.util.List;
import org.opensocialnet.web.Parts.Option;
import org.opensocialnet.web.Words;

/**
 * What a reader typed to say that something is wrong with a record; given back as it was where it cannot be kept.
 *
 * @param stays the reader was asked about what looks like somebody's identity, and leaves it there
 */
record ReportForm(String kind, String message, String email, boolean provider, boolean stays, State state) {

    /** How far a report has come. */
    enum State {
        EMPTY,
        MISSING,
        TOO_LONG,
        TOO_MANY,
        NO_ADDRESS,
        SOMEBODY,
        KEPT
    }

    static final ReportForm EMPTY = new ReportForm("", "", "", false, false, State.EMPTY);

    private static final List<String> KINDS = List.of("closed", "hours", "place", "phone", "other");

    ReportForm as(State other) {
        return new ReportForm(kind, message, email, provider, stays, other);
    }

    boolean open() {
        return state != State.EMPTY;
    }

    /** Whether what is wrong is with the message, and not with the address. */
    boolean wrongMessage() {
        return open() && state != State.KEPT && state != State.NO_ADDRESS;
    }

    /** Whether the question stands whether it may stay. */
    boolean asked() {
        return state == State.SOMEBODY || stays && state != State.KEPT;
    }

    String knownKind() {
        return KINDS.contains(kind) ? kind : "other";
    }

    List<Option> kinds(Words t) {
        return List.of(
                option("closed", t.of("finding.report.closed")),
                option("hours", t.of("finding.report.hours")),
                option("place", t.of("finding.report.place")),
                option("phone", t.of("finding.report.phone")),
                option("other", t.of("finding.report.other")));
    }

    private Option option(String value, String text) {
        return new Option(value, text, knownKind().equals(value) && !kind.isEmpty(), null);
    }
}
