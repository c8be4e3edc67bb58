package org.opensocialnet.finding;

/** What a reader typed to say that something is wrong with a record; given back as it was where it cannot be kept. */
record ReportForm(String message, String contact, State state) {

    /** How far a report has come. */
    enum State {
        EMPTY,
        MISSING,
        TOO_LONG,
        TOO_MANY,
        KEPT
    }

    static final ReportForm EMPTY = new ReportForm("", "", State.EMPTY);

    ReportForm as(State other) {
        return new ReportForm(message, contact, other);
    }

    boolean open() {
        return state != State.EMPTY;
    }
}
