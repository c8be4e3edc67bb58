package org.opensocialnet.chores;

import java.util.UUID;

/** A kind of long work, as a bean of the room that knows how it is done. */
public interface ChoreKind {

    /** Its name in the database: "imports.preview". */
    String code();

    /**
     * Does it: outside of a transaction, with the eyes of who asked, perhaps for the second time. What it keeps at the end it
     * keeps in one transaction with {@link Progress#finish}, so that nothing is kept of work that another has taken over.
     */
    void carryOut(UUID subject, Progress progress) throws Exception;

    /** Called where it failed, in the transaction that says so. */
    default void failed(UUID subject, Exception cause) {}
}
