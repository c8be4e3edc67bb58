package org.opensocialnet.kernel;

/** Where a command speaks with whoever typed it. */
public interface Terminal {

    /** A line of the answer. */
    void say(String line);

    /** A line about trouble, kept apart from the answer. */
    void warn(String line);

    /** A yes-or-no question; without a person at a terminal the answer is no. */
    boolean confirm(String question);

    /** A bar that grows; {@code total} of 0 where nobody knows how much there will be. */
    Progress progress(String what, long total);

    /** How far long work has come. */
    interface Progress extends AutoCloseable {

        void advance(long steps);

        @Override
        void close();
    }
}
