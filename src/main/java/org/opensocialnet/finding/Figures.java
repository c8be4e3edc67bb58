package org.opensocialnet.finding;

import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts of the whole directory for the home page, read again every minute. */
@Repository
class Figures {

    private static final Duration FRESH = Duration.ofMinutes(1);

    private record Counted(int organizations, Instant at) {}

    private final JdbcClient jdbc;
    private volatile Counted last = new Counted(0, Instant.EPOCH);

    Figures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Organisations that offer at least one service. */
    int organizations(Instant now) {
        var known = last;
        if (known.at().plus(FRESH).isBefore(now)) {
            known = new Counted(count(), now);
            last = known;
        }
        return known.organizations();
    }

    private int count() {
        return jdbc.sql("""
                select count(distinct organization_id)
                from directory.public_service
                where gone_at is null and status in ('active', 'temporarily closed')
                """).query(Integer.class).single();
    }
}
