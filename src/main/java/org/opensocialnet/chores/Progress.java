package org.opensocialnet.chores;

import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * How work tells how far it is, on connections of its own: a reader sees it while the work's transaction is open. It also
 * ends work that another node has taken over, or whose node stops, by an exception.
 */
public final class Progress {

    private static final long TELLS_EVERY = 500_000_000L;

    private final @Nullable ChoreBook book;
    private final TransactionOperations apart;
    private final UUID run;
    private final BooleanSupplier stopping;
    private String step = "";
    private long done;
    private @Nullable Long total;
    private long told;

    Progress(@Nullable ChoreBook book, TransactionOperations apart, UUID run, BooleanSupplier stopping) {
        this.book = book;
        this.apart = apart;
        this.run = run;
        this.stopping = stopping;
    }

    /** For work that is done at once, without anybody waiting. */
    public static Progress unseen() {
        return new Progress(null, TransactionOperations.withoutTransaction(), new UUID(0, 0), () -> false);
    }

    /** The work is no longer this try's. */
    static final class Lost extends RuntimeException {

        Lost() {
            super("the work was taken over, or its node stops");
        }
    }

    /** Begins a part of the work. */
    public void step(String code, @Nullable Long all) {
        step = code;
        done = 0;
        total = all;
        tell();
    }

    public void advance(long more) {
        done += more;
        if (System.nanoTime() - told > TELLS_EVERY) {
            tell();
        }
    }

    /** The work is done, if it is still this try's; in the transaction that keeps its results. */
    public void finish() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("work is finished in the transaction that keeps it");
        }
        if (book != null && !book.end(run, "done")) {
            throw new Lost();
        }
    }

    private void tell() {
        told = System.nanoTime();
        var known = book;
        if (known == null) {
            return;
        }
        boolean ours = Boolean.TRUE.equals(apart.execute(_ -> known.tell(run, step, done, total)));
        if (!ours || stopping.getAsBoolean()) {
            throw new Lost();
        }
    }
}
