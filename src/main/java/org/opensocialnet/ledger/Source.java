package org.opensocialnet.ledger;

import java.util.Locale;

/** How it came into the book. */
public enum Source {
    /** Somebody asked at an organisation's door, phone or desk. */
    ASKED,
    /** A street team met her. */
    STREET,
    /** Another organisation sent her. */
    REFERRED,
    /** She waits on a list. */
    WAITING_LIST,
    /** A provider said that there was no place. */
    NO_PLACE,
    /** A search in the public directory. */
    SEARCH,
    /** Counted at the door without a name. */
    HEADCOUNT,
    /** An organisation's day, as it writes it down itself. */
    RECORDS,
    /** Answers to a questionnaire. */
    QUESTIONNAIRE,
    /** Reckoned, not seen. */
    ESTIMATE;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Source of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
