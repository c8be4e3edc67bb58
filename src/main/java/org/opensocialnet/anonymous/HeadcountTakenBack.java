package org.opensocialnet.anonymous;

import java.util.UUID;

/** A count was taken back; told in the transaction that did it. */
public record HeadcountTakenBack(UUID id) {}
