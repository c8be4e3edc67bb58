package org.opensocialnet.people;

/** How well something is known: told by the person, seen on a document, or estimated by a worker. */
public enum Quality {
    GIVEN,
    SEEN,
    ESTIMATED
}
