package org.opensocialnet.directory;

/** A cell's text is not what its column holds; the reason is told to whoever sent it. */
final class BadValue extends Exception {

    private final String reason;

    BadValue(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
