package org.opensocialnet.people;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.database.Sight;
import org.opensocialnet.matching.Encoded;
import org.opensocialnet.people.Fact.Said;
import org.opensocialnet.people.Finding.Hit;
import org.opensocialnet.people.Registration.Resemblance;
import org.opensocialnet.people.Tokens.Sought;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Many who are about to be registered together: looked at against the registry and against each other, and taken back. */
@Component
@Transactional
public class Crowd {

    private final Alike alike;
    private final Encodings encodings;
    private final Codes codes;
    private final Tokens tokens;
    private final Finding finding;
    private final Facts facts;
    private final Persons persons;
    private final Erasure erasure;
    private final ObjectProvider<PersonRecords> rooms;
    private final Trail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    Crowd(
            Alike alike,
            Encodings encodings,
            Codes codes,
            Tokens tokens,
            Finding finding,
            Facts facts,
            Persons persons,
            Erasure erasure,
            ObjectProvider<PersonRecords> rooms,
            Trail trail,
            JdbcClient jdbc,
            Clock clock) {
        this.alike = alike;
        this.encodings = encodings;
        this.codes = codes;
        this.tokens = tokens;
        this.finding = finding;
        this.facts = facts;
        this.persons = persons;
        this.erasure = erasure;
        this.rooms = rooms;
        this.trail = trail;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Who one of them may be: people of the registry, and those before it, by their places. */
    public record Seen(List<Resemblance> known, Set<Integer> before) {}

    /** Those looked at so far, in memory, by tokens and encodings alone; and the judge, one for all of them. */
    public static final class Gathered {

        private final Map<Long, List<Integer>> byToken = new HashMap<>();
        private final Map<String, Integer> byCode = new HashMap<>();
        private final Map<Integer, Encoded> encoded = new HashMap<>();
        private Alike.@Nullable Judge judge;
    }

    /** Looks at one more, who is remembered for those that follow. */
    @Transactional(readOnly = true)
    public Seen look(Gathered gathered, int place, List<Said> said, String code) {
        var judge = Objects.requireNonNullElseGet(gathered.judge, alike::judge);
        gathered.judge = judge;
        var newcomer = encodings.of(said);
        var seen = new Seen(alike.to(said, codes.hashes(code), judge), before(gathered, said, newcomer, judge, code));
        gathered.encoded.put(place, newcomer);
        said.stream()
                .flatMap(fact -> tokens.of(fact.kind(), fact.text()).stream())
                .distinct()
                .forEach(token -> gathered.byToken
                        .computeIfAbsent(token, _ -> new ArrayList<>(1))
                        .add(place));
        if (Codes.isCode(code)) {
            gathered.byCode.putIfAbsent(Codes.normalised(code), place);
        }
        return seen;
    }

    private Set<Integer> before(Gathered gathered, List<Said> said, Encoded newcomer, Alike.Judge judge, String code) {
        var kinds = tokens.clues(said);
        var before = new LinkedHashSet<Integer>();
        var same = Codes.isCode(code) ? gathered.byCode.get(Codes.normalised(code)) : null;
        if (same != null) {
            before.add(same);
        }
        weights(gathered, tokens.alike(said)).forEach((place, byClue) -> {
            int score = byClue.values().stream().mapToInt(Integer::intValue).sum();
            var hit = new Hit(new UUID(0, place), score, byClue.keySet());
            if (judge.doubt(hit, kinds, newcomer, gathered.encoded.get(place)).isPresent()) {
                before.add(place);
            }
        });
        return before;
    }

    /** How strongly each place is hit by each clue: what hits twice counts once, as it does in the database. */
    private static Map<Integer, Map<Integer, Integer>> weights(Gathered gathered, List<Sought> sought) {
        var weights = new LinkedHashMap<Integer, Map<Integer, Integer>>();
        for (var one : sought) {
            for (var place : gathered.byToken.getOrDefault(one.token(), List.of())) {
                weights.computeIfAbsent(place, _ -> new HashMap<>()).merge(one.clue(), one.weight(), Math::max);
            }
        }
        return weights;
    }

    /** Adds what was not known of her, of kinds of which nothing is; answers what was added. */
    public List<UUID> complete(PersonId id, List<Said> said) {
        var organization = persons.own(id);
        var known = persons.find(id).orElseThrow();
        var added = new ArrayList<UUID>();
        if (known.restrictedAt() != null) {
            return added;
        }
        var member = Objects.requireNonNull(Sight.current()).member();
        for (var fact : said) {
            if (known.said(fact.kind()).isEmpty()) {
                added.add(facts.add(id, organization, member, fact));
            }
        }
        if (!added.isEmpty()) {
            trail.note(Act.on("people.person.corrected", "person", id.value()).of(organization));
        }
        return added;
    }

    /** What was added goes without a trace of it; what somebody changed meanwhile stays as it was changed. */
    public void withdraw(PersonId id, List<UUID> added) {
        var organization = persons.own(id);
        jdbc.sql("delete from people.fact where id = any (:added::uuid[]) and person = :id and ended_at is null")
                .param("added", added.toArray(UUID[]::new))
                .param("id", id.value())
                .update();
        trail.note(Act.on("people.person.corrected", "person", id.value()).of(organization));
    }

    /** Erases somebody registered by mistake, unless something happened with her since: then she stays. */
    public boolean takeBack(PersonId id, Instant since) {
        persons.own(id);
        var used = new LinkedHashSet<UUID>();
        rooms.forEach(room -> used.addAll(room.using(List.of(id.value()), since)));
        if (!used.isEmpty() || isWithOthers(id)) {
            return false;
        }
        erasure.erase(id, "erasure.import-undone");
        return true;
    }

    /** Other records of the same organisation that carry this code and do not stand for her yet. */
    @Transactional(readOnly = true)
    public List<PersonId> carrying(PersonId id, String code) {
        var organization = persons.own(id);
        var self = persons.find(id).orElseThrow().self();
        return persons.all(finding.carrying(codes.hashes(code))).stream()
                .filter(person -> person.organization().equals(organization))
                .filter(person -> !person.self().equals(self))
                .map(Person::id)
                .toList();
    }

    /** Two records are hers, she says so herself: they wait to be joined, whatever was thought of them before. */
    public void offer(PersonId one, PersonId other) {
        var organization = persons.own(one);
        persons.own(other);
        jdbc.sql("""
                insert into people.pair (one, other, organization, state, found_at)
                values (least(:one, :other), greatest(:one, :other), :organization, 'open', :now)
                on conflict (one, other) do update set state = 'open', decided_at = null, decided_by = null
                where people.pair.state = 'different'
                """)
                .param("one", one.value())
                .param("other", other.value())
                .param("organization", organization)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        trail.note(Act.on("people.code.joined", "person", one.value())
                .of(organization)
                .because("consent.spoken"));
    }

    /** All records the sight that holds may see that stand for the same person as this one. */
    @Transactional(readOnly = true)
    public List<PersonId> selves(PersonId id) {
        return persons.find(id)
                .map(person -> persons.selves(person.self()).stream()
                        .map(PersonId::new)
                        .toList())
                .orElse(List.of());
    }

    private boolean isWithOthers(PersonId id) {
        return jdbc.sql("""
                select exists (select from people.household_member where person = :id)
                    or exists (select from people.person where self = :id and id <> :id or id = :id and self <> :id)
                """).param("id", id.value()).query(Boolean.class).single();
    }
}
