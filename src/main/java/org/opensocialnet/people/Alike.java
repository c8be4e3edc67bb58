package org.opensocialnet.people;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.people.Fact.Said;
import org.opensocialnet.people.Finding.Hit;
import org.opensocialnet.people.Registration.Resemblance;
import org.opensocialnet.people.Tokens.Weights;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds those of the own people who may be somebody who is being registered, and remembers who is not. */
@Component
class Alike {

    private static final int MOST = 10;

    private final Tokens tokens;
    private final Finding finding;
    private final Persons persons;
    private final JdbcClient jdbc;
    private final Clock clock;

    Alike(Tokens tokens, Finding finding, Persons persons, JdbcClient jdbc, Clock clock) {
        this.tokens = tokens;
        this.finding = finding;
        this.persons = persons;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Resemblance> to(List<Said> facts, List<String> codes) {
        var found = new LinkedHashMap<UUID, Set<FactKind>>();
        finding.carrying(codes).forEach(person -> found.put(person, Set.of()));
        for (var fact : byClue(facts).entrySet()) {
            found.merge(fact.getKey(), fact.getValue(), Alike::both);
        }
        return persons.all(found.keySet()).stream()
                .map(person ->
                        new Resemblance(person, found.getOrDefault(person.id().value(), Set.of())))
                .toList();
    }

    private Map<UUID, Set<FactKind>> byClue(List<Said> facts) {
        var kinds = tokens.clues(facts);
        var hits = finding.hits(tokens.alike(facts), Weights.DOUBT, MOST * 2);
        return hits.stream()
                .filter(hit -> isDoubt(hit, kinds))
                .limit(MOST)
                .collect(
                        Collectors.toMap(Hit::person, hit -> kindsOf(hit, kinds), (one, _) -> one, LinkedHashMap::new));
    }

    /** A year and a first name are shared by hundreds: a family name, a number or a phone must be among it. */
    static boolean isDoubt(Hit hit, List<FactKind> kinds) {
        var alike = kindsOf(hit, kinds);
        return hit.score() >= Weights.NUMBER
                || alike.contains(FactKind.PHONE)
                || alike.contains(FactKind.EMAIL)
                || alike.contains(FactKind.FAMILY_NAME) && alike.size() > 1
                || alike.contains(FactKind.NICKNAME) && alike.size() > 1;
    }

    private static Set<FactKind> kindsOf(Hit hit, List<FactKind> kinds) {
        return hit.clues().stream()
                .map(clue -> kinds.get(clue - 1))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<FactKind> both(Set<FactKind> one, Set<FactKind> other) {
        var both = new LinkedHashSet<>(one);
        both.addAll(other);
        return both;
    }

    /** Whoever registers her says these are others: nobody is asked again. */
    void remember(PersonId id, UUID organization, @Nullable UUID member, Set<UUID> others) {
        var own = new ArrayList<UUID>();
        persons.all(others).stream()
                .filter(person -> person.organization().equals(organization))
                .forEach(person -> own.add(person.id().value()));
        for (var other : own) {
            jdbc.sql("""
                    insert into people.pair (one, other, organization, state, found_at, decided_at, decided_by)
                    values (least(:id, :other), greatest(:id, :other), :organization, 'different', :now, :now, :member)
                    on conflict (one, other) do nothing
                    """)
                    .param("id", id.value())
                    .param("other", other)
                    .param("organization", organization)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("member", member)
                    .update();
        }
    }
}
