-- What an organisation is today: follows mergers to the one that is left; itself where there was none.
create function directory.current_organization(asked uuid) returns uuid language sql stable as $$
    with recursive way (id, step) as (
        select asked, 0
        union all
        select s.successor_id, way.step + 1
        from way
        join directory.organization_succession s on s.predecessor_id = way.id and s.event = 'merged-into'
        where way.step < 20
    )
    select id from way order by step desc limit 1
$$;

-- Names under which people may still look for an organisation: its own former ones, and those merged into it.
create view directory.public_former_name as
select s.predecessor_id as organization_id, s.former_name as name, s.happened_on as until, s.event
from directory.public_organization_succession s
where s.event = 'renamed'
union all
select directory.current_organization(s.successor_id), coalesce(s.former_name, o.name), s.happened_on, s.event
from directory.public_organization_succession s
join directory.public_organization o on o.id = s.predecessor_id
where s.event = 'merged-into'
  and exists (select from directory.public_organization c where c.id = directory.current_organization(s.successor_id));

-- A reader says that something is wrong with a record. No name is asked for. Kept for the upkeep of the directory.
create table directory.report (
    id              uuid        primary key,
    organization_id uuid        references directory.organization (id) on delete cascade,
    service_id      uuid        references directory.service (id) on delete cascade,
    location_id     uuid        references directory.location (id) on delete cascade,
    kind            text        not null,
    message         text        not null,
    language        text        not null,
    reported_at     timestamptz not null,
    handled_at      timestamptz,
    constraint report_kind_known check (kind in ('closed', 'hours', 'place', 'phone', 'other')),
    constraint report_is_about_one_thing check (num_nonnulls(organization_id, service_id, location_id) = 1),
    constraint report_is_not_endless check (length(message) <= 2000)
);
create index report_by_organization on directory.report (organization_id);
create index report_by_service on directory.report (service_id);
create index report_by_location on directory.report (location_id);
create index report_unhandled on directory.report (reported_at) where handled_at is null;
