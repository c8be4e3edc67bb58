-- What people without an account ask for: how they are reached, and the links by which they follow it.
create schema asks;

-- One request by the public form. email and phone are sealed; both go some time after the request is over.
create table asks.ask (
    request  uuid        primary key,                     -- of support
    email    bytea,
    phone    bytea,
    language text        not null check (language ~ '^[a-z]{2}$'),
    made_at  timestamptz not null,
    over_at  timestamptz
);
create index ask_that_is_over on asks.ask (over_at) where over_at is not null;

-- A link: the fingerprint of its secret.
create table asks.link (
    hash       bytea       primary key,
    request    uuid        not null references asks.ask (request) on delete cascade,
    made_at    timestamptz not null,
    expires_at timestamptz not null,
    ended_at   timestamptz
);
create index link_of_ask on asks.link (request);

-- Requests of anybody that have files, so that those go when the request has been over for long enough.
create table asks.folder (
    request      uuid primary key,
    organization uuid,
    over_at      timestamptz
);
create index folder_that_is_over on asks.folder (over_at) where over_at is not null;

do $$
declare
    name text;
begin
    foreach name in array array['ask', 'link', 'folder'] loop
        execute format('alter table asks.%I enable row level security', name);
        execute format('alter table asks.%I force row level security', name);
    end loop;
end
$$;

-- The team and the program; a link is looked up with the program's eyes, before anybody knows whose it is.
create policy of_the_team on asks.ask using ((select database.reach()) = 'system'
    or (select database.reach()) = 'network' and (select database.role()) = 'coordinator');
create policy of_the_team on asks.link using ((select database.reach()) = 'system'
    or (select database.reach()) = 'network' and (select database.role()) = 'coordinator');
create policy of_those_concerned on asks.folder using ((select database.reach()) in ('system', 'network')
    or (select database.reach()) = 'organization' and organization = (select database.organization()));
