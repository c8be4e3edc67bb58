package org.opensocialnet.coverage;

/**
 * In what a figure counts: so many of a unit within a window of time, such as nights a month.
 *
 * @param unit as the ledger writes units, or "person"
 */
record Measure(String unit, Window window) {

    /** Within which time is counted. Months and years are those of the calendar on average. */
    enum Window {
        DAY(1),
        WEEK(7),
        MONTH(365.25 / 12),
        YEAR(365.25);

        private final double days;

        Window(double days) {
            this.days = days;
        }

        double in(Window other) {
            return other.days / days;
        }
    }
}
