package org.opensocialnet.intake;

import java.util.List;

/**
 * What became of the rows that were brought in.
 *
 * @param saved the rows were kept: no dry run, and not refused
 * @param refused strictness refused all of them
 * @param problems the first problems, at most {@link #PROBLEMS_KEPT}
 * @param problemCount all of them
 * @param differences what is other than it was, where it was asked for; at most {@link #DIFFERENCES_KEPT}, and then
 *     there may be more
 */
public record IntakeReport(
        String source,
        boolean saved,
        boolean refused,
        List<TableCount> tables,
        List<IntakeProblem> problems,
        long problemCount,
        List<Difference> differences) {

    public static final int PROBLEMS_KEPT = 1_000;
    public static final int DIFFERENCES_KEPT = 10_000;

    public IntakeReport {
        tables = List.copyOf(tables);
        problems = List.copyOf(problems);
        differences = List.copyOf(differences);
    }

    /**
     * What became of one table's rows.
     *
     * @param gone roots that became inactive because the source no longer has them, or rows removed from a record
     */
    public record TableCount(
            String table, long read, long added, long changed, long unchanged, long gone, long leftOut) {

        TableCount plus(TableCount other) {
            return new TableCount(
                    table,
                    read + other.read,
                    added + other.added,
                    changed + other.changed,
                    unchanged + other.unchanged,
                    gone + other.gone,
                    leftOut + other.leftOut);
        }
    }

    /** All tables together. */
    public TableCount total() {
        return tables.stream().reduce(new TableCount("total", 0, 0, 0, 0, 0, 0), TableCount::plus);
    }
}
