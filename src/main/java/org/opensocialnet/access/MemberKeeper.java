package org.opensocialnet.access;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.opensocialnet.database.Sight;
import org.springframework.stereotype.Component;

/** A member belongs to the organisation acted for if one of the memberships there to see is of it. */
@Component
class MemberKeeper implements Keeper {

    private final Members members;

    MemberKeeper(Members members) {
        this.members = members;
    }

    @Override
    public String kind() {
        return "member";
    }

    @Override
    public Optional<UUID> organization(UUID member) {
        var here = Objects.requireNonNull(Sight.current()).organization();
        return members.memberships(member).stream()
                .flatMap(membership -> Optional.ofNullable(membership.organization()).stream())
                .filter(organization -> organization.equals(here))
                .findFirst();
    }
}
