package org.opensocialnet.support;

import java.util.UUID;

/** A request went from one state into another. */
public record RequestMoved(UUID request, String from, String to) {}
