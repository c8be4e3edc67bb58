package org.opensocialnet.access;

import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.web.Language;

/**
 * One person who may come in.
 *
 * @param email in small letters
 * @param invented whether it belongs to the demo city, whose members sign in the easy way
 */
public record Member(UUID id, String email, String name, Language language, State state, boolean invented) {

    /** How far a member has come. */
    public enum State {

        /** Has not been here yet. */
        INVITED,

        ACTIVE,

        /** May not come in any more. */
        DISABLED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a member is in one organisation, or without one in the network's own bodies. */
    public record Membership(UUID id, UUID member, @Nullable UUID organization, Set<Role> roles) {

        public Membership {
            roles = Set.copyOf(roles);
        }
    }

    /** So that no log line and no stack trace carries a name. */
    @Override
    public String toString() {
        return "Member " + id;
    }
}
