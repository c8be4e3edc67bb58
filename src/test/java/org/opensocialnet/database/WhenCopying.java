package org.opensocialnet.database;

import org.opensocialnet.kernel.Terminal;

/** A terminal that does something once, in the midst of a backup's copying. */
final class WhenCopying implements Terminal, Terminal.Progress {

    interface Deed {
        void happen() throws Exception;
    }

    private final Deed deed;
    private boolean done;
    private long copied;

    WhenCopying(Deed deed) {
        this.deed = deed;
    }

    @Override
    public void advance(long steps) {
        copied += steps;
        if (copied > 1_000_000 && !done) {
            done = true;
            try {
                deed.happen();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public Progress progress(String what, long total) {
        return this;
    }

    @Override
    public void say(String line) {}

    @Override
    public void warn(String line) {}

    @Override
    public boolean confirm(String question) {
        return false;
    }

    @Override
    public void close() {}
}
