package org.opensocialnet.mydata;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.opensocialnet.people.PersonId;
import org.opensocialnet.people.PersonRecords;
import org.opensocialnet.web.Words;
import org.springframework.stereotype.Component;

/** What this room keeps of a person: on her timeline, and gone when she is erased. */
@Component
class WishRecords implements PersonRecords {

    private final Wishes wishes;
    private final Keys keys;
    private final Askings askings;

    WishRecords(Wishes wishes, Keys keys, Askings askings) {
        this.wishes = wishes;
        this.keys = keys;
        this.askings = askings;
    }

    @Override
    public List<Event> timeline(PersonId person, Words t) {
        var events = new ArrayList<Event>();
        for (var wish : wishes.of(person)) {
            events.add(new Event(
                    wish.askedAt(), t.of("mydata.event", MyWords.of(wish.kind(), t)), MyWords.state(wish, t), ""));
        }
        return events;
    }

    /** They stand in what she takes away already. */
    @Override
    public Map<String, Object> export(PersonId person) {
        return Map.of();
    }

    @Override
    public void erase(PersonId person) {
        wishes.erase(person);
        keys.erase(person);
        askings.erase(person);
    }

    @Override
    public Set<UUID> using(Collection<UUID> persons, Instant since) {
        return wishes.using(persons, since);
    }

    @Override
    public Processing declared(Words t) {
        return new Processing(
                t.of("mydata.processing.what"),
                t.of("mydata.processing.purpose"),
                t.of("mydata.processing.basis"),
                t.of("mydata.processing.data"),
                t.of("mydata.processing.recipients"));
    }
}
