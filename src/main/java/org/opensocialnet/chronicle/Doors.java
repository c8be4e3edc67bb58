package org.opensocialnet.chronicle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.coverage.Uncounted;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the services of the demo city's invented bodies from the directory, where they must be already: of bodies that exist
 * no figure is invented. A whole field of help counts only where nothing more particular is said, as in coverage.
 */
@Component
class Doors implements Uncounted {

    /** What the page of an invented body says at its end. */
    private static final String INVENTED = "%επινοημένος για την πόλη%";

    private static final Pattern ADDRESS = Pattern.compile("https://([a-z0-9-]+)\\.example\\.org/([a-z0-9-]+)");
    private static final int MOST = 2_000;

    private final JdbcClient jdbc;
    private final ChronicleSettings settings;

    Doors(JdbcClient jdbc, ChronicleSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** In an order that is the same on every machine. */
    List<Door> all() {
        var turns = turns();
        var rooms = rooms();
        return jdbc
                .sql("""
                select s.id, s.organization_id, s.url,
                       (select coalesce(array_agg(t.code order by t.code) filter (where t.parent_id is not null),
                                        array_agg(t.code order by t.code))
                        from directory.public_attribute a
                        join directory.public_taxonomy_term t on t.id = a.taxonomy_term_id
                        join directory.public_taxonomy x on x.id = t.taxonomy_id
                        where a.link_id = s.id and a.link_entity = 'service' and x.code = 'osn-service') as kinds,
                       (select array_agg(t.code order by t.code)
                        from directory.public_attribute a
                        join directory.public_taxonomy_term t on t.id = a.taxonomy_term_id
                        join directory.public_taxonomy x on x.id = t.taxonomy_id
                        where a.link_id = s.id and a.link_entity = 'service' and x.code = 'osn-target-group') as groups,
                       (select array_agg(distinct l.zone order by l.zone)
                        from directory.public_service_at_location p
                        join directory.public_location l on l.id = p.location_id
                        where p.service_id = s.id and l.zone is not null) as zones
                from directory.public_service s
                join directory.public_organization o on o.id = s.organization_id
                where s.record_source = 'demo' and s.gone_at is null and s.url like 'https://%.example.org/%'
                  and o.description like :invented
                order by s.url
                limit :most
                """)
                .param("invented", INVENTED)
                .param("most", MOST)
                .query((row, _) -> door(row, turns, rooms))
                .list()
                .stream()
                .filter(door -> !door.kinds().isEmpty())
                .toList();
    }

    /** Bodies that exist: they are in the city, and nobody asks them for the figures of an invented one. */
    @Override
    public Set<UUID> organizations() {
        return settings.enabled()
                ? Set.copyOf(jdbc.sql("""
                        select id from directory.public_organization
                        where record_source = 'demo' and gone_at is null and description not like :invented
                        limit :most
                        """)
                        .param("invented", INVENTED)
                        .param("most", MOST)
                        .query(UUID.class)
                        .list())
                : Set.of();
    }

    /** The invented bodies, also when they are gone. */
    Set<UUID> bodies() {
        return Set.copyOf(jdbc.sql("""
                select id from directory.public_organization
                where record_source = 'demo' and description like :invented
                limit :most
                """)
                .param("invented", INVENTED)
                .param("most", MOST)
                .query(UUID.class)
                .list());
    }

    private static Door door(ResultSet row, Map<UUID, List<Rota.Turn>> turns, Map<UUID, List<Door.Room>> rooms)
            throws SQLException {
        var service = row.getObject("id", UUID.class);
        var address = ADDRESS.matcher(row.getString("url"));
        if (!address.matches()) {
            throw new IllegalStateException("a service of the demo city has another address: " + row.getString("url"));
        }
        return new Door(
                service,
                row.getObject("organization_id", UUID.class),
                address.group(1),
                address.group(2),
                codes(row, "kinds"),
                codes(row, "groups"),
                codes(row, "zones"),
                new Rota(turns.getOrDefault(service, List.of())),
                rooms.getOrDefault(service, List.of()));
    }

    private static List<String> codes(ResultSet row, String column) throws SQLException {
        var codes = row.getArray(column);
        return codes == null ? List.of() : List.of((String[]) codes.getArray());
    }

    private Map<UUID, List<Rota.Turn>> turns() {
        var turns = new HashMap<UUID, List<Rota.Turn>>();
        jdbc.sql("""
                select coalesce(h.service_id, p.service_id) as service, coalesce(h.byday, '') as days,
                       h.valid_from, h.valid_to, coalesce(h.closed, false) as closed,
                       coalesce(h.holidays, '') = 'as-usual' as holidays
                from directory.public_schedule h
                left join directory.public_service_at_location p on p.id = h.service_at_location_id
                where h.record_source = 'demo' and coalesce(h.service_id, p.service_id) is not null
                  and (h.byday is not null or h.closed)
                order by h.id
                limit 10000
                """)
                .query((row, _) -> turns.computeIfAbsent(row.getObject("service", UUID.class), _ -> new ArrayList<>())
                        .add(new Rota.Turn(
                                row.getString("days"),
                                day(row, "valid_from"),
                                day(row, "valid_to"),
                                row.getBoolean("closed"),
                                row.getBoolean("holidays"))))
                .list();
        return turns;
    }

    private static @Nullable MonthDay day(ResultSet row, String column) throws SQLException {
        var day = row.getObject(column, LocalDate.class);
        return day == null ? null : MonthDay.from(day);
    }

    private Map<UUID, List<Door.Room>> rooms() {
        var rooms = new HashMap<UUID, List<Door.Room>>();
        jdbc.sql("""
                select c.id, c.service_id, coalesce(u.name, '') as unit, coalesce(g.code, '') as target_group,
                       c.available, c.maximum
                from directory.public_service_capacity c
                left join directory.public_unit u on u.id = c.unit_id
                left join directory.public_taxonomy_term g on g.id = c.target_group_id
                where c.record_source = 'demo' and c.maximum is not null
                order by c.id
                limit :most
                """)
                .param("most", MOST)
                .query((row, _) -> rooms.computeIfAbsent(
                                row.getObject("service_id", UUID.class), _ -> new ArrayList<>())
                        .add(new Door.Room(
                                row.getObject("id", UUID.class),
                                row.getString("unit"),
                                row.getString("target_group"),
                                row.getBigDecimal("available").intValue(),
                                row.getBigDecimal("maximum").intValue())))
                .list();
        return rooms;
    }
}
