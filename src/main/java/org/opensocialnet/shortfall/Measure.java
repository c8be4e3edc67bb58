package org.opensocialnet.shortfall;

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
        MONTH(365.25 / 12),
        YEAR(365.25);

        private final double days;

        Window(double days) {
            this.days = days;
        }

        public double in(Window other) {
            return other.days / days;
        }
    }
}
