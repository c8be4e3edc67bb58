-- The gate to the public. Every page, API, feed, map and export reads these views and nothing else of the
-- directory, so that what is for professionals, and where a confidential place is, cannot leave by any of them.
-- Of a confidential location only its area, its zone and its phone numbers pass; nothing else that hangs on it, or on
-- a service at it, does. References to what does not pass are empty.

-- Where records come from.
create view directory.public_source as
select
    r.id,
    r.name,
    r.loaded_at
from directory.source r;

-- Vocabularies are public.
create view directory.public_taxonomy as
select
    r.id,
    r.name,
    r.description,
    r.uri,
    r.version,
    r.code,
    r.record_source,
    r.translations,
    r.gone_at
from directory.taxonomy r;

-- Words of vocabularies are public.
create view directory.public_taxonomy_term as
select
    r.id,
    r.code,
    r.name,
    r.description,
    r.parent_id,
    r.taxonomy,
    r.language,
    r.taxonomy_id,
    r.term_uri,
    r.synonyms,
    r.matches,
    r.record_source,
    r.translations,
    r.gone_at
from directory.taxonomy_term r;

-- Organisations everyone may see.
create view directory.public_organization as
select
    r.id,
    r.name,
    r.alternate_name,
    r.description,
    r.email,
    r.website,
    r.tax_status,
    r.tax_id,
    r.year_incorporated,
    r.legal_status,
    r.logo,
    r.uri,
    case when exists (
            select from directory.organization p where p.id = r.parent_organization_id and p.visibility = 'public')
        then r.parent_organization_id end as parent_organization_id,
    r.kind,
    r.record_source,
    r.translations,
    r.gone_at,
    r.changed_in,
    r.changed_at
from directory.organization r
where r.visibility = 'public';

-- What became of them.
create view directory.public_organization_succession as
select
    r.id,
    r.predecessor_id,
    r.successor_id,
    r.event,
    r.happened_on,
    r.former_name,
    r.note,
    r.record_source
from directory.organization_succession r
where exists (select from directory.public_organization o where o.id = r.predecessor_id)
  and exists (select from directory.public_organization o where o.id = r.successor_id);

-- Identifiers of public organisations.
create view directory.public_organization_identifier as
select
    r.id,
    r.organization_id,
    r.identifier_scheme,
    r.identifier_type,
    r.identifier,
    r.record_source
from directory.organization_identifier r
where exists (select from directory.public_organization o where o.id = r.organization_id);

-- Programmes of public organisations.
create view directory.public_program as
select
    r.id,
    r.organization_id,
    r.name,
    r.alternate_name,
    r.description,
    r.record_source,
    r.translations,
    r.gone_at
from directory.program r
where exists (select from directory.public_organization o where o.id = r.organization_id);

-- Services everyone may see.
create view directory.public_service as
select
    r.id,
    r.organization_id,
    case when exists (select from directory.public_program p where p.id = r.program_id)
        then r.program_id end as program_id,
    r.name,
    r.alternate_name,
    r.description,
    r.url,
    r.email,
    r.status,
    r.interpretation_services,
    r.application_process,
    r.fees_description,
    r.wait_time,
    r.fees,
    r.accreditations,
    r.eligibility_description,
    r.minimum_age,
    r.maximum_age,
    r.assured_date,
    r.assurer_email,
    r.licenses,
    r.alert,
    r.last_modified,
    r.service_kind,
    r.sensitive,
    r.referral_needed,
    r.papers_needed,
    r.free_of_charge,
    r.next_check,
    r.record_source,
    r.translations,
    r.gone_at,
    r.changed_in,
    r.changed_at
from directory.service r
where r.visibility = 'public'
  and exists (select from directory.public_organization o where o.id = r.organization_id);

