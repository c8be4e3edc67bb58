package org.opensocialnet.consents;

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
class ConsentRecords implements PersonRecords {

    private final Consents consents;
    private final LegalBases bases;
    private final ConsentWords words;

    ConsentRecords(Consents consents, LegalBases bases, ConsentWords words) {
        this.consents = consents;
        this.bases = bases;
        this.words = words;
    }

    @Override
    public List<Event> timeline(PersonId person, Words t) {
        var events = new ArrayList<Event>();
        for (var consent : consents.of(person)) {
            events.add(new Event(consent.givenAt(), t.of("consents.event.given"), words.title(consent, t), ""));
            var withdrawn = consent.withdrawnAt();
            if (withdrawn != null) {
                events.add(new Event(withdrawn, t.of("consents.event.withdrawn"), words.title(consent, t), ""));
            }
        }
        for (var basis : bases.of(person)) {
            events.add(new Event(
                    basis.recordedAt(),
                    t.of("consents.event.basis"),
                    t.of("consents.event.both", words.title(basis, t), words.proof(basis, t)),
                    ""));
        }
        return events;
    }

    @Override
    public Map<String, Object> export(PersonId person) {
        return Map.of(
                "consents",
                consents.of(person).stream()
                        .map(consent -> {
                            var one = new LinkedHashMap<String, Object>();
                            one.put("purpose", consent.purpose().name());
                            one.put("recipient", String.valueOf(consent.recipient()));
                            one.put("identity", consent.identity());
                            one.put("care", consent.care());
                            one.put("wording", consent.wording());
                            one.put("way", consent.way().name());
                            one.put("given", consent.givenAt().toString());
                            one.put("until", consent.endsOn().toString());
                            one.put("withdrawn", String.valueOf(consent.withdrawnAt()));
                            return one;
                        })
                        .toList(),
                "legalBases",
                bases.of(person).stream().map(ConsentRecords::exported).toList());
    }

    private static Map<String, Object> exported(LegalBasis basis) {
        var one = new LinkedHashMap<String, Object>();
        one.put("recipient", basis.recipient().toString());
        one.put("ground", basis.ground().code());
        one.put("article", basis.article());
        one.put("decidedBy", basis.decidedBy());
        one.put("why", basis.why());
        one.put("identity", basis.identity());
        one.put("care", basis.care());
        one.put("recorded", basis.recordedAt().toString());
        one.put("until", basis.endsOn().toString());
        one.put("ended", String.valueOf(basis.endedAt()));
        return one;
    }

    @Override
    public void erase(PersonId person) {
        bases.erase(person);
        consents.erase(person);
    }

    @Override
    public Set<UUID> using(Collection<UUID> persons, Instant since) {
        return consents.using(persons, since);
    }

    @Override
    public Processing declared(Words t) {
        return new Processing(
                t.of("consents.processing.what"),
                t.of("consents.processing.purpose"),
                t.of("consents.processing.basis"),
                t.of("consents.processing.data"),
                t.of("consents.processing.recipients"));
    }
}
