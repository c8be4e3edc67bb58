package org.opensocialnet.intake;

/**
 * Hears all that an intake has to tell, one by one and however much there is, while its transaction is open: what it
 * keeps of that, it keeps on another connection.
 */
public interface IntakeListener {

    /** One value that is other than it was, and the record it belongs to. */
    void different(Difference difference, RecordOf record);

    /** One thing wrong with what was brought. */
    void wrong(IntakeProblem problem);

    /** Whether it hears each value of records that are new; otherwise only that they came. */
    default boolean hearsValuesOfNew() {
        return true;
    }

    /** A record came that was not there; told where values of new ones are not. */
    default void came(RecordOf record) {}

    /** All that differs in one table was told; none of it has happened yet. */
    default void heard() {}
}
