package org.opensocialnet.ledger;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What services said was free, at the end of any day, and on how many days they were full. */
@Component
@Transactional(readOnly = true)
public class Capacities {

    private static final int MOST = 20_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    Capacities(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One thing a service counts. Group is empty where it is for all; maximum is none where nobody said it. */
    public record Capacity(
            UUID service,
            UUID organization,
            String group,
            String unit,
            BigDecimal available,
            @Nullable BigDecimal maximum) {}

    /** On how many of the days that are known something a service counts was full, if only for an hour. */
    public record FullDays(UUID service, UUID organization, String group, String unit, int full, int known) {}

    /** As it was last counted by the end of that day; what was never counted is not in it, and is unknown. */
    public List<Capacity> at(LocalDate day) {
        return jdbc.sql("""
                select distinct on (counter) service, organization, target_group, unit, available, maximum
                from ledger.capacity
                where at < cast(:day as date) + 1
                order by counter, at desc, id desc
                limit :most
                """)
                .param("day", day)
                .param("most", MOST)
                .query((row, _) -> new Capacity(
                        row.getObject("service", UUID.class),
                        row.getObject("organization", UUID.class),
                        row.getString("target_group"),
                        row.getString("unit"),
                        row.getBigDecimal("available"),
                        row.getBigDecimal("maximum")))
                .list();
    }

    /** A count holds until the next one; days to come are not known. */
    public List<FullDays> fullDays(LocalDate from, LocalDate to) {
        return jdbc.sql("""
                with counted as (
                    select counter, service, organization, target_group, unit, available, at,
                           coalesce(lead(at) over (partition by counter order by at, id), 'infinity') as until
                    from ledger.capacity
                )
                select service, organization, target_group, unit,
                       count(distinct d) filter (where available <= 0) as full, count(distinct d) as known
                from counted c
                join lateral generate_series(
                    greatest(cast(:from as date), c.at::date), least(cast(:to as date), c.until)::date, interval '1 day') d
                  on c.until > d
                group by counter, service, organization, target_group, unit
                order by service, target_group, unit
                limit :most
                """)
                .param("from", from)
                .param("to", to.isAfter(LocalDate.now(clock)) ? LocalDate.now(clock) : to)
                .param("most", MOST)
                .query((row, _) -> new FullDays(
                        row.getObject("service", UUID.class),
                        row.getObject("organization", UUID.class),
                        row.getString("target_group"),
                        row.getString("unit"),
                        row.getInt("full"),
                        row.getInt("known")))
                .list();
    }
}
