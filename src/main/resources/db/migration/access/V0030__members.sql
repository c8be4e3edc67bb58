-- Who works here, for whom, and who is at the desk now.

create schema access;

-- One person who may come in.
create table access.member (
    id         uuid        primary key,
    email      text        not null check (email = lower(email) and length(email) <= 254),
    name       text        not null check (length(name) between 1 and 120),
    language   text        not null check (language in ('el', 'en')),
    state      text        not null check (state in ('invited', 'active', 'disabled')),
    invented   boolean     not null default false,
    created_at timestamptz not null,
    changed_at timestamptz not null
);

create unique index member_email on access.member (email);
create index member_name on access.member (lower(name) text_pattern_ops);

-- What a member is in one organisation, or, without one, in the network's own bodies.
create table access.membership (
    id           uuid        primary key,
    member       uuid        not null references access.member (id) on delete cascade,
    organization uuid,
    roles        text[]      not null check (cardinality(roles) > 0),
    created_at   timestamptz not null,
    unique nulls not distinct (member, organization)
);

create index membership_organization on access.membership (organization);

-- Who is at the desk: Spring Session's two tables under our names.
create table access.session (
    primary_id            text   primary key,
    session_id            text   not null unique,
    creation_time         bigint not null,
    last_access_time      bigint not null,
    max_inactive_interval int    not null,
    expiry_time           bigint not null,
    principal_name        text
);

create index session_expiry on access.session (expiry_time);
create index session_principal on access.session (principal_name);

create table access.session_attributes (
    session_primary_id text  not null references access.session (primary_id) on delete cascade,
    attribute_name     text  not null,
    attribute_bytes    bytea not null,
    primary key (session_primary_id, attribute_name)
);

-- How often something was tried lately, by account or by network: the moment from which it is forgotten.
-- Numbers from 0 to 2^20 instead of names, so that neither a name is kept nor the table can be made to grow.
create table access.attempt (
    what   text        not null,
    bucket int         not null check (bucket between 0 and 1048575),
    until  timestamptz not null,
    primary key (what, bucket)
);

-- What was typed when a session had ended, sealed with a key that only the browser has, for a short time.
create table access.kept (
    id         bytea       primary key,
    member     uuid        not null references access.member (id) on delete cascade,
    sealed     bytea       not null,
    expires_at timestamptz not null
);

create index kept_member on access.kept (member);
create index kept_expiry on access.kept (expires_at);

alter table access.member enable row level security;
alter table access.member force row level security;
alter table access.membership enable row level security;
alter table access.membership force row level security;
alter table access.session enable row level security;
alter table access.session force row level security;
alter table access.session_attributes enable row level security;
alter table access.session_attributes force row level security;
alter table access.attempt enable row level security;
alter table access.attempt force row level security;
alter table access.kept enable row level security;
alter table access.kept force row level security;

-- Memberships: one's own, those of the organisation acted for, all for the network's bodies. Only the latter two change them.
create policy seen on access.membership for select
    using ((select database.reach()) in ('network', 'system')
        or member = (select database.member())
        or organization = (select database.organization()));
create policy changed on access.membership for all
    using ((select database.reach()) = 'system'
        or (select database.role()) = 'administrator' and (select database.reach()) = 'network'
        or (select database.role()) = 'organization-admin' and organization = (select database.organization()));

-- Members: oneself and colleagues; the address book of all only for who keeps members, and for finding an address once.
create policy seen on access.member for select
    using ((select database.reach()) in ('network', 'system')
        or id = (select database.member())
        or (select database.purpose()) = 'invitation'
        or exists (select from access.membership s
                   where s.member = member.id and s.organization = (select database.organization())));
create policy added on access.member for insert
    with check ((select database.reach()) = 'system'
        or (select database.role()) in ('organization-admin', 'administrator'));
create policy changed on access.member for update
    using ((select database.reach()) = 'system'
        or id = (select database.member())
        or (select database.role()) = 'administrator' and (select database.reach()) = 'network'
        or (select database.role()) = 'organization-admin'
           and exists (select from access.membership s
                       where s.member = member.id and s.organization = (select database.organization())));
create policy removed on access.member for delete
    using ((select database.reach()) = 'system');

create policy sessions on access.session
    using ((select database.reach()) = 'system' and (select database.purpose()) = 'session');
create policy sessions on access.session_attributes
    using ((select database.reach()) = 'system' and (select database.purpose()) = 'session');
create policy attempts on access.attempt
    using ((select database.reach()) = 'system' and (select database.purpose()) = 'attempt');
create policy kept on access.kept
    using ((select database.reach()) = 'system' and (select database.purpose()) = 'session');
