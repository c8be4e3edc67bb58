-- The gate joined to. An "exists" beside an "or" is a question PostgreSQL can only ask row by row, or of all services
-- there are; a join it makes in whichever way the number of rows asks for. What hangs on organisations, services and
-- places is joined to what of them may be told, so that a whole view is read in one go and one record by its index.
-- Where rows hang on something that few of them do (a phone on a contact, a language on a phone), functions answer as
-- before. The questions are those of V0101, and PublicGateTest asks them.

create or replace view directory.public_address as
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
join directory.told_location place on place.id = r.location_id;

create or replace view directory.public_accessibility as
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
join directory.told_location place on place.id = r.location_id;

create or replace view directory.public_contact as
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
left join directory.public_organization organization on organization.id = r.organization_id
left join directory.public_service service on service.id = r.service_id
where r.visibility = 'public'
  and (r.organization_id is null or organization.id is not null)
  and (r.service_id is null or service.id is not null)
  and (r.service_at_location_id is null or directory.tells_service_at_location(r.service_at_location_id))
  and (r.location_id is null or directory.tells_location(r.location_id));

create or replace view directory.public_phone as
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
left join directory.public_organization organization on organization.id = r.organization_id
left join directory.public_service service on service.id = r.service_id
left join directory.public_location location on location.id = r.location_id
cross join lateral (
    select r.location_id is not null and location.confidential is distinct from false
           or r.service_at_location_id is not null
               and not directory.tells_service_at_location(r.service_at_location_id)
           as confidential) place
where (r.organization_id is null or organization.id is not null)
  and (r.service_id is null or service.id is not null)
  and (r.location_id is null or location.id is not null)
  and (r.service_at_location_id is null or directory.shows_service_at_location(r.service_at_location_id))
  and (r.contact_id is null or directory.shows_contact(r.contact_id));

create or replace view directory.public_schedule as
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
left join directory.public_service service on service.id = r.service_id
left join directory.told_service_at_location at on at.id = r.service_at_location_id
where (r.service_id is null or service.id is not null)
  and (r.service_at_location_id is null or at.id is not null)
  and (r.location_id is null or directory.tells_location(r.location_id));

create or replace view directory.public_service_area as
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
left join directory.public_service service on service.id = r.service_id
where (r.service_id is null or service.id is not null)
  and (r.service_at_location_id is null or directory.tells_service_at_location(r.service_at_location_id));

create or replace view directory.public_language as
select
    r.id,
    r.service_id,
    r.location_id,
    r.phone_id,
    case when (p.location_id is null or directory.tells_location(p.location_id))
         and (p.service_at_location_id is null
              or directory.tells_service_at_location(p.service_at_location_id))
        then r.name end as name,
    case when r.code ~ '^[A-Za-z]{2,3}$' or (p.location_id is null or directory.tells_location(p.location_id))
         and (p.service_at_location_id is null
              or directory.tells_service_at_location(p.service_at_location_id))
        then r.code end as code,
    case when (p.location_id is null or directory.tells_location(p.location_id))
         and (p.service_at_location_id is null
              or directory.tells_service_at_location(p.service_at_location_id))
        then r.note end as note,
    r.record_source
from directory.language r
left join directory.phone p on p.id = r.phone_id
left join directory.public_service service on service.id = r.service_id
where (r.service_id is null or service.id is not null)
  and (r.location_id is null or directory.tells_location(r.location_id))
  and (r.phone_id is null or directory.shows_phone(r.phone_id));

create or replace view directory.public_url as
select
    r.id,
    r.label,
    r.url,
    r.organization_id,
    r.service_id,
    r.record_source
from directory.url r
left join directory.public_organization organization on organization.id = r.organization_id
left join directory.public_service service on service.id = r.service_id
where (r.organization_id is null or organization.id is not null)
  and (r.service_id is null or service.id is not null);

create or replace view directory.public_attribute as
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
left join directory.public_service service on service.id = r.link_id and r.link_entity = 'service'
where case r.link_entity
        when 'organization' then directory.shows_organization(r.link_id)
        when 'program' then exists (select from directory.public_program p where p.id = r.link_id)
        when 'service' then service.id is not null
        when 'location' then directory.tells_location(r.link_id)
        when 'service_at_location' then directory.tells_service_at_location(r.link_id)
        else false
    end;

create or replace view directory.public_notice as
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
    case when directory.tells_location(r.moved_to_id) then r.moved_to_id end as moved_to_id,
    r.record_source,
    r.translations
from directory.notice r
left join directory.public_organization organization on organization.id = r.organization_id
left join directory.public_service service on service.id = r.service_id
where (r.organization_id is null or organization.id is not null)
  and (r.service_id is null or service.id is not null)
  and (r.location_id is null or directory.tells_location(r.location_id));

create or replace view directory.public_required_document as
select
    r.id,
    r.service_id,
    r.document,
    r.uri,
    r.record_source,
    r.translations
from directory.required_document r
left join directory.public_service service on service.id = r.service_id
where r.service_id is null or service.id is not null;

create or replace view directory.public_cost_option as
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
join directory.public_service service on service.id = r.service_id;

create or replace view directory.public_funding as
select
    r.id,
    r.organization_id,
    r.service_id,
    r.source,
    r.record_source,
    r.translations
from directory.funding r
left join directory.public_organization organization on organization.id = r.organization_id
left join directory.public_service service on service.id = r.service_id
where (r.organization_id is null or organization.id is not null)
  and (r.service_id is null or service.id is not null);

create or replace view directory.public_service_capacity as
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
join directory.public_service service on service.id = r.service_id;
