package org.opensocialnet.desk;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.Members;
import org.opensocialnet.access.Organizations;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Where each member belongs, by name. Remembered for a moment, for every page asks whether there is a choice. */
@Component
class Affiliations {

    private static final Duration MOMENT = Duration.ofMinutes(1);

    private final Members members;
    private final ObjectProvider<Organizations> organizations;
    private final Briefly<UUID, List<Affiliation>> known;

    Affiliations(Members members, ObjectProvider<Organizations> organizations, Clock clock) {
        this.members = members;
        this.organizations = organizations;
        this.known = new Briefly<>(clock, MOMENT);
    }

    /** One place where somebody belongs. The network's own bodies are no organisation; one that left the directory has no name. */
    record Affiliation(
            UUID membership,
            @Nullable UUID organization,
            @Nullable String name) {}

    List<Affiliation> of(UUID member) {
        return known.get(member, this::read);
    }

    private List<Affiliation> read(UUID member) {
        return members.memberships(member).stream()
                .map(one -> new Affiliation(one.id(), one.organization(), name(one.organization())))
                .toList();
    }

    private @Nullable String name(@Nullable UUID organization) {
        if (organization == null) {
            return null;
        }
        return organizations.stream()
                .flatMap(book -> book.name(organization).stream())
                .findFirst()
                .orElse(null);
    }
}
