package org.opensocialnet.anonymous;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.people.TargetGroup;

/** So many came without a code; told in the transaction that counted them. */
public record HeadcountWritten(
        UUID id,
        UUID organization,
        @Nullable UUID service,
        LocalDate day,
        @Nullable TargetGroup group,
        int people) {}
