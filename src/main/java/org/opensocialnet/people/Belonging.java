package org.opensocialnet.people;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A group a person belongs to, from when to when. */
public record Belonging(
        UUID id,
        TargetGroup group,
        LocalDate since,
        @Nullable LocalDate until) {}
