package org.opensocialnet.mydata;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.Organizations;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.consents.Consent;
import org.opensocialnet.consents.Consents;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.people.Fact;
import org.opensocialnet.people.People;
import org.opensocialnet.people.Person;
import org.opensocialnet.people.PersonId;
import org.opensocialnet.people.PersonRecords;
import org.opensocialnet.people.Sharing;
import org.opensocialnet.web.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Gathers all that is held of one person, for herself; read with the eyes of whoever keeps it. */
@Component
class MyRecord {

    private static final int MOST_EVENTS = 200;

    private final People people;
    private final Consents consents;
    private final Sharing sharing;
    private final Wishes wishes;
    private final Trail trail;
    private final Organizations organizations;
    private final ObjectProvider<PersonRecords> rooms;
    private final TransactionOperations transactions;

    MyRecord(
            People people,
            Consents consents,
            Sharing sharing,
            Wishes wishes,
            Trail trail,
            Organizations organizations,
            ObjectProvider<PersonRecords> rooms,
            TransactionOperations transactions) {
        this.people = people;
        this.consents = consents;
        this.sharing = sharing;
        this.wishes = wishes;
        this.trail = trail;
        this.organizations = organizations;
        this.rooms = rooms;
        this.transactions = transactions;
    }

    /**
     * All of it.
     *
     * @param history what was ever believed of who she is
     * @param openTo organisations that may look now, by name
     * @param readings who looked at it or did something with it, the newest first
     * @param happened what was done and written, the newest first
     */
    record Whole(
            Person person,
            String keeper,
            List<Fact> history,
            List<String> openTo,
            List<Consent> consents,
            List<Wish> wishes,
            List<Reading> readings,
            List<PersonRecords.Event> happened,
            Map<String, Object> rooms) {}

    /** One reading: when, of which organisation, in which role, what and why as codes. */
    record Reading(Instant at, String organization, String role, String what, String why) {}

    Whole of(Keys.Opened opened, String from, Words t) {
        var id = opened.person();
        var sight = Sight.link(opened.organization(), "my-data", from);
        return sight.call(() -> Objects.requireNonNull(transactions.execute(_ -> whole(id, t))))
                .with(readings(id));
    }

    private Gathered whole(PersonId id, Words t) {
        var organization = people.organization(id).orElseThrow(() -> Refusal.notFound("mydata.unknown"));
        var person = people.herself(id);
        var exported = new LinkedHashMap<String, Object>();
        rooms.orderedStream().forEach(room -> exported.putAll(room.export(id)));
        return new Gathered(
                person,
                name(organization),
                people.historyForHerself(id),
                sharing.recipients(id).stream().map(this::name).toList(),
                consents.of(id),
                wishes.of(id),
                rooms.orderedStream()
                        .flatMap(room -> room.timeline(id, t).stream())
                        .sorted(Comparator.comparing(PersonRecords.Event::at).reversed())
                        .limit(MOST_EVENTS)
                        .toList(),
                exported);
    }

    private record Gathered(
            Person person,
            String keeper,
            List<Fact> history,
            List<String> openTo,
            List<Consent> consents,
            List<Wish> wishes,
            List<PersonRecords.Event> happened,
            Map<String, Object> rooms) {

        Whole with(List<Reading> readings) {
            return new Whole(person, keeper, history, openTo, consents, wishes, readings, happened, rooms);
        }
    }

    /** The trail is the auditor's; what it says of her is hers too. */
    private List<Reading> readings(PersonId id) {
        return Sight.job("my-data")
                .call(() ->
                        Objects.requireNonNull(transactions.execute(_ -> trail.history("person", id.value()).stream()
                                .map(change -> new Reading(
                                        change.at(),
                                        name(change.organization()),
                                        change.role(),
                                        change.what(),
                                        Objects.requireNonNullElse(change.why(), "")))
                                .toList())));
    }

    String name(@Nullable UUID organization) {
        return organization == null ? "" : organizations.name(organization).orElse("");
    }

    /** All records a visit opens as plain values, to be taken away. */
    Map<String, Object> plain(List<Whole> wholes) {
        return wholes.size() == 1
                ? plain(wholes.getFirst())
                : Map.of("records", wholes.stream().map(this::plain).toList());
    }

    private Map<String, Object> plain(Whole whole) {
        var plain = new LinkedHashMap<String, Object>();
        plain.put("number", whole.person().id().value().toString());
        plain.put("keptBy", whole.keeper());
        plain.put("since", whole.person().since().toString());
        plain.put("restrictedSince", String.valueOf(whole.person().restrictedAt()));
        var facts = new ArrayList<Map<String, Object>>();
        for (var fact : whole.history()) {
            facts.add(Map.of(
                    "kind", fact.kind().code(),
                    "text", fact.text(),
                    "quality", fact.quality().name(),
                    "recorded", fact.recordedAt().toString(),
                    "ended", String.valueOf(fact.endedAt())));
        }
        plain.put("identity", facts);
        plain.put(
                "groups",
                whole.person().groups().stream()
                        .map(group -> Map.of(
                                "group", group.group().code(),
                                "since", group.since().toString(),
                                "until", String.valueOf(group.until())))
                        .toList());
        plain.put("openTo", whole.openTo());
        plain.put(
                "wishes",
                whole.wishes().stream()
                        .map(wish -> Map.of(
                                "kind", wish.kind().name(),
                                "text", wish.text(),
                                "asked", wish.askedAt().toString(),
                                "verdict", String.valueOf(wish.verdict()),
                                "grounds", wish.grounds()))
                        .toList());
        plain.put(
                "readings",
                whole.readings().stream()
                        .map(reading -> Map.of(
                                "at", reading.at().toString(),
                                "organization", reading.organization(),
                                "role", reading.role(),
                                "what", reading.what(),
                                "why", reading.why()))
                        .toList());
        plain.putAll(whole.rooms());
        return plain;
    }
}
