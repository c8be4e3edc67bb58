package org.opensocialnet.finding;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.database.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what is public of organisations and places. */
@Repository
class OrganizationRecords {

    record Organization(
            UUID id,
            String name,
            @Nullable String alternateName,
            String description,
            @Nullable String email,
            @Nullable String website,
            @Nullable Integer yearIncorporated,
            String kind,
            String translations,
            boolean gone,
            @Nullable UUID parent,
            @Nullable String parentName,
            @Nullable String parentTranslations) {}

    record Unit(UUID id, String name, String translations) {}

    record Succession(
            String event,
            @Nullable LocalDate happenedOn,
            @Nullable String formerName,
            @Nullable String note,
            UUID predecessor,
            String predecessorName,
            String predecessorTranslations,
            UUID successor,
            String successorName,
            String successorTranslations) {}

    record Phone(String number, @Nullable String description, String translations) {}

    record Location(
            UUID id,
            @Nullable String name,
            @Nullable String description,
            @Nullable String transportation,
            @Nullable String area,
            @Nullable String zone,
            boolean confidential,
            @Nullable Double latitude,
            @Nullable Double longitude,
            String translations,
            @Nullable String address,
            @Nullable String addressTranslations) {}

    record Feature(@Nullable String text, String translations) {}

    private final JdbcClient jdbc;

    OrganizationRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Organization> find(UUID id) {
        return jdbc.sql("""
                select o.id, o.name, o.alternate_name, o.description, o.email, o.website, o.year_incorporated, o.kind,
                       o.translations, o.gone_at is not null as gone, p.id as parent, p.name as parent_name,
                       p.translations as parent_translations
                from directory.public_organization o
                left join directory.public_organization p on p.id = o.parent_organization_id
                where o.id = :id
                """).param("id", id).query(Rows.of(Organization.class)).optional();
    }

    List<Unit> units(UUID id) {
        return jdbc.sql("""
                select id, name, translations
                from directory.public_organization
                where parent_organization_id = :id and gone_at is null
                order by name
                """).param("id", id).query(Rows.of(Unit.class)).list();
    }

    List<Succession> history(UUID id) {
        return jdbc.sql("""
                select h.event, h.happened_on, h.former_name, h.note, p.id as predecessor, p.name as predecessor_name,
                       p.translations as predecessor_translations, s.id as successor, s.name as successor_name,
                       s.translations as successor_translations
                from directory.public_organization_succession h
                join directory.public_organization p on p.id = h.predecessor_id
                join directory.public_organization s on s.id = h.successor_id
                where h.predecessor_id = :id or h.successor_id = :id
                order by h.happened_on desc nulls last, h.id
                """).param("id", id).query(Rows.of(Succession.class)).list();
    }

    List<Phone> phones(UUID id) {
        return jdbc.sql("""
                select number, description, translations
                from directory.public_phone
                where organization_id = :id and contact_id is null
                order by number
                """).param("id", id).query(Rows.of(Phone.class)).list();
    }

    Optional<Location> location(UUID id) {
        return jdbc.sql("""
                select l.id, l.name, l.description, l.transportation, l.area, l.zone, l.confidential, l.latitude,
                       l.longitude, l.translations,
                       concat_ws(', ', d.address_1, nullif(d.city, ''), nullif(d.postal_code, '')) as address,
                       (select jsonb_object_agg(x.key, jsonb_build_object('address', concat_ws(', ',
                                coalesce(x.value ->> 'address_1', d.address_1),
                                nullif(coalesce(x.value ->> 'city', d.city), ''), nullif(d.postal_code, ''))))
                        from jsonb_each(d.translations) x) as address_translations
                from directory.public_location l
                left join lateral (
                    select a.address_1, a.city, a.postal_code, a.translations
                    from directory.public_address a
                    where a.location_id = l.id
                    order by a.address_type
                    limit 1) d on true
                where l.id = :id and l.gone_at is null
                """).param("id", id).query(Rows.of(Location.class)).optional();
    }

    List<Phone> phonesAt(UUID location) {
        return jdbc.sql("""
                select number, description, translations
                from directory.public_phone
                where location_id = :id
                order by number
                """).param("id", location).query(Rows.of(Phone.class)).list();
    }

    List<Feature> features(UUID location) {
        return jdbc.sql("""
                select coalesce(description, feature) as text, translations
                from directory.public_accessibility
                where location_id = :id and coalesce(description, feature) is not null
                order by 1
                """).param("id", location).query(Rows.of(Feature.class)).list();
    }
}
