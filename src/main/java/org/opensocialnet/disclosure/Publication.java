package org.opensocialnet.disclosure;

/** One telling, with the counts behind it. The counts are kept as carefully as those they come from. */
public record Publication(Request request, Told told) {

    Rule rule() {
        return told.rule();
    }
}
