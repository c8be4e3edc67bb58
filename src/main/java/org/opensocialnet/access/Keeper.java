package org.opensocialnet.access;

import java.util.Optional;
import java.util.UUID;

/**
 * Says which organisation keeps a record of one kind, as a bean of the room the records live in. The gate asks it on
 * addresses whose table says {@code own}: in {@code /desk/services/{service}/hours} the kind is "service".
 */
public interface Keeper {

    /** The name of the address's variable, such as "service". */
    String kind();

    /** Asked inside of the member's sight; none where there is no such record, or none that may be known of. */
    Optional<UUID> organization(UUID record);
}
