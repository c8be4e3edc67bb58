package org.opensocialnet.search;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A few services put straight into the directory's tables, each field as a test needs it. Ids come from names. */
final class SmallCity {

    private final JdbcClient jdbc;

    SmallCity(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    void taxonomy(String code) {
        jdbc.sql("""
                insert into directory.taxonomy (id, name, code, record_source)
                select :id, :code, :code, 'own'
                where not exists (select from directory.taxonomy where code = :code)
                """).param("id", id(code)).param("code", code).update();
    }

    void term(String taxonomy, String code, @Nullable String parent, String name, String english, String synonyms) {
        jdbc.sql("""
                insert into directory.taxonomy_term
                    (id, code, name, parent_id, taxonomy_id, synonyms, translations, record_source)
                values (:id, :code, :name, :parent, (select id from directory.taxonomy where code = :taxonomy),
                        cast(:synonyms as jsonb), jsonb_build_object('en', jsonb_build_object('name', :english)), 'own')
                """)
                .param("id", id(code))
                .param("code", code)
                .param("name", name)
                .param("parent", parent == null ? null : id(parent), java.sql.Types.OTHER)
                .param("taxonomy", taxonomy)
                .param("synonyms", synonyms)
                .param("english", english)
                .update();
    }

    void organization(String name) {
        jdbc.sql("insert into directory.organization (id, name, record_source) values (:id, :name, 'own')")
                .param("id", id(name))
                .param("name", name)
                .update();
    }

    void service(String name, String english, String organization, String description, String... terms) {
        jdbc.sql("""
                insert into directory.service (id, name, organization_id, description, translations, record_source)
                values (:id, :name, :organization, :description,
                        jsonb_build_object('en', jsonb_build_object('name', :english)), 'own')
                """)
                .param("id", id(name))
                .param("name", name)
                .param("organization", id(organization))
                .param("description", description)
                .param("english", english)
                .update();
        for (var term : terms) {
            jdbc.sql("""
                    insert into directory.attribute (id, link_id, taxonomy_term_id, link_entity, record_source)
                    values (gen_random_uuid(), :service, :term, 'service', 'own')
                    """).param("service", id(name)).param("term", id(term)).update();
        }
    }

    void place(String service, String name, double latitude, double longitude, String zone) {
        jdbc.sql("""
                insert into directory.location (id, name, latitude, longitude, zone, record_source)
                select :id, :name, :latitude, :longitude, :zone, 'own'
                where not exists (select from directory.location where id = :id)
                """)
                .param("id", id(name))
                .param("name", name)
                .param("latitude", latitude)
                .param("longitude", longitude)
                .param("zone", zone)
                .update();
        jdbc.sql("""
                insert into directory.service_at_location (id, service_id, location_id, record_source)
                values (:id, :service, :location, 'own')
                """)
                .param("id", id(service + "@" + name))
                .param("service", id(service))
                .param("location", id(name))
                .update();
    }

    /** Weekly hours of a service: days as iCalendar names them. */
    void hours(String service, String days, String opens, String closes) {
        jdbc.sql("""
                insert into directory.schedule (id, service_id, freq, byday, opens_at, closes_at, record_source)
                values (gen_random_uuid(), :service, 'WEEKLY', :days, cast(:opens as time), cast(:closes as time), 'own')
                """)
                .param("service", id(service))
                .param("days", days)
                .param("opens", opens)
                .param("closes", closes)
                .update();
    }

    void closed(String service, OffsetDateTime from, OffsetDateTime until) {
        jdbc.sql("""
                insert into directory.notice (id, service_id, kind, starts_at, ends_at, record_source)
                values (gen_random_uuid(), :service, 'closed', :from, :until, 'own')
                """)
                .param("service", id(service))
                .param("from", from)
                .param("until", until)
                .update();
        touch(service);
    }

    void set(String service, String assignment) {
        jdbc.sql("update directory.service set " + assignment + ", changed_in = pg_current_xact_id() where id = :id")
                .param("id", id(service))
                .update();
    }

    void touch(String service) {
        set(service, "changed_at = now()");
    }
}
