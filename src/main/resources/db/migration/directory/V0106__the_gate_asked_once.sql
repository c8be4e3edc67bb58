-- The gate asked one record at a time. Views made of views made the planner open every one of them at every place they
-- are named: one service with all that hangs on it took it seconds and most of a gigabyte. What hangs on a place, a
-- contact or a phone now asks a function whether that may be seen, which PostgreSQL plans once a session. The
-- questions are the same, and PublicGateTest asks them. Where lists are long and hang on services, these stay joined.

-- Whether everything may be told of a place.
create function directory.tells_location(asked uuid) returns boolean language plpgsql stable parallel safe as $$
begin
    return exists (select from directory.told_location v where v.id = asked);
end $$;

-- Whether everything may be told of a service at a place.
create function directory.tells_service_at_location(asked uuid) returns boolean language plpgsql stable parallel safe as $$
begin
    return exists (select from directory.told_service_at_location v where v.id = asked);
end $$;

-- Whether a place may be known, if only by its area.
create function directory.shows_location(asked uuid) returns boolean language plpgsql stable parallel safe as $$
begin
    return exists (select from directory.public_location v where v.id = asked);
end $$;

-- Whether a service at a place may be known.
create function directory.shows_service_at_location(asked uuid) returns boolean language plpgsql stable parallel safe as $$
begin
    return exists (select from directory.public_service_at_location v where v.id = asked);
end $$;

-- Whether a contact may be known.
create function directory.shows_contact(asked uuid) returns boolean language plpgsql stable parallel safe as $$
begin
    return exists (select from directory.public_contact v where v.id = asked);
end $$;

-- Whether a phone may be known.
create function directory.shows_phone(asked uuid) returns boolean language plpgsql stable parallel safe as $$
begin
    return exists (select from directory.public_phone v where v.id = asked);
end $$;

-- Whether a service may be known.
create function directory.shows_service(asked uuid) returns boolean language plpgsql stable parallel safe as $$
begin
    return exists (select from directory.public_service v where v.id = asked);
end $$;

-- Whether an organisation may be known.
create function directory.shows_organization(asked uuid) returns boolean language plpgsql stable parallel safe as $$
begin
    return exists (select from directory.public_organization v where v.id = asked);
end $$;

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
where directory.tells_location(r.location_id);

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
where (r.organization_id is null or directory.shows_organization(r.organization_id))
  and (r.service_id is null or directory.shows_service(r.service_id))
  and r.visibility = 'public'
  and (r.service_at_location_id is null
       or directory.tells_service_at_location(r.service_at_location_id))
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
cross join lateral (
    select r.location_id is not null
               and not directory.tells_location(r.location_id)
           or r.service_at_location_id is not null
               and not directory.tells_service_at_location(r.service_at_location_id)
           as confidential) place
where (r.organization_id is null or directory.shows_organization(r.organization_id))
  and (r.service_id is null or directory.shows_service(r.service_id))
  and (r.service_at_location_id is null or directory.shows_service_at_location(r.service_at_location_id))
  and (r.location_id is null or directory.shows_location(r.location_id))
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
where (r.service_id is null or exists (select from directory.public_service p where p.id = r.service_id))
  and (r.service_at_location_id is null or directory.tells_service_at_location(r.service_at_location_id))
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
where (r.service_id is null or exists (select from directory.public_service p where p.id = r.service_id))
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
where (r.service_id is null or exists (select from directory.public_service s where s.id = r.service_id))
  and (r.location_id is null or directory.tells_location(r.location_id))
  and (r.phone_id is null or directory.shows_phone(r.phone_id));

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
where directory.tells_location(r.location_id);

create or replace view directory.public_url as
select
    r.id,
    r.label,
    r.url,
    r.organization_id,
    r.service_id,
    r.record_source
from directory.url r
where (r.organization_id is null or directory.shows_organization(r.organization_id))
  and (r.service_id is null or directory.shows_service(r.service_id));

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
where case r.link_entity
        when 'organization' then exists (select from directory.public_organization p where p.id = r.link_id)
        when 'program' then exists (select from directory.public_program p where p.id = r.link_id)
        when 'service' then exists (select from directory.public_service p where p.id = r.link_id)
        when 'location' then directory.tells_location(r.link_id)
        when 'service_at_location' then directory.tells_service_at_location(r.link_id)
        else false
    end;

create or replace view directory.public_metadata as
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
        when 'organization' then directory.shows_organization(r.resource_id)
        when 'service' then directory.shows_service(r.resource_id)
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
where (r.organization_id is null or directory.shows_organization(r.organization_id))
  and (r.service_id is null or directory.shows_service(r.service_id))
  and (r.location_id is null or directory.tells_location(r.location_id));
