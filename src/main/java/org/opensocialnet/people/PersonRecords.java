package org.opensocialnet.people;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.opensocialnet.web.Words;

/**
 * What a room above keeps of persons, as a bean: it shows on the person's timeline, goes with her when she takes her data
 * away, and goes for good when she is erased. A room that keeps a {@link PersonId} brings one.
 */
public interface PersonRecords {

    /** What happened, as the sight that holds may know it; the newest first, a hundred at most. */
    List<Event> timeline(PersonId person, Words t);

    /** All that is kept of her, for herself: plain values under plain names. */
    Map<String, Object> export(PersonId person);

    /** Leaves nothing of her; counts may stay where they name nobody. */
    void erase(PersonId person);

    /** One thing that happened to or with a person, in words, and the page where it is told in full; empty without one. */
    record Event(Instant at, String title, String text, String path) {}
}
