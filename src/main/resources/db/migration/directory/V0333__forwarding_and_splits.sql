-- Where a record is now that turned out to be the same as another: its old address leads on, and what its source says of
-- it later is said of the other one.
create table directory.forwarding (
    record_id  uuid not null primary key,
    table_name text not null,
    into_id    uuid not null,
    constraint forwarding_of_records check (table_name in ('organization', 'service', 'location')),
    constraint forwarding_leads_on check (record_id <> into_id)
);
create index forwarding_by_target on directory.forwarding (into_id);

-- Follows mergers to the record that is left; none for a record that was never merged.
create function directory.forwarded(asked uuid) returns uuid language sql stable as $$
    with recursive way (id, step) as (
        select f.into_id, 1 from directory.forwarding f where f.record_id = asked
        union all
        select f.into_id, way.step + 1
        from way
        join directory.forwarding f on f.record_id = way.id
        where way.step < 20
    )
    select id from way order by step desc limit 1
$$;

-- What the public may know of it: only where the record that is left may be known.
create view directory.public_forwarding as
select f.record_id, f.table_name, directory.forwarded(f.record_id) as into_id
from directory.forwarding f
where case f.table_name
        when 'organization' then directory.shows_organization(directory.forwarded(f.record_id))
        when 'service' then directory.shows_service(directory.forwarded(f.record_id))
        else directory.shows_location(directory.forwarded(f.record_id))
    end;

-- An organisation may come out of another that goes on.
alter table directory.organization_succession drop constraint succession_event_known;
alter table directory.organization_succession add constraint succession_event_known
    check (event in ('merged-into', 'renamed', 'moved-under', 'split-from'));
