package org.opensocialnet.support;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.people.PersonId;

/** Who asks. */
public sealed interface Asker {

    /** An organisation or a municipal service, for itself and those it serves. */
    record OfOrganization(UUID organization) implements Asker {}

    /** A caseworker for somebody her organisation knows; none where whoever looks may not know who it is. */
    record ForPerson(UUID organization, @Nullable PersonId person) implements Asker {}

    /** Somebody without an account, by the public form. */
    record OfPublic() implements Asker {}

    /** The coordination team, for an organisation that will receive, or for nobody yet. */
    record OfTeam(@Nullable UUID receiver) implements Asker {}

    /** Whose eyes see all of it beside the team's. */
    default @Nullable UUID organization() {
        return switch (this) {
            case OfOrganization(var organization) -> organization;
            case ForPerson(var organization, var _) -> organization;
            case OfTeam(var receiver) -> receiver;
            case OfPublic _ -> null;
        };
    }

    default String code() {
        return switch (this) {
            case OfOrganization _ -> "organization";
            case ForPerson _ -> "person";
            case OfPublic _ -> "public";
            case OfTeam _ -> "team";
        };
    }

    static Asker of(String code, @Nullable UUID organization, @Nullable UUID person) {
        return switch (code) {
            case "person" ->
                new ForPerson(Objects.requireNonNull(organization), person == null ? null : new PersonId(person));
            case "public" -> new OfPublic();
            case "team" -> new OfTeam(organization);
            default -> new OfOrganization(Objects.requireNonNull(organization));
        };
    }
}