-- Places. A confidential one is reduced to its area and zone; a place that only professionals may know of is absent.
create view directory.public_location as
select
    r.id,
    r.location_type,
    case when not r.confidential then r.url end as url,
    case when exists (select from directory.public_organization o where o.id = r.organization_id)
        then r.organization_id end as organization_id,
    case when r.confidential then r.area else r.name end as name,
    case when not r.confidential then r.alternate_name end as alternate_name,
    case when not r.confidential then r.description end as description,
    case when not r.confidential then r.transportation end as transportation,
    case when not r.confidential then r.latitude end as latitude,
    case when not r.confidential then r.longitude end as longitude,
    case when not r.confidential then r.external_identifier end as external_identifier,
    case when not r.confidential then r.external_identifier_type end as external_identifier_type,
    r.confidential,
    r.zone,
    r.area,
    r.record_source,
    case when not r.confidential then r.translations else (
        select coalesce(jsonb_object_agg(t.key, jsonb_build_object('area', t.value -> 'area', 'name', t.value -> 'area')), '{}')
        from jsonb_each(r.translations) t
        where t.value ? 'area') end as translations,
    r.gone_at,
    r.changed_in,
    r.changed_at
from directory.location r
where exists (
        select
        from directory.service_at_location at
        join directory.public_service s on s.id = at.service_id
        where at.location_id = r.id)
   or (not exists (select from directory.service_at_location at where at.location_id = r.id)
       and (r.organization_id is null
            or exists (select from directory.public_organization o where o.id = r.organization_id)));

-- Services at places.
create view directory.public_service_at_location as
select
    r.id,
    r.service_id,
    r.location_id,
    case when not l.confidential then r.description end as description,
    case when not l.confidential then r.stop_position end as stop_position,
    r.record_source,
    case when l.confidential then '{}'::jsonb else r.translations end as translations,
    r.gone_at,
    r.changed_in,
    r.changed_at
from directory.service_at_location r
join directory.location l on l.id = r.location_id
where exists (select from directory.public_service s where s.id = r.service_id);

-- Places, and services at places, of which everything may be told.
create view directory.told_location as
select l.id from directory.public_location l where not l.confidential;

create view directory.told_service_at_location as
select p.id
from directory.public_service_at_location p
join directory.location l on l.id = p.location_id
where not l.confidential;

-- Addresses, never of a confidential place.
create view directory.public_address as
select
    r.id,
    r.location_id,
    r.attention,
    r.address_1,
    r.address_2,
    r.city,
    r.region,
    r.state_province,
    r.postal_code,
    r.country,
    r.address_type,
    r.record_source,
    r.translations
from directory.address r
where exists (select from directory.told_location l where l.id = r.location_id);

-- Roles to turn to; none at a confidential place.
create view directory.public_contact as
select
    r.id,
    r.organization_id,
    r.service_id,
    r.service_at_location_id,
    r.location_id,
    r.name,
    r.title,
    r.department,
    r.email,
    r.record_source,
    r.translations
from directory.contact r
where (r.organization_id is null or exists (select from directory.public_organization p where p.id = r.organization_id))
  and (r.service_id is null or exists (select from directory.public_service p where p.id = r.service_id))
  and r.visibility = 'public'
  and (r.service_at_location_id is null
       or exists (select from directory.told_service_at_location p where p.id = r.service_at_location_id))
  and (r.location_id is null or exists (select from directory.told_location l where l.id = r.location_id));

-- Phones: the one way to a confidential place, told without any words of its own.
create view directory.public_phone as
select
    r.id,
    r.location_id,
    r.service_id,
    r.organization_id,
    r.contact_id,
    r.service_at_location_id,
    r.number,
    r.extension,
    case when not place.confidential or lower(r.type) in ('voice', 'text', 'sms', 'cell', 'fax', 'video', 'textphone')
        then r.type end as type,
    case when not place.confidential then r.description end as description,
    r.record_source,
    case when place.confidential then '{}'::jsonb else r.translations end as translations
from directory.phone r
cross join lateral (
    select r.location_id is not null
               and not exists (select from directory.told_location p where p.id = r.location_id)
           or r.service_at_location_id is not null
               and not exists (select from directory.told_service_at_location p where p.id = r.service_at_location_id)
           as confidential) place
