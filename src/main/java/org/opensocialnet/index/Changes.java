package org.opensocialnet.index;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.database.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was changed in the directory since a moment, told by the transactions that changed it. */
@Repository
class Changes {

    /** A service to be looked at again, and the last transaction that touched what it is made of. */
    record Changed(UUID service, String stamp) {}

    /** How many records were changed since a moment, and in which transaction the last. */
    record Counted(long records, @Nullable String last) {}

    private final JdbcClient jdbc;

    Changes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Names this database, so that an index of another one is never taken for its own. */
    String database() {
        return jdbc.sql("select system_identifier || '/' || current_database() from pg_control_system()")
                .query(String.class)
                .single();
    }

    /** The moment now: everything changed by earlier transactions can be seen. */
    String stamp() {
        return jdbc.sql("select cast(pg_snapshot_xmin(pg_current_snapshot()) as text)")
                .query(String.class)
                .single();
    }

    /** Counts also what the public may not see; the same count and the same last one say that nothing was changed. */
    Counted countedSince(String stamp) {
        return jdbc.sql("""
                select count(*) as records, cast(max(changed_in) as text) as last
                from directory.public_change
                where changed_in >= cast(:stamp as xid8)
                """).param("stamp", stamp).query(Rows.of(Counted.class)).single();
    }

    List<Changed> since(String stamp) {
        return jdbc.sql("""
                select service, cast(max(changed_in) as text) as stamp
                from (
                    select id as service, changed_in
                    from directory.public_service
                    where changed_in >= cast(:stamp as xid8)
                    union all
                    select s.id, o.changed_in
                    from directory.public_organization o
                    join directory.public_service s on s.organization_id = o.id
                    where o.changed_in >= cast(:stamp as xid8)
                    union all
                    select service_id, changed_in
                    from directory.public_service_at_location
                    where changed_in >= cast(:stamp as xid8)
                    union all
                    select at.service_id, l.changed_in
                    from directory.public_location l
                    join directory.public_service_at_location at on at.location_id = l.id
                    where l.changed_in >= cast(:stamp as xid8)
                ) touched
                group by service
                order by service
                """).param("stamp", stamp).query(Rows.of(Changed.class)).list();
    }
}
