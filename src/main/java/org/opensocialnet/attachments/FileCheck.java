package org.opensocialnet.attachments;

/** Looks for viruses in files, as a bean. */
public interface FileCheck {

    /** Whether there is anything to look with. */
    boolean isThere();

    /** Asked outside of transactions, for it may take seconds. */
    Verdict check(byte[] content);

    /** What was found. */
    enum Verdict {
        CLEAN,
        INFECTED,

        /** Nobody answered, or not in a way that says either. */
        UNKNOWN
    }
}
