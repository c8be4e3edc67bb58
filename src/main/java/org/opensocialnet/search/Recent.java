package org.opensocialnet.search;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.index.Shelf;
import org.opensocialnet.search.Matches.Key;

/** The matches of questions asked this minute: on a cold evening many people ask for the same thing. */
final class Recent {

    private static final int MOST = 128;

    private record Kept(Shelf shelf, Map<Key, Matches> matches) {}

    /** Finds the matches of a question. */
    interface Finder {
        Matches find() throws IOException;
    }

    private volatile @Nullable Kept kept;

    Matches of(Shelf shelf, Key key, Finder finder) throws IOException {
        var current = kept;
        if (current == null || current.shelf() != shelf || current.matches().size() >= MOST) {
            current = new Kept(shelf, new ConcurrentHashMap<>());
            kept = current;
        }
        var known = current.matches().get(key);
        if (known == null) {
            known = finder.find();
            current.matches().put(key, known);
        }
        return known;
    }
}
