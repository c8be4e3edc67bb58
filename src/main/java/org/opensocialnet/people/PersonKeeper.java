package org.opensocialnet.people;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.opensocialnet.access.Keeper;
import org.opensocialnet.database.Sight;
import org.springframework.stereotype.Component;

/**
 * Tells the gate whether a person's address names a record the member may read: the own organisation's, or one that was
 * opened to it. Who may change it, the room asks itself.
 */
@Component
class PersonKeeper implements Keeper {

    private final People people;

    PersonKeeper(People people) {
        this.people = people;
    }

    @Override
    public String kind() {
        return "person";
    }

    @Override
    public Optional<UUID> organization(UUID record) {
        return people.organization(new PersonId(record))
                .flatMap(_ -> Optional.ofNullable(
                        Objects.requireNonNull(Sight.current()).organization()));
    }
}
