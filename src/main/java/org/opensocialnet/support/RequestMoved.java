package org.opensocialnet.support;

import java.util.UUID;

/**
 * Something was done with a request, in the transaction it was done in. Once it is closed or withdrawn, what was covered and
 * is not on its way has been let go of already.
 *
 * @param step what was done, as its history calls it: "accept", "cover", "confirm"
 */
public record RequestMoved(UUID request, String step, State before, State after) {}