where (r.organization_id is null or exists (select from directory.public_organization p where p.id = r.organization_id))
  and (r.service_id is null or exists (select from directory.public_service p where p.id = r.service_id))
  and (r.service_at_location_id is null or exists (select from directory.public_service_at_location p where p.id = r.service_at_location_id))
  and (r.location_id is null or exists (select from directory.public_location p where p.id = r.location_id))
  and (r.contact_id is null or exists (select from directory.public_contact p where p.id = r.contact_id));

-- When public services and places are open.
create view directory.public_schedule as
select
    r.id,
    r.service_id,
    r.location_id,
    r.service_at_location_id,
    r.valid_from,
    r.valid_to,
    r.dtstart,
    r.timezone,
    r.until,
    r.count,
    r.wkst,
    r.freq,
    r."interval",
    r.byday,
    r.byweekno,
    r.bymonthday,
    r.byyearday,
    r.description,
    r.opens_at,
    r.closes_at,
    r.schedule_link,
    r.attending_type,
    r.notes,
    r.closed,
    r.by_appointment,
    r.holidays,
    r.parsed,
    r.record_source,
    r.translations
from directory.schedule r
where (r.service_id is null or exists (select from directory.public_service p where p.id = r.service_id))
  and (r.service_at_location_id is null or exists (select from directory.told_service_at_location p where p.id = r.service_at_location_id))
  and (r.location_id is null or exists (select from directory.told_location p where p.id = r.location_id));

-- Areas public services serve.
create view directory.public_service_area as
select
    r.id,
    r.service_id,
    r.service_at_location_id,
    r.name,
    r.description,
    r.extent,
    r.extent_type,
    r.uri,
    r.record_source,
    r.translations
from directory.service_area r
where (r.service_id is null or exists (select from directory.public_service p where p.id = r.service_id))
  and (r.service_at_location_id is null or exists (select from directory.told_service_at_location p where p.id = r.service_at_location_id));

-- Languages people are helped in; of the phone of a confidential place only their code.
create view directory.public_language as
select
    r.id,
    r.service_id,
    r.location_id,
    r.phone_id,
    case when (p.location_id is null or exists (select from directory.told_location l where l.id = p.location_id))
         and (p.service_at_location_id is null
              or exists (select from directory.told_service_at_location a where a.id = p.service_at_location_id))
        then r.name end as name,
    case when r.code ~ '^[A-Za-z]{2,3}$' or (p.location_id is null or exists (select from directory.told_location l where l.id = p.location_id))
         and (p.service_at_location_id is null
              or exists (select from directory.told_service_at_location a where a.id = p.service_at_location_id))
        then r.code end as code,
    case when (p.location_id is null or exists (select from directory.told_location l where l.id = p.location_id))
         and (p.service_at_location_id is null
              or exists (select from directory.told_service_at_location a where a.id = p.service_at_location_id))
        then r.note end as note,
    r.record_source
from directory.language r
left join directory.phone p on p.id = r.phone_id
where (r.service_id is null or exists (select from directory.public_service s where s.id = r.service_id))
  and (r.location_id is null or exists (select from directory.told_location l where l.id = r.location_id))
  and (r.phone_id is null or exists (select from directory.public_phone o where o.id = r.phone_id));

-- What is reachable for whom.
create view directory.public_accessibility as
select
    r.id,
    r.location_id,
    r.description,
    r.details,
    r.url,
    r.feature,
    r.record_source,
    r.translations
from directory.accessibility r
where exists (select from directory.told_location l where l.id = r.location_id);

-- What to bring.
create view directory.public_required_document as
select
    r.id,
    r.service_id,
    r.document,
    r.uri,
    r.record_source,
    r.translations
from directory.required_document r
where (r.service_id is null or exists (select from directory.public_service p where p.id = r.service_id));

