package org.opensocialnet.finding;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.database.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads all that is public of one service. */
@Repository
class ServiceRecords {

    record Service(
            UUID id,
            String name,
            @Nullable String alternateName,
            @Nullable String description,
            @Nullable String url,
            @Nullable String email,
            String status,
            @Nullable String interpretationServices,
            @Nullable String applicationProcess,
            @Nullable String feesDescription,
            @Nullable String waitTime,
            @Nullable String eligibilityDescription,
            @Nullable BigDecimal minimumAge,
            @Nullable BigDecimal maximumAge,
            @Nullable LocalDate assuredDate,
            @Nullable String alert,
            String serviceKind,
            boolean sensitive,
            @Nullable Boolean referralNeeded,
            @Nullable Boolean papersNeeded,
            @Nullable Boolean freeOfCharge,
            String translations,
            UUID organization,
            String organizationName,
            String organizationTranslations,
            String organizationKind,
            @Nullable String organizationEmail,
            @Nullable String organizationWebsite,
            @Nullable String programName,
            @Nullable String programDescription,
            @Nullable String programTranslations) {}

    record Phone(
            @Nullable UUID point, String number, @Nullable String description, String translations) {}

    record Contact(
            @Nullable String name,
            @Nullable String title,
            @Nullable String department,
            @Nullable String email,
            @Nullable String number,
            String translations) {}

    record Text(@Nullable String text, String translations) {}

    record Cost(
            @Nullable String option,
            @Nullable String currency,
            @Nullable BigDecimal amount,
            @Nullable String amountDescription,
            String translations) {}

    record Capacity(
            int available,
            @Nullable Integer maximum,
            String unit,
            String unitTranslations,
            @Nullable UUID targetGroup,
            OffsetDateTime updated) {

        Instant counted() {
            return updated.toInstant();
        }
    }

    record Notice(
            String kind,
            String message,
            OffsetDateTime startsAt,
            @Nullable OffsetDateTime endsAt,
            @Nullable LocalTime opensAt,
            @Nullable LocalTime closesAt,
            @Nullable UUID movedToId,
            @Nullable String movedToName,
            String translations) {}

    record Place(
            UUID point,
            @Nullable String transportation,
            @Nullable String description,
            String translations,
            @Nullable String pointDescription,
            String pointTranslations,
            @Nullable Integer stopPosition) {}

    private final JdbcClient jdbc;

    ServiceRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Service> find(UUID id) {
        return jdbc.sql("""
                select s.id, s.name, s.alternate_name, s.description, s.url, s.email, s.status,
                       s.interpretation_services, s.application_process, s.fees_description, s.wait_time,
                       s.eligibility_description, s.minimum_age, s.maximum_age, s.assured_date, s.alert,
                       s.service_kind, s.sensitive, s.referral_needed, s.papers_needed, s.free_of_charge,
                       s.translations, o.id as organization, o.name as organization_name,
                       o.translations as organization_translations, o.kind as organization_kind,
                       o.email as organization_email, o.website as organization_website,
                       g.name as program_name, g.description as program_description,
                       g.translations as program_translations
                from directory.public_service s
                join directory.public_organization o on o.id = s.organization_id
                left join directory.public_program g on g.id = s.program_id
                where s.id = :id and s.gone_at is null and s.status in ('active', 'temporarily closed')
                """).param("id", id).query(Rows.of(Service.class)).optional();
    }

    List<Place> places(UUID service) {
        return jdbc.sql("""
                select at.id as point, l.transportation, l.description, l.translations,
                       at.description as point_description, at.translations as point_translations, at.stop_position
                from directory.public_service_at_location at
                join directory.public_location l on l.id = at.location_id
                where at.service_id = :id and at.gone_at is null and l.gone_at is null
                order by at.stop_position, l.name, at.id
                """).param("id", service).query(Rows.of(Place.class)).list();
    }

    /** The service's own phones, then those of its places, and those of the organisation where there are no others. */
    List<Phone> phones(UUID service) {
        return jdbc.sql("""
                select distinct on (f.number) at.id as point, f.number, f.description, f.translations
                from directory.public_service s
                join directory.public_phone f
                  on f.service_id = s.id
                  or f.service_at_location_id in (
                        select id from directory.public_service_at_location where service_id = s.id and gone_at is null)
                  or f.location_id in (
                        select location_id from directory.public_service_at_location where service_id = s.id and gone_at is null)
                  or f.organization_id = s.organization_id and f.contact_id is null
                left join directory.public_service_at_location at
                  on at.service_id = s.id and at.gone_at is null
                 and (at.id = f.service_at_location_id or at.location_id = f.location_id)
                where s.id = :id
                order by f.number, f.service_id is null, at.id
                """).param("id", service).query(Rows.of(Phone.class)).list();
    }

