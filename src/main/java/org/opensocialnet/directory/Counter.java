package org.opensocialnet.directory;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.opensocialnet.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts free places at the door. Many may count at once, so one statement does it and no reading comes before. */
@Component
class Counter {

    private final JdbcClient jdbc;
    private final Clock clock;

    Counter(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    public void shift(UUID capacity, int more) {
        stands(capacity);
        must(jdbc.sql("""
                        update directory.service_capacity
                        set available = greatest(0, least(coalesce(maximum, available + :more), available + :more)),
                            updated = :now
                        where id = :id""")
                .param("more", more)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", capacity)
                .update());
    }

    @Transactional
    public void set(UUID capacity, int available) {
        stands(capacity);
        must(jdbc.sql("""
                        update directory.service_capacity
                        set available = greatest(0, least(coalesce(maximum, :available), :available)), updated = :now
                        where id = :id""")
                .param("available", available)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", capacity)
                .update());
    }

    /** Takes a count back, with the moment it had been counted before; not where somebody has counted since. */
    @Transactional
    public void takeBack(UUID capacity, int counted, int before, Instant at) {
        stands(capacity);
        int back = jdbc.sql("""
                        update directory.service_capacity set available = :before, updated = :at
                        where id = :id and available = :counted and :before between 0 and coalesce(maximum, :before)""")
                .param("before", before)
                .param("at", Timestamp.from(at))
                .param("id", capacity)
                .param("counted", counted)
                .update();
        if (back == 0) {
            throw Refusal.conflict("directory.count.since");
        }
    }

    /** What was counted here stands when the source that brought the record counts otherwise. */
    private void stands(UUID capacity) {
        jdbc.sql("""
                        insert into directory.kept_value (table_name, record_id, column_name, source_value)
                        select 'service_capacity', d.id, c.name,
                               case c.name when 'available' then d.available::text else d.updated::text end
                        from directory.service_capacity d
                        cross join (values ('available'), ('updated')) c (name)
                        where d.id = :id and d.record_source <> 'own'
                        on conflict do nothing""").param("id", capacity).update();
    }

    private static void must(int counted) {
        if (counted == 0) {
            throw Refusal.notFound("directory.record.unknown");
        }
    }
}
