package org.opensocialnet.evidence;

import java.time.LocalDate;

/** How many days a picture counts, the last one included. There are few lengths, so that what differs between two is known. */
public enum Span {
    WEEK(7),
    THIRTY_DAYS(30),
    QUARTER(90);

    private final int days;

    Span(int days) {
        this.days = days;
    }

    /** The length of so many days; a picture has no other. */
    public static Span of(long days) {
        for (var span : values()) {
            if (span.days == days) {
                return span;
            }
        }
        throw new IllegalArgumentException("No picture counts %d days.".formatted(days));
    }

    public int days() {
        return days;
    }

    /** The first of the days that end with this one. */
    public LocalDate from(LocalDate day) {
        return day.minusDays(days - 1L);
    }
}