    List<Contact> contacts(UUID service) {
        return jdbc.sql("""
                select c.name, c.title, c.department, c.email, c.translations,
                       (select f.number
                        from directory.public_phone f
                        where f.contact_id = c.id order by f.id limit 1) as number
                from directory.public_contact c
                where c.service_id = :id
                   or c.service_at_location_id in (
                        select id
                        from directory.public_service_at_location
                        where service_id = :id and gone_at is null)
                order by c.title, c.name, c.id
                """).param("id", service).query(Rows.of(Contact.class)).list();
    }

    List<Text> documents(UUID service) {
        return jdbc.sql("""
                select document as text, translations
                from directory.public_required_document
                where service_id = :id and document is not null
                order by id
                """).param("id", service).query(Rows.of(Text.class)).list();
    }

    List<Text> areas(UUID service) {
        return jdbc.sql("""
                select name as text, translations
                from directory.public_service_area
                where service_id = :id and name is not null
                order by name
                """).param("id", service).query(Rows.of(Text.class)).list();
    }

    List<Text> accessibility(UUID service) {
        return jdbc.sql("""
                select distinct coalesce(y.description, y.feature) as text, y.translations
                from directory.public_accessibility y
                join directory.public_service_at_location at on at.location_id = y.location_id
                where at.service_id = :id and at.gone_at is null and coalesce(y.description, y.feature) is not null
                order by 1
                """).param("id", service).query(Rows.of(Text.class)).list();
    }

    List<Text> funding(UUID service) {
        return jdbc.sql("""
                select source as text, translations
                from directory.public_funding
                where service_id = :id and source is not null
                order by source
                """).param("id", service).query(Rows.of(Text.class)).list();
    }

    List<Cost> costs(UUID service) {
        return jdbc.sql("""
                select option, currency, amount, amount_description, translations
                from directory.public_cost_option
                where service_id = :id
                order by amount, id
                """).param("id", service).query(Rows.of(Cost.class)).list();
    }

    List<Capacity> capacity(UUID service) {
        return jdbc.sql("""
                select cast(sum(c.available) as integer) as available, cast(sum(c.maximum) as integer) as maximum,
                       u.name as unit, u.translations as unit_translations, c.target_group_id as target_group,
                       min(c.updated) as updated
                from directory.public_service_capacity c
                join directory.public_unit u on u.id = c.unit_id
                where c.service_id = :id
                group by u.id, u.name, u.translations, c.target_group_id
                order by u.name
                """).param("id", service).query(Rows.of(Capacity.class)).list();
    }

    /** Notices that hold now or begin within two weeks. */
    List<Notice> notices(UUID service, Instant now) {
        return jdbc.sql("""
                select n.kind, n.message, n.starts_at, n.ends_at, n.opens_at, n.closes_at, n.moved_to_id,
                       l.name as moved_to_name, n.translations
                from directory.public_notice n
                left join directory.public_location l on l.id = n.moved_to_id
                where (n.service_id = :id
                       or n.location_id in (
                            select location_id
                            from directory.public_service_at_location
                            where service_id = :id and gone_at is null)
                       or n.organization_id in (
                            select organization_id
                            from directory.public_service
                            where id = :id))
                  and n.starts_at < :soon and (n.ends_at is null or n.ends_at > :now)
                order by n.starts_at, n.id
                """)
                .param("id", service)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("soon", now.plusSeconds(14 * 86_400).atOffset(ZoneOffset.UTC))
                .query(Rows.of(Notice.class))
                .list();
    }

    /** What schedules say in words, with its translations. */
    Map<String, String> hoursInWords(Collection<UUID> services) {
        var ids = services.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
        return jdbc.sql("""
                with point as materialized (
                    select id, location_id
                    from directory.public_service_at_location
                    where service_id = any(cast(:ids as uuid[])) and gone_at is null),
                told as (
                    select description, translations
                    from directory.public_schedule
                    where service_id = any(cast(:ids as uuid[]))
                    union
                    select description, translations
                    from directory.public_schedule
                    where service_at_location_id = any(array(select id from point))
                    union
                    select description, translations
                    from directory.public_schedule
                    where location_id = any(array(select location_id from point)))
                select trim(description) as text, translations
                from told
                where description is not null and translations <> '{}'
                """).param("ids", ids).query(Rows.of(Text.class)).list().stream()
                .collect(Collectors.toMap(said -> requireNonNull(said.text()), Text::translations, (one, _) -> one));
    }
}
