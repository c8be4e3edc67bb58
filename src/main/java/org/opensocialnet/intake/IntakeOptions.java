package org.opensocialnet.intake;

/**
 * How rows are taken in.
 *
 * @param dryRun check and count everything, then keep nothing
 * @param strict one bad row refuses them all; otherwise bad rows are left out and counted
 * @param differences tell each value that is other than it was, as far as a report can hold them
 */
public record IntakeOptions(boolean dryRun, boolean strict, Extent extent, boolean differences) {

    /** How much of the source the rows are. */
    public enum Extent {
        /** All there is: records of the source that are missing become inactive. */
        WHOLE_SOURCE,
        /** Some records, each with everything that hangs on it: a service with all its phones and places. */
        WHOLE_RECORDS,
        /** Just these rows: nothing else is touched. */
        SINGLE_ROWS
    }

    public static IntakeOptions wholeSource() {
        return new IntakeOptions(false, false, Extent.WHOLE_SOURCE, false);
    }

    public static IntakeOptions wholeRecords() {
        return new IntakeOptions(false, false, Extent.WHOLE_RECORDS, false);
    }

    public static IntakeOptions singleRows() {
        return new IntakeOptions(false, false, Extent.SINGLE_ROWS, false);
    }

    public IntakeOptions asDryRun() {
        return new IntakeOptions(true, strict, extent, differences);
    }

    public IntakeOptions strictly() {
        return new IntakeOptions(dryRun, true, extent, differences);
    }

    public IntakeOptions tellingDifferences() {
        return new IntakeOptions(dryRun, strict, extent, true);
    }
}
