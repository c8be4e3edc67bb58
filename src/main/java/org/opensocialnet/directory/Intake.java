package org.opensocialnet.directory;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows on their way into the directory: checked one by one, kept together in one transaction when finished.
 * Closing an intake that was not finished keeps nothing. For one thread.
 */
public interface Intake extends AutoCloseable {

    /**
     * Takes one row.
     *
     * @param table its HSDS name, in the singular: "service"
     * @param values column to text; an empty text means there is none; unknown columns are reported once and ignored
     */
    void accept(String table, RowOrigin origin, Map<String, String> values);

    /** Counts a row that could not even be read as left out. */
    void leaveOut(String table, RowOrigin origin, @Nullable String column, @Nullable String value, String reason);

    /** Checks what rows say about each other, keeps them, and tells what became of them. */
    IntakeReport finish();

    @Override
    void close();
}
