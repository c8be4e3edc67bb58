package org.opensocialnet.finding;

import java.time.Duration;
import java.time.Instant;
import org.opensocialnet.database.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts of the whole directory for the home page, read again every minute. */
@Repository
class Figures {

    private static final Duration FRESH = Duration.ofMinutes(1);

    /** What the home page tells of the directory as a whole. */
    record Counted(int services, int organizations) {}

    private record Known(Counted counted, Instant at) {}

    private final JdbcClient jdbc;
    private volatile Known last = new Known(new Counted(0, 0), Instant.EPOCH);

    Figures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Services to be found, and the organisations that offer at least one. */
    Counted of(Instant now) {
        var known = last;
        if (known.at().plus(FRESH).isBefore(now)) {
            known = new Known(count(), now);
            last = known;
        }
        return known.counted();
    }

    private Counted count() {
        return jdbc.sql("""
                select cast(count(*) as integer) as services,
                       cast(count(distinct organization_id) as integer) as organizations
                from directory.public_service
                where gone_at is null and status in ('active', 'temporarily closed')
                """).query(Rows.of(Counted.class)).single();
    }
}
