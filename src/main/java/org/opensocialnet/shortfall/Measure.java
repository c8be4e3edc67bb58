package org.opensocialnet.shortfall;

import org.opensocialnet.evidence.Span;

/**
 * In what a figure counts: so many of a unit within a window of time, such as nights a month.
 *
 * @param unit as the ledger writes units, or "person"
 */
public record Measure(String unit, Window window) {

    /** Within which time is counted. Months and years are those of the calendar on average. */
    public enum Window {
        DAY(1),
        WEEK(7),
        /** As long as a picture of the evidence. */
        THIRTY_DAYS(30),
        NINETY_DAYS(90),
        MONTH(365.25 / 12),
        YEAR(365.25);

        private final double days;

        Window(double days) {
            this.days = days;
        }

        /** What a picture of so many days counts in. */
        static Window of(Span span) {
            return switch (span) {
                case WEEK -> WEEK;
                case THIRTY_DAYS -> THIRTY_DAYS;
                case QUARTER -> NINETY_DAYS;
            };
        }

        public double in(Window other) {
            return other.days / days;
        }
    }
}
