-- The public account: what everybody is told of calls and of envelopes, and who wished to be told of.
create schema account;

-- Envelopes whose keeper tells everybody what became of their money.
create table account.open_envelope (
    envelope     uuid        primary key,
    organization uuid,                                    -- who keeps it; none for the network's own
    opened_at    timestamptz not null
);

-- Organisations that wish to be named where they asked for something.
create table account.wish (
    organization uuid        primary key,
    wished_at    timestamptz not null
);

-- A short story on a call's page, told with the consent of whom it is about. who: sealed.
create table account.story (
    call         uuid        primary key,
    text         text        not null check (length(text) between 1 and 2000),
    english      text        not null default '' check (length(english) <= 2000),
    who          bytea       not null,
    consented_on date        not null,
    recorded_by  uuid        not null,
    recorded_at  timestamptz not null
);

-- How many people a call reached, each time everybody was told: the gate must know what it said before.
create table account.telling (
    id     uuid    primary key,
    call   uuid    not null,
    day    date    not null,
    people integer not null check (people >= 0)
);
create index telling_of_call on account.telling (call, id);

do $$
declare
    name text;
begin
    foreach name in array array['open_envelope', 'wish', 'story', 'telling'] loop
        execute format('alter table account.%I enable row level security', name);
        execute format('alter table account.%I force row level security', name);
    end loop;
end
$$;
create policy kept on account.open_envelope using ((select database.reach()) in ('network', 'system')
    or (select database.reach()) = 'organization' and organization = (select database.organization()));
create policy own on account.wish using ((select database.reach()) = 'system'
    or (select database.reach()) = 'organization' and organization = (select database.organization()));
create policy of_the_team on account.story using ((select database.reach()) in ('network', 'system'));
create policy of_the_program on account.telling using ((select database.reach()) = 'system');
