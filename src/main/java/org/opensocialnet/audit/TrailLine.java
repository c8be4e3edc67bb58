package org.opensocialnet.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line of the trail, as it was written: who, when, for whom, in which role, why, from where, and what. */
public record TrailLine(
        UUID id,
        Instant at,
        @Nullable UUID member,
        @Nullable UUID organization,
        String role,
        String reach,
        String purpose,
        String origin,
        String what,
        String kind,
        @Nullable UUID subject,
        @Nullable UUID whose,
        @Nullable String why) {

    /** Its columns, of the table called a. */
    static final String COLUMNS = """
            a.id, a.at, a.member, a.organization, a.role, a.reach, a.purpose, a.origin,
            a.what, a.kind, a.subject, a.whose, a.why
            """;

    static TrailLine of(ResultSet row) throws SQLException {
        return new TrailLine(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("member", UUID.class),
                row.getObject("organization", UUID.class),
                row.getString("role"),
                row.getString("reach"),
                row.getString("purpose"),
                row.getString("origin"),
                row.getString("what"),
                row.getString("kind"),
                row.getObject("subject", UUID.class),
                row.getObject("whose", UUID.class),
                row.getString("why"));
    }
}
