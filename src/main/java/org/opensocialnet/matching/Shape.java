package org.opensocialnet.matching;

import static org.opensocialnet.matching.Agreement.ALIKE;
import static org.opensocialnet.matching.Agreement.CLOSE;
import static org.opensocialnet.matching.Agreement.DAY_AND_MONTH_SWAPPED;
import static org.opensocialnet.matching.Agreement.DIFFERENT;
import static org.opensocialnet.matching.Agreement.MISSING;
import static org.opensocialnet.matching.Agreement.ONE_DIGIT;
import static org.opensocialnet.matching.Agreement.ONE_PART;
import static org.opensocialnet.matching.Agreement.RELATED;
import static org.opensocialnet.matching.Agreement.SAME;
import static org.opensocialnet.matching.Agreement.SAME_SOUND;
import static org.opensocialnet.matching.Agreement.SWAPPED;
import static org.opensocialnet.matching.Agreement.YEAR_KNOWN;
import static org.opensocialnet.matching.Agreement.YEAR_ONLY;

import java.util.List;

/**
 * How a value is laid out in the encoding, in longs, and which agreements it knows. A level is the place of an
 * agreement in that list, three bits; level 0 is always "missing", 1 "same" and 7 "different".
 */
enum Shape {
    NAME(10, List.of(MISSING, SAME, SAME_SOUND, RELATED, CLOSE, ALIKE, SWAPPED, DIFFERENT)),
    DATE(11, List.of(MISSING, SAME, ONE_DIGIT, DAY_AND_MONTH_SWAPPED, ONE_PART, YEAR_KNOWN, YEAR_ONLY, DIFFERENT)),
    TEXT(6, List.of(MISSING, SAME, SAME_SOUND, RELATED, CLOSE, ALIKE, SWAPPED, DIFFERENT)),
    NUMBER(5, List.of(MISSING, SAME, SAME_SOUND, RELATED, CLOSE, ALIKE, SWAPPED, DIFFERENT)),
    WORD(1, List.of(MISSING, SAME, SAME_SOUND, RELATED, CLOSE, ALIKE, SWAPPED, DIFFERENT));

    static final int LEVELS = 8;
    static final int L_MISSING = 0;
    static final int L_SAME = 1;
    static final int L_SOUND = 2;
    static final int L_RELATED = 3;
    static final int L_CLOSE = 4;
    static final int L_ALIKE = 5;
    static final int L_SWAPPED = 6;
    static final int L_DIFFERENT = 7;

    /** Before anything is learnt: of 1,000 pairs that are one person, how many agree how far. */
    private static final double[] NAMES = {0, 800, 40, 30, 60, 20, 10, 40};

    private static final double[] DATES = {0, 870, 40, 10, 25, 10, 15, 30};
    private static final double[] TEXTS = {0, 700, 30, 5, 90, 45, 10, 120};
    private static final double[] NUMBERS = {0, 800, 1, 1, 80, 25, 1, 92};
    private static final double[] WORDS = {0, 950, 1, 1, 1, 1, 1, 45};

    /** And of 1,000 pairs of strangers that do not have the same value, how many agree how far nevertheless. */
    private static final double[] STRANGE_NAMES = {0, 0, 0, 4, 12, 100, 0.5, 883.5};

    private static final double[] STRANGE_DATES = {0, 0, 1.2, 0.05, 10, 0.13, 12, 976.62};
    private static final double[] STRANGE_TEXTS = {0, 0, 0, 0, 5, 50, 0.1, 944.9};
    private static final double[] STRANGE_NUMBERS = {0, 0, 0, 0, 2, 50, 0, 948};
    private static final double[] STRANGE_WORDS = {0, 0, 0, 0, 0, 0, 0, 1000};

    /** Of ten strangers with one name another writes it otherwise. */
    private static final double OTHER_SPELLING = 0.1;

    private static final double NEVER = 1e-9;

    private final int longs;
    private final List<Agreement> agreements;

    Shape(int longs, List<Agreement> agreements) {
        this.longs = longs;
        this.agreements = agreements;
    }

    int longs() {
        return longs;
    }

    Agreement agreement(int level) {
        return agreements.get(level);
    }

    /** Where the bits of the signature begin, or -1 for a shape without. */
    int signature() {
        return switch (this) {
            case NAME -> 6;
            case TEXT -> 2;
            case NUMBER -> 1;
            case DATE, WORD -> -1;
        };
    }

    int level(Agreement agreement) {
        int level = agreements.indexOf(agreement);
        if (level < 0) {
            throw new IllegalArgumentException(this + " knows no \"" + agreement.words() + "\"");
        }
        return level;
    }

    /** Whether values of this shape can agree so. */
    boolean knows(int level) {
        return switch (this) {
            case NAME, DATE -> true;
            case TEXT -> level != L_RELATED;
            case NUMBER -> level != L_RELATED && level != L_SOUND && level != L_SWAPPED;
            case WORD -> level == L_SAME || level == L_DIFFERENT;
        };
    }

    double expected(int level) {
        var ofThousand = switch (this) {
            case NAME -> NAMES;
            case DATE -> DATES;
            case TEXT -> TEXTS;
            case NUMBER -> NUMBERS;
            case WORD -> WORDS;
        };
        return ofThousand[level] / 1000;
    }

    /** How probable a level is between strangers, of whom so many have the same value. */
    double chance(int level, double sameValue) {
        var ofThousand = switch (this) {
            case NAME -> STRANGE_NAMES;
            case DATE -> STRANGE_DATES;
            case TEXT -> STRANGE_TEXTS;
            case NUMBER -> STRANGE_NUMBERS;
            case WORD -> STRANGE_WORDS;
        };
        double sound = this == NAME || this == TEXT ? OTHER_SPELLING * sameValue : 0;
        if (level == L_SAME) {
            return sameValue;
        }
        boolean isSound = level == L_SOUND && this != DATE;
        return Math.max(NEVER, isSound ? sound : ofThousand[level] / 1000 * (1 - sameValue - sound));
    }
}
