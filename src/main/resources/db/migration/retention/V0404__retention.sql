-- What the nights forgot: how many records of which type, of which organisation; nobody is named.
create schema retention;

create table retention.forgotten (
    id           uuid        primary key,
    code         text        not null check (code ~ '^[a-z]+(\.[a-z-]+)+$'),
    organization uuid        not null,
    rows         integer     not null check (rows > 0),
    at           timestamptz not null
);
create index forgotten_by_day on retention.forgotten (at desc, code);
create index forgotten_of_organization on retention.forgotten (organization, at desc);

alter table retention.forgotten enable row level security;
alter table retention.forgotten force row level security;
create policy own on retention.forgotten
    using ((select database.reach()) in ('network', 'system')
        or (select database.reach()) = 'organization' and organization = (select database.organization()));
