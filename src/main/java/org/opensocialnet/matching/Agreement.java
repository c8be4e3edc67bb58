package org.opensocialnet.matching;

import java.util.Locale;

/** How far two values of one field agree; each has a weight of its own for each field. */
public enum Agreement {
    /** One of the two says nothing: evidence for neither side. */
    MISSING,
    /** The same letters or digits, accents and case apart. */
    SAME,
    /** Another spelling of the same sound: transliteration, iotacism, double letters. */
    SAME_SOUND,
    /** A diminutive, the form of another gender, or one of several names. */
    RELATED,
    /** One slip of the pen apart, or the same consonants. */
    CLOSE,
    /** Something in common. */
    ALIKE,
    /** What one has here the other has in the neighbouring field. */
    SWAPPED,
    DIFFERENT,
    /** A date with one wrong digit. */
    ONE_DIGIT,
    /** A date with day and month exchanged. */
    DAY_AND_MONTH_SWAPPED,
    /** A date of which day, month or year differs, or two neighbouring digits. */
    ONE_PART,
    /** One of the dates has no more than a year, and that agrees. */
    YEAR_KNOWN,
    /** Of two whole dates only the year agrees. */
    YEAR_ONLY;

    /** As an operator reads it: {@code same sound}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
