package org.opensocialnet.people;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.database.Sight;
import org.opensocialnet.people.Fact.Said;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Somebody about to be registered, as a form says it.
 *
 * @param once the form's own number: sent twice, it makes one person
 * @param code a code she made herself; none where she has none
 * @param seen the records the worker was shown and says are other people
 */
public record Registration(
        UUID once, List<Said> facts, @Nullable String code, Set<TargetGroup> groups, LocalDate since, Set<UUID> seen) {

    public Registration {
        facts = List.copyOf(facts);
        groups = Set.copyOf(groups);
        seen = Set.copyOf(seen);
    }

    /** What came of it. */
    public sealed interface Outcome {}

    /** She is in the registry; {@code again} where the same form came a second time. */
    public record Registered(PersonId id, boolean again) implements Outcome {}

    /** Others may be her: nothing was saved. */
    public record Doubtful(List<Resemblance> resemblances) implements Outcome {}

    /** Somebody of the own organisation who may be the same person, and in what the two are alike. */
    public record Resemblance(Person person, Set<FactKind> alike) {}

    /** Through which people of one organisation are registered as long as a transaction lasts; what is weighed by is read once. */
    public static final class Door {

        private final Registrar registrar;
        private final UUID organization;
        private final @Nullable UUID member;
        private Alike.@Nullable Judge judge;

        private Door(Registrar registrar, UUID organization, @Nullable UUID member) {
            this.registrar = registrar;
            this.organization = organization;
            this.member = member;
        }

        public Outcome register(Registration wanted) {
            var weighs = Objects.requireNonNullElseGet(judge, registrar.alike::judge);
            judge = weighs;
            return registrar.register(wanted, organization, member, weighs);
        }
    }

    /** Writes people down: those who come to the door one after the other, and those who were looked at before. */
    @Component
    static class Registrar {

        private final Persons persons;
        private final Facts facts;
        private final Codes codes;
        private final Encodings encodings;
        private final Groups groups;
        private final Alike alike;
        private final Trail trail;
        private final JdbcClient jdbc;
        private final Clock clock;

        Registrar(
                Persons persons,
                Facts facts,
                Codes codes,
                Encodings encodings,
                Groups groups,
                Alike alike,
                Trail trail,
                JdbcClient jdbc,
                Clock clock) {
            this.persons = persons;
            this.facts = facts;
            this.codes = codes;
            this.encodings = encodings;
            this.groups = groups;
            this.alike = alike;
            this.trail = trail;
            this.jdbc = jdbc;
            this.clock = clock;
        }

        Door door() {
            var sight = Objects.requireNonNull(Sight.current());
            var organization = Objects.requireNonNull(sight.organization());
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:whose, 0))::text")
                    .param("whose", "people " + organization)
                    .query(String.class)
                    .single();
            return new Door(this, organization, sight.member());
        }

        private Outcome register(Registration wanted, UUID organization, @Nullable UUID member, Alike.Judge judge) {
            var before = made(wanted.once());
            if (before.isPresent()) {
                return new Registered(before.get(), true);
            }
            var doubts =
                    alike
                            .to(wanted.facts(), codes.hashes(Objects.requireNonNullElse(wanted.code(), "")), judge)
                            .stream()
                            .filter(resemblance -> !wanted.seen()
                                    .contains(resemblance.person().id().value()))
                            .toList();
            if (!doubts.isEmpty()) {
                trail.noteAll(doubts.stream()
                        .map(Resemblance::person)
                        .map(person -> Act.on(
                                        "people.person.found",
                                        "person",
                                        person.id().value())
                                .of(person.organization())
                                .because("purpose.find"))
                        .toList());
                return new Doubtful(doubts);
            }
            return new Registered(enter(wanted, organization, member, false), false);
        }

        /** Writes her down without looking for others; for what was looked at before. */
        PersonId enter(Registration wanted, UUID organization, @Nullable UUID member, boolean invented) {
            var id = PersonId.next();
            persons.add(id, organization, member, invented);
            facts.addAll(id, organization, member, wanted.facts());
            encodings.keep(id.value(), organization, wanted.facts());
            if (wanted.code() != null) {
                codes.own(id, organization, wanted.code());
            }
            wanted.groups().forEach(group -> groups.enter(id, organization, member, group, wanted.since()));
            jdbc.sql("""
                    insert into people.registration (once, person, organization, at)
                    values (:once, :person, :organization, :now)
                    """)
                    .param("once", wanted.once())
                    .param("person", id.value())
                    .param("organization", organization)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            alike.remember(id, organization, member, wanted.seen());
            trail.note(Act.on("people.person.registered", "person", id.value()).of(organization));
            return id;
        }

        private Optional<PersonId> made(UUID once) {
            return jdbc.sql("select person from people.registration where once = :once")
                    .param("once", once)
                    .query(UUID.class)
                    .optional()
                    .map(PersonId::new);
        }
    }
}
