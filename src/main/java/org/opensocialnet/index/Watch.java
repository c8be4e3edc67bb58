package org.opensocialnet.index;

import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.index.Changes.Counted;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sees with one short look whether anything in the directory was changed since the last one, by this node or by
 * another, and even if what was changed is hidden now.
 */
@Component
public class Watch {

    /** How many records were changed since a moment; an old moment is left behind at the next change. */
    private record Seen(long version, String since, Counted counted) {}

    private final Changes changes;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile @Nullable Seen seen;
    private volatile long begun;
    private long ended;

    Watch(Changes changes) {
        this.changes = changes;
    }

    /**
     * A number that is another after every change: what was read under a number holds while it is the same. All who
     * ask while somebody looks share the next look, which begins after they asked.
     */
    public long version() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return look(); // who waited here with a connection in hand could keep the one who looks from getting one
        }
        long wanted = begun + 1;
        looking.lock();
        try {
            var last = seen;
            if (ended >= wanted && last != null) {
                return last.version();
            }
            begun++;
            long version = look();
            ended = begun;
            return version;
        } finally {
            looking.unlock();
        }
    }

    private long look() {
        var last = seen;
        return last != null && changes.countedSince(last.since()).equals(last.counted()) ? last.version() : anew();
    }

    private synchronized long anew() {
        var last = seen;
        var since = changes.stamp();
        var next = new Seen(last == null ? 1 : last.version() + 1, since, changes.countedSince(since));
        seen = next;
        return next.version();
    }
}
