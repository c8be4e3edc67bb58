package org.opensocialnet.access;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is at the desk, acting for which organisation. Controllers take one as an argument; it is only there on addresses
 * that ask for a permission or a sign-in.
 *
 * @param member the member's id
 * @param name how the desk addresses the member; never written to a log
 * @param organization the organisation acted for; none for a member of the network's own bodies
 * @param organizationName its name in the main language, empty without one
 * @param roles the roles held there
 * @param permissions what these allow
 */
public record SignedIn(
        UUID member,
        String name,
        @Nullable UUID organization,
        String organizationName,
        Set<Role> roles,
        Set<Permission> permissions) {

    public SignedIn {
        roles = Set.copyOf(roles);
        permissions = Set.copyOf(permissions);
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }
}
