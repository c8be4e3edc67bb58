package org.opensocialnet.directory;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One record in a list of the desk.
 *
 * @param organization whose it is; none for a place that belongs to no single one
 * @param note what tells it from others: a service's kind, a place's area, an organisation's kind
 * @param status of a service, as HSDS says it; "active" for the others
 * @param hidden professionals alone may see it, or its place is confidential
 * @param assuredDate when its keeper last said that it is right; services have one
 * @param gone it is no longer in use
 */
public record RecordLine(
        UUID id,
        @Nullable UUID organization,
        String name,
        String translations,
        @Nullable String note,
        String status,
        boolean hidden,
        @Nullable LocalDate assuredDate,
        String source,
        boolean gone,
        int total) {}
