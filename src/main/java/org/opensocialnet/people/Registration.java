package org.opensocialnet.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.people.Fact.Said;

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
}
