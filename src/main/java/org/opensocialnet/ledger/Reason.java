package org.opensocialnet.ledger;

import java.util.Locale;

/** Why somebody was not helped at once, or not at all. */
public enum Reason {
    NO_PROVIDER,
    FULL,
    CLOSED,
    NOT_ELIGIBLE,
    LANGUAGE,
    TOO_FAR,
    COST,
    PAPERS,
    NO_ANSWER,
    STALE_RECORD,
    DECLINED,
    OTHER;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Reason of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
