package org.opensocialnet.index;

import org.jspecify.annotations.Nullable;
import org.opensocialnet.index.Changes.Counted;
import org.springframework.stereotype.Component;

/**
 * Sees with one short look whether anything in the directory was changed since the last one, by this node or by
 * another, and even if what was changed is hidden now.
 */
@Component
public class Watch {

    /** How many records were changed since a moment; an old moment is left behind at the next change. */
    private record Seen(long version, String since, Counted counted) {}

    private final Changes changes;
    private volatile @Nullable Seen seen;

    Watch(Changes changes) {
        this.changes = changes;
    }

    /** A number that is another after every change: what was read under a number holds while it is the same. */
    public long version() {
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
