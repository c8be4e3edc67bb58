-- How a member shows who they are. Nothing here opens a door by being read, except the authenticator's secret.

create schema signin;

create table signin.password (
    member     uuid        primary key,
    hash       text        not null,
    changed_at timestamptz not null
);

-- The app that shows a new code each half minute; the last step used, so that no code works twice.
create table signin.authenticator (
    member       uuid        primary key,
    secret       bytea       not null,
    last_step    bigint      not null,
    confirmed_at timestamptz not null
);

create table signin.recovery_code (
    member  uuid  not null,
    hash    bytea not null,
    used_at timestamptz,
    primary key (member, hash)
);

-- A link sent by e-mail, known by its fingerprint only.
create table signin.link (
    hash       bytea       primary key,
    member     uuid        not null,
    purpose    text        not null check (purpose in ('first-entry', 'forgotten')),
    expires_at timestamptz not null,
    used_at    timestamptz
);

create index link_member on signin.link (member);
create index link_expiry on signin.link (expires_at);

alter table signin.password enable row level security;
alter table signin.password force row level security;
alter table signin.authenticator enable row level security;
alter table signin.authenticator force row level security;
alter table signin.recovery_code enable row level security;
alter table signin.recovery_code force row level security;
alter table signin.link enable row level security;
alter table signin.link force row level security;

create policy door on signin.password
    using ((select database.reach()) = 'system' and (select database.purpose()) = 'sign-in');
create policy door on signin.authenticator
    using ((select database.reach()) = 'system' and (select database.purpose()) = 'sign-in');
create policy door on signin.recovery_code
    using ((select database.reach()) = 'system' and (select database.purpose()) = 'sign-in');
create policy door on signin.link
    using ((select database.reach()) = 'system' and (select database.purpose()) = 'sign-in');
