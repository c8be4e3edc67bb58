package org.opensocialnet.drafts;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.directory.Subject;
import org.opensocialnet.intake.Difference;

/**
 * What was published together: by whom, when, and each field before and after. Texts in other languages are fields of
 * their own ("name@en").
 *
 * @param undoes the set this one takes back
 * @param joint the act on several records that it is a part of: only all of it can be taken back
 * @param undone somebody has taken it back
 */
public record ChangeSet(
        UUID id,
        Subject subject,
        UUID owner,
        String by,
        What what,
        @Nullable String reason,
        Instant at,
        @Nullable UUID undoes,
        @Nullable UUID joint,
        boolean undone,
        List<Difference> changes) {

    /** What the act was. */
    public enum What {
        CREATED,
        CHANGED,
        CONFIRMED,
        RETIRED,
        RESTORED,
        UNDONE,

        /** A file of another directory said so. */
        IMPORTED,

        /** What such a file had said was taken back. */
        RETURNED;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** The same as a row. */
    record Head(
            UUID id,
            String kind,
            UUID record,
            UUID owner,
            String memberName,
            String what,
            @Nullable String reason,
            OffsetDateTime at,
            @Nullable UUID undoes,
            @Nullable UUID joint,
            boolean undone) {

        ChangeSet with(List<Difference> changes) {
            return new ChangeSet(
                    id,
                    Subject.of(kind, record),
                    owner,
                    memberName,
                    What.valueOf(what.toUpperCase(java.util.Locale.ROOT)),
                    reason,
                    at.toInstant(),
                    undoes,
                    joint,
                    undone,
                    changes);
        }
    }

    public ChangeSet {
        changes = List.copyOf(changes);
    }

    /** Whether it is taken back by itself: what was done to several records, or by a file, is taken back where it was done. */
    public boolean standsAlone() {
        return joint == null && what != What.IMPORTED && what != What.RETURNED;
    }

    /** What the gate tells, field by field: each text in another language as one of its own, without bookkeeping. */
    public static List<Difference> fields(List<Difference> differences) {
        return Amendments.spread(differences);
    }
}