-- What it costs.
create view directory.public_cost_option as
select
    r.id,
    r.service_id,
    r.valid_from,
    r.valid_to,
    r.option,
    r.currency,
    r.amount,
    r.amount_description,
    r.record_source,
    r.translations
from directory.cost_option r
where (r.service_id is null or exists (select from directory.public_service p where p.id = r.service_id));

-- Who pays.
create view directory.public_funding as
select
    r.id,
    r.organization_id,
    r.service_id,
    r.source,
    r.record_source,
    r.translations
from directory.funding r
where (r.organization_id is null or exists (select from directory.public_organization p where p.id = r.organization_id))
  and (r.service_id is null or exists (select from directory.public_service p where p.id = r.service_id));

-- What public capacity is counted in.
create view directory.public_unit as
select
    r.id,
    r.name,
    r.scheme,
    r.identifier,
    r.uri,
    r.record_source,
    r.translations
from directory.unit r
where exists (
    select
    from directory.service_capacity c
    join directory.public_service s on s.id = c.service_id
    where c.unit_id = r.id);

-- How much there is and how much is free.
create view directory.public_service_capacity as
select
    r.id,
    r.service_id,
    r.unit_id,
    r.available,
    r.maximum,
    r.description,
    r.updated,
    r.target_group_id,
    case when exists (select from directory.public_funding f where f.id = r.funding_id)
        then r.funding_id end as funding_id,
    r.funded_share,
    r.record_source,
    r.translations
from directory.service_capacity r
where (r.service_id is null or exists (select from directory.public_service p where p.id = r.service_id));

-- Further addresses on the network.
create view directory.public_url as
select
    r.id,
    r.label,
    r.url,
    r.organization_id,
    r.service_id,
    r.record_source
from directory.url r
where (r.organization_id is null or exists (select from directory.public_organization p where p.id = r.organization_id))
  and (r.service_id is null or exists (select from directory.public_service p where p.id = r.service_id));

-- Words of vocabularies tied to public records.
create view directory.public_attribute as
select
    r.id,
    r.link_id,
    r.taxonomy_term_id,
    r.link_type,
    r.link_entity,
    r.value,
    r.label,
    r.record_source
from directory.attribute r
where case r.link_entity
        when 'organization' then exists (select from directory.public_organization p where p.id = r.link_id)
        when 'program' then exists (select from directory.public_program p where p.id = r.link_id)
        when 'service' then exists (select from directory.public_service p where p.id = r.link_id)
        when 'location' then exists (select from directory.told_location p where p.id = r.link_id)
        when 'service_at_location' then exists (select from directory.told_service_at_location p where p.id = r.link_id)
        else false
    end;

-- Changes of public organisations and services; a place's history could tell where it is.
create view directory.public_metadata as
select
    r.id,
    r.resource_id,
    r.resource_type,
    r.last_action_date,
    r.last_action_type,
    r.field_name,
    r.previous_value,
    r.replacement_value,
    r.updated_by,
    r.record_source
from directory.metadata r
where case r.resource_type
        when 'organization' then exists (select from directory.public_organization p where p.id = r.resource_id)
        when 'service' then exists (select from directory.public_service p where p.id = r.resource_id)
        else false
    end;

-- Temporary notices; where a service moved to is told only if that place is.
create view directory.public_notice as
select
    r.id,
    r.organization_id,
    r.service_id,
    r.location_id,
    r.kind,
    r.message,
    r.starts_at,
    r.ends_at,
    r.opens_at,
    r.closes_at,
    case when exists (select from directory.told_location l where l.id = r.moved_to_id) then r.moved_to_id end as moved_to_id,
    r.record_source,
    r.translations
from directory.notice r
where (r.organization_id is null or exists (select from directory.public_organization p where p.id = r.organization_id))
  and (r.service_id is null or exists (select from directory.public_service p where p.id = r.service_id))
  and (r.location_id is null or exists (select from directory.told_location p where p.id = r.location_id));
