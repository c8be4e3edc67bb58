package org.opensocialnet.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.index.Watch;
import org.opensocialnet.kernel.GeoPoint;
import org.opensocialnet.places.Place;
import org.opensocialnet.places.Places;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who offers what to whom and where, as the directory tells everybody today. */
@Component
class KnownOffers {

    /** For everybody is for no group in particular. */
    private static final Set<String> EVERYBODY = Set.of("everyone", "residents");

    private static final int MOST = 100_000;

    private final JdbcClient jdbc;
    private final Places places;
    private final Watch watch;
    private volatile @Nullable Known known;

    KnownOffers(JdbcClient jdbc, Places places, Watch watch) {
        this.jdbc = jdbc;
        this.places = places;
        this.watch = watch;
    }

    private record Known(long version, List<Offer> offers) {}

    /** Where a service is given, as far as the directory tells everybody. */
    private record Site(@Nullable String zone, @Nullable GeoPoint point) {}

    /** Read again when anything in the directory has changed. */
    List<Offer> all() {
        long version = watch.version();
        var last = known;
        if (last == null || last.version() != version) {
            last = new Known(version, read());
            known = last;
        }
        return last.offers();
    }

    private List<Offer> read() {
        var sites = sites();
        return jdbc.sql("""
                select s.id, s.organization_id, s.assured_date,
                       array_agg(distinct t.code) filter (where x.code = 'osn-service' and t.parent_id is not null) as kinds,
                       array_agg(distinct t.code) filter (where x.code = 'osn-service' and t.parent_id is null) as fields,
                       array_agg(distinct t.code) filter (where x.code = 'osn-target-group') as groups
                from directory.public_service s
                join directory.public_attribute a on a.link_id = s.id and a.link_entity = 'service'
                join directory.public_taxonomy_term t on t.id = a.taxonomy_term_id
                join directory.public_taxonomy x on x.id = t.taxonomy_id
                where s.gone_at is null and s.status not in ('inactive', 'defunct') and t.code is not null
                group by s.id, s.organization_id, s.assured_date
                having count(*) filter (where x.code = 'osn-service') > 0
                order by s.id
                limit :most
                """)
                .param("most", MOST)
                .query((row, _) -> offer(row, sites))
                .list();
    }

    private Offer offer(ResultSet row, Map<String, List<Site>> sites) throws SQLException {
        var service = row.getString("id");
        var groups = new HashSet<>(codes(row, "groups"));
        if (groups.removeAll(EVERYBODY)) {
            groups.clear();
        }
        var zones = new HashSet<String>();
        var points = new ArrayList<GeoPoint>();
        for (var site : sites.getOrDefault(service, List.of())) {
            var point = site.point();
            if (site.zone() != null) {
                zones.add(site.zone());
            } else if (point != null) {
                places.communityAt(point).map(Place::code).ifPresent(zones::add);
            }
            if (point != null) {
                points.add(point);
            }
        }
        var confirmed = row.getDate("assured_date");
        return new Offer(
                service,
                row.getString("organization_id"),
                types(row),
                groups,
                zones,
                points,
                confirmed == null ? null : confirmed.toLocalDate());
    }

    /** A whole field of help is told only where nothing more particular is. */
    private static Set<String> types(ResultSet row) throws SQLException {
        var kinds = codes(row, "kinds");
        return Set.copyOf(kinds.isEmpty() ? codes(row, "fields") : kinds);
    }

    private static List<String> codes(ResultSet row, String column) throws SQLException {
        var codes = row.getArray(column);
        return codes == null ? List.of() : List.of((String[]) codes.getArray());
    }

    private Map<String, List<Site>> sites() {
        var sites = new HashMap<String, List<Site>>();
        jdbc.sql("""
                select a.service_id, l.zone, l.latitude, l.longitude
                from directory.public_service_at_location a
                join directory.public_location l on l.id = a.location_id
                where a.gone_at is null and l.gone_at is null
                limit :most
                """)
                .param("most", MOST)
                .query((row, _) -> {
                    sites.computeIfAbsent(row.getString("service_id"), _ -> new ArrayList<>())
                            .add(new Site(
                                    row.getString("zone"),
                                    row.getObject("latitude") == null || row.getObject("longitude") == null
                                            ? null
                                            : new GeoPoint(row.getDouble("latitude"), row.getDouble("longitude"))));
                    return true;
                })
                .list();
        return sites;
    }
}
