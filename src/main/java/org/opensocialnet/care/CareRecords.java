package org.opensocialnet.care;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.opensocialnet.people.PersonId;
import org.opensocialnet.people.PersonRecords;
import org.opensocialnet.web.Words;
import org.springframework.stereotype.Component;

/** What this room keeps of a person: on her timeline, in what she takes away, and gone when she is erased. */
@Component
class CareRecords implements PersonRecords {

    private final Care care;

    CareRecords(Care care) {
        this.care = care;
    }

    @Override
    public List<Event> timeline(PersonId person, Words t) {
        var events = new ArrayList<Event>();
        for (var episode : care.episodes(person)) {
            events.add(new Event(episode.openedAt(), t.of("care.event.admitted"), t.date(episode.admittedOn()), ""));
            var why = episode.closedWhy();
            var closed = episode.closedOn();
            if (why != null && closed != null) {
                events.add(new Event(
                        closed.atTime(23, 59)
                                .atZone(java.time.ZoneId.of("Europe/Athens"))
                                .toInstant(),
                        t.of("care.event.closed"),
                        CareWords.of(why, t),
                        ""));
            }
            for (var entry : care.entries(episode.id())) {
                events.add(new Event(entry.writtenAt(), CareWords.of(entry.kind(), t), entry.text(), ""));
            }
        }
        return events;
    }

    /** Her own notes too: she may read what is written of her. */
    @Override
    public Map<String, Object> export(PersonId person) {
        return Map.of(
                "care",
                care.episodes(person).stream()
                        .map(episode -> {
                            var one = new LinkedHashMap<String, Object>();
                            one.put("admitted", episode.admittedOn().toString());
                            one.put("closed", String.valueOf(episode.closedOn()));
                            one.put("why", String.valueOf(episode.closedWhy()));
                            one.put(
                                    "entries",
                                    care.entries(episode.id()).stream()
                                            .map(entry -> Map.of(
                                                    "kind", entry.kind().name(),
                                                    "written", entry.writtenAt().toString(),
                                                    "text", entry.text()))
                                            .toList());
                            return one;
                        })
                        .toList());
    }

    @Override
    public void erase(PersonId person) {
        care.erase(person);
    }

    @Override
    public Set<UUID> using(Collection<UUID> persons, Instant since) {
        return care.using(persons, since);
    }

    @Override
    public Processing declared(Words t) {
        return new Processing(
                t.of("care.processing.what"),
                t.of("care.processing.purpose"),
                t.of("care.processing.basis"),
                t.of("care.processing.data"),
                t.of("care.processing.recipients"));
    }
}
