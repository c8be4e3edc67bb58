package org.opensocialnet.admissions;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.people.Quality;

/**
 * One list that was sent.
 *
 * @param file its name; empty once it is shredded
 * @param headings of its columns; none once it is shredded
 * @param meanings what each column is; empty before somebody said so
 */
record Admission(
        UUID id,
        UUID organization,
        State state,
        String file,
        List<String> headings,
        List<String> meanings,
        Quality quality,
        OffsetDateTime sentAt,
        @Nullable OffsetDateTime appliedAt,
        @Nullable OffsetDateTime undoneAt,
        @Nullable OffsetDateTime shreddedAt,
        @Nullable OffsetDateTime forgottenAt) {

    /** How far it is. */
    enum State {
        RECEIVED,
        CHECKED,
        APPLIED,
        UNDONE,
        DROPPED
    }

    boolean is(State one) {
        return state == one;
    }

    /** Whether what stands in it can still be read. */
    boolean isThere() {
        return shreddedAt == null;
    }

    String path() {
        return AdmissionPages.PATH + "/" + id;
    }
}
