package org.opensocialnet.coverage;

import java.util.Set;
import java.util.UUID;

/** Organisations that offer help and take no part in the count: they are not asked for figures, so that none are missed. A bean. */
public interface Uncounted {

    Set<UUID> organizations();
}
