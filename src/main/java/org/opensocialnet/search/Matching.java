package org.opensocialnet.search;

import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.opensocialnet.index.Shelf;

/** All services in which some words are found, and their points: a service at a place, or the service itself. */
public record Matching(Set<UUID> services, Set<UUID> points) {

    /** Every word must be found; one that nothing resembles leaves nothing. */
    static Optional<Matching> of(Shelf shelf, Interpreter.Reading reading) throws IOException {
        var meaning = new Meaning(shelf, reading);
        if (!meaning.ignored().isEmpty()) {
            return Optional.of(new Matching(Set.of(), Set.of()));
        }
        if (meaning.isEmpty()) {
            return Optional.empty();
        }
        var found = Scores.of(shelf.searcher(), meaning.query(meaning.size()), shelf.all()).matching;
        found.and(shelf.all());
        var services = new HashSet<UUID>();
        var points = new HashSet<UUID>();
        for (int at = Shelf.next(found, 0); at < shelf.size(); at = Shelf.next(found, at + 1)) {
            services.add(shelf.service(at));
            points.add(shelf.id(at));
        }
        return Optional.of(new Matching(services, points));
    }
}
