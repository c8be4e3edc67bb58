package org.opensocialnet.budget;

import java.util.UUID;
import org.opensocialnet.kernel.TypedId;

/** An earmark: the part of an envelope that was set aside for one purpose, through all its stages. */
public record EarmarkId(UUID value) implements TypedId {}
