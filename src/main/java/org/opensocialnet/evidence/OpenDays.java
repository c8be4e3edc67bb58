package org.opensocialnet.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opensocialnet.hours.OpeningHours;
import org.opensocialnet.index.Timetable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** On how many of some days services are open, by the hours the directory tells today: a night belongs to its evening. */
@Component
class OpenDays {

    private final JdbcClient jdbc;
    private final Timetable timetable;

    OpenDays(JdbcClient jdbc, Timetable timetable) {
        this.jdbc = jdbc;
        this.timetable = timetable;
    }

    private record Point(UUID service, UUID point) {}

    /** Services whose hours nobody knows are not in it. Of several places one that is open is enough. */
    Map<String, Integer> of(Collection<UUID> services, LocalDate from, LocalDate to) {
        if (services.isEmpty()) {
            return Map.of();
        }
        var hours = timetable.of(services);
        var places = new HashMap<UUID, List<OpeningHours>>();
        for (var point : points(services)) {
            var known = hours.get(point.point());
            if (known != null) {
                places.computeIfAbsent(point.service(), _ -> new ArrayList<>()).add(known);
            }
        }
        var open = new HashMap<String, Integer>();
        places.forEach((service, all) -> {
            if (all.stream().allMatch(OpeningHours::isKnown)) {
                open.put(service.toString(), days(all.stream().distinct().toList(), from, to));
            }
        });
        return open;
    }

    private static int days(List<OpeningHours> places, LocalDate from, LocalDate to) {
        return (int) from.datesUntil(to.plusDays(1))
                .filter(day -> places.stream().anyMatch(hours -> !hours.day(day).isClosed()))
                .count();
    }

    /** Where a service is given, as the timetable calls it: at a place of its own, or as the service itself. */
    private List<Point> points(Collection<UUID> services) {
        return jdbc.sql("""
                select s.id as service, coalesce(at.id, s.id) as point
                from directory.public_service s
                left join directory.public_service_at_location at on at.service_id = s.id and at.gone_at is null
                where s.id = any (cast(:ids as uuid[]))
                """)
                .param("ids", services.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, _) -> new Point(row.getObject("service", UUID.class), row.getObject("point", UUID.class)))
                .list();
    }
}
