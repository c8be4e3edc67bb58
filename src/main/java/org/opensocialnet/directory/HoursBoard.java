package org.opensocialnet.directory;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.database.Rows;
import org.opensocialnet.hours.GreekHolidays;
import org.opensocialnet.hours.Notice;
import org.opensocialnet.hours.OpeningHours;
import org.opensocialnet.hours.Schedule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Puts together when services are open, from what the public may know: the schedules told nearest to the service at its
 * place, and the notices about it, its place and its organisation that have not ended.
 */
@Component
class HoursBoard {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final GreekHolidays holidays = new GreekHolidays();

    HoursBoard(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record ScheduleRow(
            UUID asked,
            int near,
            @Nullable String freq,
            @Nullable Integer every,
            @Nullable String byday,
            @Nullable String bymonthday,
            @Nullable LocalDate dtstart,
            @Nullable LocalDate until,
            @Nullable Integer times,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable LocalTime opensAt,
            @Nullable LocalTime closesAt,
            boolean closed,
            boolean byAppointment,
            @Nullable String holidays,
            @Nullable String description) {

        Schedule schedule() {
            return new Schedule(
                    freq,
                    every,
                    byday,
                    bymonthday,
                    dtstart,
                    until,
                    times,
                    validFrom,
                    validTo,
                    opensAt,
                    closesAt,
                    closed,
                    byAppointment,
                    holidays,
                    description);
        }
    }

    record NoticeRow(
            UUID asked,
            boolean shut,
            Instant startsAt,
            @Nullable Instant endsAt,
            @Nullable LocalTime opensAt,
            @Nullable LocalTime closesAt) {

        Notice notice() {
            return shut ? Notice.closed(startsAt, endsAt) : new Notice(startsAt, endsAt, opensAt, closesAt);
        }
    }

    /** By service at a place: its own schedules, else those of the service, else those of the place. */
    Map<UUID, OpeningHours> atLocations(Collection<UUID> servicesAtLocations) {
        return hours(servicesAtLocations, """
                select a.id as asked, a.id as at_id, a.service_id, a.location_id, s.organization_id
                from directory.public_service_at_location a
                join directory.public_service s on s.id = a.service_id
                where a.id = any (:asked::uuid[])""");
    }

    /** By service, wherever it is: only what is told of the service itself. */
    Map<UUID, OpeningHours> ofServices(Collection<UUID> services) {
        return hours(services, """
                select s.id as asked, null::uuid as at_id, s.id as service_id, null::uuid as location_id, s.organization_id
                from directory.public_service s
                where s.id = any (:asked::uuid[])""");
    }

    private Map<UUID, OpeningHours> hours(Collection<UUID> asked, String which) {
        var ids = asked.toArray(UUID[]::new);
        var schedules = new HashMap<UUID, List<ScheduleRow>>();
        jdbc.sql("""
                        with place as materialized (%s)
                        select p.asked, h.near, h.freq, h."interval" as every, h.byday, h.bymonthday, h.dtstart,
                               h.until, h.count as times, h.valid_from, h.valid_to, h.opens_at, h.closes_at, h.closed,
                               h.by_appointment, h.holidays, h.description
                        from place p
                        cross join lateral (
                            select 1 as near, s.* from directory.public_schedule s where s.service_at_location_id = p.at_id
                            union all
                            select 2, s.* from directory.public_schedule s where s.service_id = p.service_id
                            union all
                            select 3, s.* from directory.public_schedule s where s.location_id = p.location_id
                        ) h
                        order by p.asked, h.near, h.id""".formatted(which))
                .param("asked", ids)
                .query(Rows.of(ScheduleRow.class))
                .list()
                .forEach(row -> nearest(schedules.computeIfAbsent(row.asked(), none -> new ArrayList<>()), row));
        var notices = notices(which, ids);
        var hours = new HashMap<UUID, OpeningHours>();
        for (var id : asked) {
            hours.put(
                    id,
                    OpeningHours.of(
                            schedules.getOrDefault(id, List.of()).stream()
                                    .map(ScheduleRow::schedule)
                                    .toList(),
                            notices.getOrDefault(id, List.of()),
                            holidays));
        }
        return hours;
    }

    private static void nearest(List<ScheduleRow> known, ScheduleRow row) {
        if (known.isEmpty() || known.getFirst().near() == row.near()) {
            known.add(row);
        }
    }

    private Map<UUID, List<Notice>> notices(String which, UUID[] asked) {
        var notices = new HashMap<UUID, List<Notice>>();
        jdbc.sql("""
                        with place as materialized (%s)
                        select p.asked, n.kind = 'closed' as shut, n.starts_at, n.ends_at, n.opens_at, n.closes_at
                        from place p
                        join directory.public_notice n
                            on n.service_id = p.service_id
                            or n.location_id = p.location_id
                            or n.organization_id = p.organization_id
                        where n.kind in ('closed', 'changed-hours') and coalesce(n.ends_at > :now, true)
                        order by n.starts_at, n.id""".formatted(which))
                .param("asked", asked)
                .param("now", Timestamp.from(clock.instant()))
                .query(Rows.of(NoticeRow.class))
                .list()
                .forEach(row -> notices.computeIfAbsent(row.asked(), none -> new ArrayList<>())
                        .add(row.notice()));
        return notices;
    }
}
