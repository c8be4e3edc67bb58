package org.opensocialnet.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person as far as the reader may know her.
 *
 * @param organization whose record it is
 * @param self the same for all records that stand for one person
 * @param facts what holds now; empty for a person under a code alone
 * @param restrictedAt since when it is kept but not used
 */
public record Person(
        PersonId id,
        UUID organization,
        UUID self,
        Instant since,
        List<Fact> facts,
        List<Belonging> groups,
        int codes,
        @Nullable Instant restrictedAt) {

    public Person {
        facts = List.copyOf(facts);
        groups = List.copyOf(groups);
    }

    /** What is known of one kind, the newest; empty where nothing is. */
    public String said(FactKind kind) {
        return facts.stream()
                .filter(fact -> fact.kind() == kind)
                .map(Fact::text)
                .reduce((_, newer) -> newer)
                .orElse("");
    }

    /** Given and family name, else the nickname; empty for a person under a code alone. */
    public String name() {
        var name = (said(FactKind.GIVEN_NAME) + " " + said(FactKind.FAMILY_NAME)).strip();
        return name.isEmpty() ? said(FactKind.NICKNAME) : name;
    }

    /** The last letters of the pseudonym: what workers call a person without a name. */
    public String pseudonym() {
        return PersonId.pseudonym(id.value());
    }

    /** A group she belongs to, or what makes her vulnerable, from when to when. */
    public record Belonging(
            UUID id,
            TargetGroup group,
            LocalDate since,
            @Nullable LocalDate until) {}
}
