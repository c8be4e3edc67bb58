package org.opensocialnet.index;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.database.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads from the directory's public views what the index is made of, for some services at a time. */
@Repository
class Catalogue {

    record Id(UUID id) {}

    record ServiceRow(
            UUID id,
            String name,
            @Nullable String alternateName,
            @Nullable String description,
            @Nullable String eligibility,
            String translations,
            String serviceKind,
            @Nullable Boolean referralNeeded,
            @Nullable Boolean papersNeeded,
            @Nullable Boolean freeOfCharge,
            UUID organization,
            String organizationName,
            @Nullable String organizationAlternate,
            String organizationTranslations,
            @Nullable String formerNames,
            @Nullable String programName,
            @Nullable String programTranslations) {}

    record PlaceRow(
            UUID id,
            UUID service,
            UUID location,
            @Nullable String zone,
            @Nullable String area,
            @Nullable String name,
            String translations,
            @Nullable Double latitude,
            @Nullable Double longitude,
            @Nullable String addresses,
            boolean wheelchair) {}

    record TagRow(UUID service, UUID term) {}

    record LanguageRow(
            UUID service,
            @Nullable UUID location,
            @Nullable String code,
            @Nullable String name) {}

    record AreaRow(UUID service, String name, String translations) {}

    private final JdbcClient jdbc;

    Catalogue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every service that may be found. */
    List<UUID> services() {
        return jdbc.sql("""
                select id
                from directory.public_service
                where gone_at is null and status in ('active', 'temporarily closed')
                order by id
                """).query(Rows.of(Id.class)).list().stream()
                .map(Id::id)
                .toList();
    }

    List<ServiceRow> services(Collection<UUID> ids) {
        return jdbc.sql("""
                select s.id, s.name, s.alternate_name, s.description,
                       s.eligibility_description as eligibility, s.translations,
                       s.service_kind, s.referral_needed, s.papers_needed, s.free_of_charge,
                       o.id as organization, o.name as organization_name,
                       o.alternate_name as organization_alternate, o.translations as organization_translations,
                       (select string_agg(coalesce(h.former_name, p.name), ' ')
                        from directory.public_organization_succession h
                        join directory.public_organization p on p.id = h.predecessor_id
                        where h.successor_id = o.id and h.event in ('merged-into', 'renamed')) as former_names,
                       g.name as program_name, g.translations as program_translations
                from directory.public_service s
                join directory.public_organization o on o.id = s.organization_id
                left join directory.public_program g on g.id = s.program_id
                where s.id = any(cast(:ids as uuid[]))
                  and s.gone_at is null and s.status in ('active', 'temporarily closed')
                """)
                .param("ids", array(ids))
                .query(Rows.of(ServiceRow.class))
                .list();
    }

    List<PlaceRow> places(Collection<UUID> services) {
        return jdbc.sql("""
                select at.id, at.service_id as service, l.id as location, l.zone, l.area, l.name, l.translations,
                       l.latitude, l.longitude,
                       (select string_agg(concat_ws(' ', a.address_1, a.city, a.postal_code), ' ')
                        from directory.public_address a
                        where a.location_id = l.id) as addresses,
                       exists (select from directory.public_accessibility y
                        where y.location_id = l.id and y.feature = 'wheelchair') as wheelchair
                from directory.public_service_at_location at
                join directory.public_location l on l.id = at.location_id
                where at.service_id = any(cast(:ids as uuid[]))
                  and at.gone_at is null and l.gone_at is null
                order by at.service_id, at.stop_position, at.id
                """)
                .param("ids", array(services))
                .query(Rows.of(PlaceRow.class))
                .list();
    }

    /** Joined, so that the gate is asked for these services only and not for all there are. */
    List<TagRow> tags(Collection<UUID> services) {
        return jdbc.sql("""
                select tag.link_id as service, tag.taxonomy_term_id as term
                from unnest(cast(:ids as uuid[])) as asked (id)
                join directory.public_attribute tag on tag.link_id = asked.id and tag.link_entity = 'service'
                """)
                .param("ids", array(services))
                .query(Rows.of(TagRow.class))
                .list();
    }

    List<LanguageRow> languages(Collection<UUID> services) {
        return jdbc.sql("""
                select g.service_id as service, cast(null as uuid) as location, g.code, g.name
                from directory.public_language g
                where g.service_id = any(cast(:ids as uuid[]))
                union
                select at.service_id, g.location_id, g.code, g.name
                from directory.public_service_at_location at
                join directory.public_language g on g.location_id = at.location_id
                where at.service_id = any(cast(:ids as uuid[]))
                """)
                .param("ids", array(services))
                .query(Rows.of(LanguageRow.class))
                .list();
    }

    List<AreaRow> areas(Collection<UUID> services) {
        return jdbc.sql("""
                select service_id as service, name, translations
                from directory.public_service_area
                where service_id = any(cast(:ids as uuid[])) and name is not null
                """)
                .param("ids", array(services))
                .query(Rows.of(AreaRow.class))
                .list();
    }

    static String array(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
