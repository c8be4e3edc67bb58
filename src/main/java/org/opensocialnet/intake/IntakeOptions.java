package org.opensocialnet.intake;

/**
 * How rows are taken in.
 *
 * @param dryRun check and count everything, then keep nothing
 * @param strict one bad row refuses them all; otherwise bad rows are left out and counted
 */
public record IntakeOptions(boolean dryRun, boolean strict, Extent extent) {

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
        return new IntakeOptions(false, false, Extent.WHOLE_SOURCE);
    }

    public static IntakeOptions wholeRecords() {
        return new IntakeOptions(false, false, Extent.WHOLE_RECORDS);
    }

    public static IntakeOptions singleRows() {
        return new IntakeOptions(false, false, Extent.SINGLE_ROWS);
    }

    public IntakeOptions asDryRun() {
        return new IntakeOptions(true, strict, extent);
    }

    public IntakeOptions strictly() {
        return new IntakeOptions(dryRun, true, extent);
    }
}
