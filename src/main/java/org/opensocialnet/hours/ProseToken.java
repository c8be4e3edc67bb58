package org.opensocialnet.hours;

import org.jspecify.annotations.Nullable;

/** One word of opening hours written for people; {@code number} is a set of weekdays or which one of a month. */
record ProseToken(Kind kind, int number, @Nullable SpokenTime time) {

    enum Kind {
        DAYS,
        NTH,
        OF_THE_MONTH,
        TIME,
        TO,
        COMMA,
        AND,
        OR,
        END,
        ROUND_THE_CLOCK,
        BY_APPOINTMENT,
        CLOSED,
        NOT_ON_HOLIDAYS,
        ON_HOLIDAYS,
        SMALL_WORD
    }

    static ProseToken of(Kind kind) {
        return new ProseToken(kind, 0, null);
    }

    static ProseToken days(int days) {
        return new ProseToken(Kind.DAYS, days, null);
    }
}
