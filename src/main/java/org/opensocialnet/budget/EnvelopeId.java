package org.opensocialnet.budget;

import java.util.UUID;
import org.opensocialnet.kernel.TypedId;

/** An envelope: money given for certain ends, for a time, by certain funders. */
public record EnvelopeId(UUID value) implements TypedId {}
