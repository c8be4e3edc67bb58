package org.opensocialnet.kernel;

import java.util.UUID;

/** A record that gives an id its kind, so that a person's id is never taken for a service's. */
public interface TypedId {
    UUID value();
}
