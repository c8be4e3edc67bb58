package org.opensocialnet.index;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.database.Rows;
import org.opensocialnet.hours.Counting;
import org.opensocialnet.hours.GreekHolidays;
import org.opensocialnet.hours.Holidays;
import org.opensocialnet.hours.Notice;
import org.opensocialnet.hours.OpeningHours;
import org.opensocialnet.hours.Schedule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * When points of help are open. What is said of a service at a place holds there, else what is said of the
 * service, else what is said of the place; notices of the service, the place and the organisation change it.
 */
@Component
public class Timetable {

    record PointRow(UUID id, UUID service, @Nullable UUID location, UUID organization, boolean shut) {}

    record ScheduleRow(
            UUID subject,
            @Nullable String freq,
            @Nullable Integer interval,
            @Nullable String byday,
            @Nullable String bymonthday,
            @Nullable LocalDate dtstart,
            @Nullable LocalDate until,
            @Nullable Integer count,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable LocalTime opensAt,
            @Nullable LocalTime closesAt,
            boolean closed,
            boolean byAppointment,
            String holidays,
            @Nullable String description,
            @Nullable String byweekno,
            @Nullable String byyearday,
            @Nullable String wkst,
            @Nullable BigDecimal timezone) {

        Schedule schedule() {
            return new Schedule(
                    freq,
                    interval,
                    byday,
                    bymonthday,
                    dtstart,
                    until,
                    count,
                    validFrom,
                    validTo,
                    opensAt,
                    closesAt,
                    closed,
                    byAppointment,
                    holidays,
                    description,
                    new Counting(byweekno, byyearday, wkst, timezone));
        }
    }

    record NoticeRow(
            UUID subject,
            String kind,
            OffsetDateTime startsAt,
            @Nullable OffsetDateTime endsAt,
            @Nullable LocalTime opensAt,
            @Nullable LocalTime closesAt,
            @Nullable UUID movedToId) {

        @Nullable
        Notice at(@Nullable UUID location) {
            var from = startsAt.toInstant();
            var to = endsAt == null ? null : endsAt.toInstant();
            return switch (kind) {
                case "closed" -> Notice.closed(from, to);
                case "changed-hours" ->
                    opensAt == null || closesAt == null ? null : Notice.changedHours(from, to, opensAt, closesAt);
                case "moved" -> location == null || location.equals(movedToId) ? null : Notice.closed(from, to);
                default -> null;
            };
        }
    }

    private record Rules(List<Schedule> schedules, List<Notice> notices) {}

    private final JdbcClient jdbc;
    private final Holidays holidays = new GreekHolidays();

    Timetable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * By the id of the point: a service at a location, or the service itself where it has no place. Points with
     * the same rules share one and the same answer.
     */
    public Map<UUID, OpeningHours> of(Collection<UUID> services) {
        var schedules = new HashMap<UUID, List<Schedule>>();
        schedules(services)
                .forEach(row -> schedules
                        .computeIfAbsent(row.subject(), _ -> new ArrayList<>())
                        .add(row.schedule()));
        var notices = new HashMap<UUID, List<NoticeRow>>();
        notices(services)
                .forEach(row -> notices.computeIfAbsent(row.subject(), _ -> new ArrayList<>())
                        .add(row));
        var known = new HashMap<Rules, OpeningHours>();
        var hours = new HashMap<UUID, OpeningHours>();
        for (var point : points(services)) {
            hours.put(
                    point.id(),
                    known.computeIfAbsent(
                            rules(point, schedules, notices),
                            rules -> OpeningHours.of(rules.schedules(), rules.notices(), holidays)));
        }
        return hours;
    }

    private static Rules rules(
            PointRow point, Map<UUID, List<Schedule>> schedules, Map<UUID, List<NoticeRow>> notices) {
        var changes = new ArrayList<Notice>();
        for (var subject : subjects(point)) {
            for (var row : notices.getOrDefault(subject, List.of())) {
                var notice = row.at(point.location());
                if (notice != null) {
                    changes.add(notice);
                }
            }
        }
        if (point.shut()) {
            changes.add(Notice.closed(Instant.EPOCH, null));
        }
        return new Rules(
                subjects(point).stream()
                        .map(subject -> schedules.getOrDefault(subject, List.of()))
                        .filter(own -> !own.isEmpty())
                        .findFirst()
                        .orElse(List.of()),
                changes);
    }

    private static List<UUID> subjects(PointRow point) {
        return point.location() == null
                ? List.of(point.service(), point.organization())
                : List.of(point.id(), point.service(), point.location(), point.organization());
    }

    private List<PointRow> points(Collection<UUID> services) {
        return jdbc.sql("""
                select coalesce(at.id, s.id) as id, s.id as service, at.location_id as location,
                       s.organization_id as organization, s.status = 'temporarily closed' as shut
                from directory.public_service s
                left join directory.public_service_at_location at on at.service_id = s.id and at.gone_at is null
                where s.id = any(cast(:ids as uuid[]))
                """)
                .param("ids", Catalogue.array(services))
                .query(Rows.of(PointRow.class))
                .list();
    }

    /** Each way a schedule can hang on a point is asked by itself: an index answers each, and none answers all three. */
    private List<ScheduleRow> schedules(Collection<UUID> services) {
        return jdbc.sql("""
                with point as materialized (
                    select id, location_id
                    from directory.public_service_at_location
                    where service_id = any(cast(:ids as uuid[])) and gone_at is null),
                told as (
                    select * from directory.public_schedule
                    where service_id = any(cast(:ids as uuid[]))
                    union
                    select * from directory.public_schedule
                    where service_at_location_id = any(array(select id from point))
                    union
                    select * from directory.public_schedule
                    where location_id = any(array(select location_id from point)))
                select coalesce(c.service_at_location_id, c.service_id, c.location_id) as subject,
                       c.freq, c."interval", c.byday, c.bymonthday, c.dtstart, c.until, c.count, c.valid_from,
                       c.valid_to, c.opens_at, c.closes_at, c.closed, c.by_appointment, c.holidays,
                       c.description, c.byweekno, c.byyearday, c.wkst, c.timezone
                from told c
                order by c.opens_at, c.id
                """)
                .param("ids", Catalogue.array(services))
                .query(Rows.of(ScheduleRow.class))
                .list();
    }

    private List<NoticeRow> notices(Collection<UUID> services) {
        return jdbc.sql("""
                with told as (
                    select * from directory.public_notice
                    where service_id = any(cast(:ids as uuid[]))
                    union
                    select * from directory.public_notice
                    where location_id = any(array(
                        select location_id
                        from directory.public_service_at_location
                        where service_id = any(cast(:ids as uuid[])) and gone_at is null))
                    union
                    select * from directory.public_notice
                    where organization_id = any(array(
                        select organization_id
                        from directory.public_service
                        where id = any(cast(:ids as uuid[])))))
                select coalesce(n.service_id, n.location_id, n.organization_id) as subject, n.kind, n.starts_at,
                       n.ends_at, n.opens_at, n.closes_at, n.moved_to_id
                from told n
                order by n.starts_at, n.id
                """)
                .param("ids", Catalogue.array(services))
                .query(Rows.of(NoticeRow.class))
                .list();
    }
}
