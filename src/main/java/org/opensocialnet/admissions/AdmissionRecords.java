package org.opensocialnet.admissions;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.opensocialnet.people.PersonId;
import org.opensocialnet.people.PersonRecords;
import org.opensocialnet.web.Words;
import org.springframework.stereotype.Component;

/** What this room keeps of a person: which row of which list she came by, until the list can no longer be taken back. */
@Component
class AdmissionRecords implements PersonRecords {

    private final Lines lines;

    AdmissionRecords(Lines lines) {
        this.lines = lines;
    }

    @Override
    public List<Event> timeline(PersonId person, Words t) {
        return lines.entered(person.value()).stream()
                .map(at -> new Event(at, t.of("admissions.event"), "", ""))
                .toList();
    }

    @Override
    public Map<String, Object> export(PersonId person) {
        return Map.of(
                "admissions",
                lines.entered(person.value()).stream().map(Instant::toString).toList());
    }

    @Override
    public void erase(PersonId person) {
        lines.erase(person.value());
    }

    /** That somebody came by a list does not keep her. */
    @Override
    public Set<UUID> using(Collection<UUID> persons, Instant since) {
        return Set.of();
    }

    @Override
    public Processing declared(Words t) {
        return new Processing(
                t.of("admissions.processing.what"),
                t.of("admissions.processing.purpose"),
                t.of("admissions.processing.basis"),
                t.of("admissions.processing.data"),
                t.of("admissions.processing.recipients"));
    }
}
