package org.opensocialnet.people;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.database.Sight;
import org.opensocialnet.matching.Encoded;
import org.opensocialnet.matching.Kind;
import org.opensocialnet.matching.Scorer;
import org.opensocialnet.people.Fact.Said;
import org.opensocialnet.people.Finding.Hit;
import org.opensocialnet.people.Registration.Resemblance;
import org.opensocialnet.people.Tokens.Weights;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds those of the own people who may be somebody who is being registered, and remembers who is not. Tokens in common
 * say whom to look at; whether it is a doubt is weighed as doubles in the registry are, by encodings and learnt weights.
 */
@Component
class Alike {

    private static final int MOST = 10;

    /** Two clues in which two are roughly alike: from here on it is worth weighing. */
    private static final int LEAST = Weights.BONES + Weights.NEAR;

    private static final int MOST_WEIGHED = 60;

    /** Somebody who is asked once too often loses seconds; a double loses what one of the two records knows. */
    private static final double DOUBT = 0.05;

    /** Where the family names differ, the rest has to say more: a first name and a year are shared by hundreds. */
    private static final double DOUBT_OF_ANOTHER_NAME = 0.5;

    private final Tokens tokens;
    private final Finding finding;
    private final Persons persons;
    private final Encodings encodings;
    private final LearntWeights learnt;
    private final JdbcClient jdbc;
    private final Clock clock;

    Alike(
            Tokens tokens,
            Finding finding,
            Persons persons,
            Encodings encodings,
            LearntWeights learnt,
            JdbcClient jdbc,
            Clock clock) {
        this.tokens = tokens;
        this.finding = finding;
        this.persons = persons;
        this.encodings = encodings;
        this.learnt = learnt;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Weighs newcomers of one organisation; for as long as it may be assumed that its weights stay what they are. */
    final class Judge {

        private final Scorer scorer;

        private Judge(UUID organization) {
            scorer = learnt.forNewcomers(organization);
        }

        /** In what somebody registered is alike a newcomer, where it is a doubt; none of whom nothing is encoded yet. */
        Optional<Doubt> doubt(Hit hit, List<FactKind> kinds, Encoded newcomer, @Nullable Encoded known) {
            if (hit.score() < LEAST) {
                return Optional.empty();
            }
            if (known == null) {
                return isDoubt(hit, kinds) ? Optional.of(new Doubt(DOUBT, kindsOf(hit, kinds))) : Optional.empty();
            }
            var score = scorer.score(newcomer, known);
            boolean sameNumber = hit.score() >= Weights.NUMBER;
            boolean otherFamily = score.evidence().stream()
                    .anyMatch(each -> each.field().kind() == Kind.FAMILY_NAME && each.bits() < 0);
            if (score.probability() < (otherFamily ? DOUBT_OF_ANOTHER_NAME : DOUBT) && !sameNumber) {
                return Optional.empty();
            }
            var alike = sameNumber ? kindsOf(hit, kinds) : EnumSet.noneOf(FactKind.class);
            score.evidence().stream()
                    .filter(each -> each.bits() > 0)
                    .forEach(each -> alike.add(FactKind.of(each.field().name())));
            return Optional.of(new Doubt(sameNumber ? 1 : score.probability(), alike));
        }
    }

    /** How probably somebody is the newcomer, and in what they are alike. */
    record Doubt(double probability, Set<FactKind> alike) {}

    Judge judge() {
        return new Judge(
                Objects.requireNonNull(Objects.requireNonNull(Sight.current()).organization()));
    }

    List<Resemblance> to(List<Said> facts, List<String> codes, Judge judge) {
        var found = new LinkedHashMap<UUID, Set<FactKind>>();
        finding.carrying(codes).forEach(person -> found.put(person, Set.of()));
        doubts(facts, judge).forEach((person, alike) -> found.merge(person, alike, Alike::both));
        return persons.all(found.keySet()).stream()
                .map(person ->
                        new Resemblance(person, found.getOrDefault(person.id().value(), Set.of())))
                .toList();
    }

    /** The most probable first. */
    private Map<UUID, Set<FactKind>> doubts(List<Said> facts, Judge judge) {
        var kinds = tokens.clues(facts);
        var hits = finding.hits(tokens.alike(facts), LEAST, MOST_WEIGHED);
        if (hits.isEmpty()) {
            return Map.of();
        }
        var known = encodings.of(hits.stream().map(Hit::person).toList());
        var newcomer = encodings.of(facts);
        var doubts = new LinkedHashMap<UUID, Doubt>();
        hits.forEach(hit -> judge.doubt(hit, kinds, newcomer, known.get(hit.person()))
                .ifPresent(doubt -> doubts.put(hit.person(), doubt)));
        return doubts.entrySet().stream()
                .sorted(Comparator.comparingDouble(each -> -each.getValue().probability()))
                .limit(MOST)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().alike(), (one, _) -> one, LinkedHashMap::new));
    }

    /** A year and a first name are shared by hundreds: a family name, a number or a phone must be among it. */
    static boolean isDoubt(Hit hit, List<FactKind> kinds) {
        var alike = kindsOf(hit, kinds);
        return hit.score() >= Weights.NUMBER
                || hit.score() >= Weights.DOUBT
                        && (alike.contains(FactKind.PHONE)
                                || alike.contains(FactKind.EMAIL)
                                || alike.contains(FactKind.FAMILY_NAME) && alike.size() > 1
                                || alike.contains(FactKind.NICKNAME) && alike.size() > 1);
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
        if (others.isEmpty()) {
            return;
        }
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
