package org.opensocialnet.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The cell an entry belongs to, and which service it was.
 *
 * @param serviceType a word of the vocabulary osn-service; empty only for a delivery of which nobody knows what it was
 * @param group a word of the vocabulary osn-target-group; empty where it was not said
 * @param zone the code of a community, never a point; empty where it was not said
 * @param organization who writes; none for what is nobody's, such as a search
 */
public record About(
        String serviceType,
        String group,
        String zone,
        @Nullable UUID organization,
        @Nullable UUID service) {}
