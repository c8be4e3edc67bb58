package org.opensocialnet.ledger;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.kernel.GeoPoint;
import org.opensocialnet.people.TargetGroup;
import org.opensocialnet.places.Place;
import org.opensocialnet.places.Places;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** In which cell a service of the directory stands, by what the directory tells everybody of it. */
@Component
public class Offerings {

    private final JdbcClient jdbc;
    private final Places places;

    Offerings(JdbcClient jdbc, Places places) {
        this.jdbc = jdbc;
        this.places = places;
    }

    private record Spot(
            @Nullable String zone,
            @Nullable Double latitude,
            @Nullable Double longitude) {}

    /**
     * Of several kinds of service the most particular counts, of several places the zone they share; none for a service that
     * the public does not know.
     */
    public Optional<About> about(UUID service) {
        return jdbc.sql("select organization_id from directory.public_service where id = :service")
                .param("service", service)
                .query(UUID.class)
                .optional()
                .map(organization -> new About(type(service), "", zone(service), organization, service));
    }

    /** The group a term of the directory names, in the words of cells; empty where it is none of them. */
    public String group(UUID term) {
        return jdbc.sql("""
                select t.code from directory.public_taxonomy_term t
                join directory.public_taxonomy x on x.id = t.taxonomy_id
                where t.id = :term and x.code = 'osn-target-group'
                """).param("term", term).query(String.class).optional().orElse("");
    }

    private String type(UUID service) {
        return jdbc.sql("""
                select t.code
                from directory.public_attribute a
                join directory.public_taxonomy_term t on t.id = a.taxonomy_term_id
                join directory.public_taxonomy x on x.id = t.taxonomy_id
                where a.link_id = :service and a.link_entity = 'service' and x.code = 'osn-service'
                order by (t.parent_id is null), t.code
                limit 1
                """)
                .param("service", service)
                .query(String.class)
                .optional()
                .orElse("");
    }

    private String zone(UUID service) {
        var zones = spots(service).stream().map(this::zone).distinct().toList();
        return zones.size() == 1 ? zones.getFirst() : "";
    }

    private List<Spot> spots(UUID service) {
        return jdbc.sql("""
                select l.zone, l.latitude, l.longitude
                from directory.public_service_at_location a
                join directory.public_location l on l.id = a.location_id
                where a.service_id = :service
                limit 50
                """)
                .param("service", service)
                .query((row, _) -> new Spot(
                        row.getString("zone"),
                        row.getObject("latitude") == null ? null : row.getDouble("latitude"),
                        row.getObject("longitude") == null ? null : row.getDouble("longitude")))
                .list();
    }

    private String zone(Spot spot) {
        var zone = spot.zone();
        var latitude = spot.latitude();
        var longitude = spot.longitude();
        if (zone != null) {
            return zone;
        }
        return latitude == null || longitude == null
                ? ""
                : places.communityAt(new GeoPoint(latitude, longitude))
                        .map(Place::code)
                        .orElse("");
    }

    /** A group of people's records in the words of the vocabulary, in which services are offered and needs told. */
    public static String group(TargetGroup group) {
        return switch (group) {
            case HOMELESS, ROOFLESS -> "homeless";
            case UNEMPLOYED -> "unemployed";
            case LOW_INCOME -> "poverty";
            case SINGLE_PARENT -> "single-parents";
            case LARGE_FAMILY -> "families";
            case OLDER_ALONE -> "older";
            case DISABILITY -> "disabled";
            case CHRONIC_ILLNESS -> "chronic-illness";
            case MENTAL_HEALTH -> "mental-health";
            case SUBSTANCE_USE -> "people-who-use-drugs";
            case VIOLENCE -> "violence";
            case TRAFFICKING -> "trafficking";
            case RELEASED_FROM_PRISON -> "prisoners";
            case MIGRANT -> "migrants";
            case REFUGEE -> "refugees";
            case ROMA -> "roma";
            case LGBTQI -> "lgbtqi";
            case UNACCOMPANIED_MINOR -> "unaccompanied-minors";
        };
    }
}
