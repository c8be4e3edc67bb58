package org.opensocialnet.people;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.opensocialnet.web.Words;

/**
 * What a room keeps of persons, as a bean: it shows on the person's timeline, goes with her when she takes her data away,
 * goes for good when she is erased, and stands in the register of processing. A room that keeps a {@link PersonId} brings
 * one.
 */
public interface PersonRecords {

    /** What happened, as the sight that holds may know it; the newest first, a hundred at most. */
    List<Event> timeline(PersonId person, Words t);

    /** All that is kept of her, for herself: plain values under plain names. */
    Map<String, Object> export(PersonId person);

    /** Leaves nothing of her; counts may stay where they name nobody. */
    void erase(PersonId person);

    /** Those of these people with whom something happened here since then, or still goes on: they are not forgotten yet. */
    Set<UUID> using(Collection<UUID> persons, Instant since);

    /** What the register of processing (GDPR, article 30) says of it. */
    Processing declared(Words t);

    /** One thing that happened to or with a person, in words, and the page where it is told in full; empty without one. */
    record Event(Instant at, String title, String text, String path) {}

    /**
     * One line of the register.
     *
     * @param what is done
     * @param purpose what for
     * @param basis the legal basis, and for special categories the exception
     * @param data which data of whom
     * @param recipients who else receives it
     */
    record Processing(String what, String purpose, String basis, String data, String recipients) {}

    /** The room, as the types of records it declares begin. */
    default String room() {
        var room = getClass().getPackageName();
        return room.substring(room.lastIndexOf('.') + 1);
    }
}
