package org.opensocialnet.access;

import java.util.Map;
import java.util.UUID;

/**
 * Gives the access matrix a record for a variable of an address, as a bean of the room's tests with the profile
 * "matrix". A kind that a member's address names and nobody gives an example of fails the build.
 */
public interface RouteExamples {

    /** The name of the address's variable, such as "service". */
    String kind();

    /**
     * A record that belongs to an organisation, or to its member where the kind is a person's own; new at each call if
     * acts use it up. Its texts hold {@link #marker}, so that it is seen wherever it shows.
     */
    String of(UUID organization, UUID member);

    /** What a form about it cannot do without; the rest is left empty. */
    default Map<String, String> fields(UUID organization) {
        return Map.of();
    }

    /** An id that nothing has. */
    default String missing() {
        return UUID.randomUUID().toString();
    }

    /** What no other organisation may ever read. */
    static String marker(UUID organization) {
        return "secretof" + organization.toString().substring(24);
    }
}
