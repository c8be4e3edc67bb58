-- What an operator decided at the desk. Everybody's pages read it; it is changed under the purpose "settings" alone.

create schema settings;

create table settings.value (
    key        text        primary key check (key ~ '^[a-z]+(\.[a-z0-9-]+)+$'),
    value      text        not null check (length(value) <= 20000),
    closed     boolean     not null,   -- encrypted with the key in the data directory
    changed_at timestamptz not null
);

create table settings.change (
    id     uuid        primary key,
    at     timestamptz not null,
    key    text        not null,
    member uuid,
    role   text        not null,
    secret boolean     not null,
    before text,
    after  text,
    constraint no_secret_in_the_history check (not secret or (before is null and after is null))
);

create table settings.emblem (
    id       uuid        primary key,
    place    text        not null check (place in ('city', 'funder')),
    name     text        not null check (length(name) between 1 and 120),
    hash     text        not null check (hash ~ '^[0-9a-f]{32}$'),
    width    int         not null check (width between 1 and 480),
    height   int         not null check (height between 1 and 160),
    png      bytea       not null check (length(png) <= 1000000),
    added_at timestamptz not null
);
create index emblem_hash on settings.emblem (hash);

alter table settings.value  enable row level security;
alter table settings.change enable row level security;
alter table settings.emblem enable row level security;
alter table settings.value  force row level security;
alter table settings.change force row level security;
alter table settings.emblem force row level security;

create function settings.may_change() returns boolean language sql stable parallel safe
    return coalesce(database.purpose() = 'settings' and database.reach() in ('network', 'system'), false);

create policy read    on settings.value for select using (true);
create policy added   on settings.value for insert with check ((select settings.may_change()));
create policy changed on settings.value for update
    using ((select settings.may_change())) with check ((select settings.may_change()));
create policy removed on settings.value for delete using ((select settings.may_change()));

create policy read    on settings.emblem for select using (true);
create policy added   on settings.emblem for insert with check ((select settings.may_change()));
create policy removed on settings.emblem for delete using ((select settings.may_change()));

create policy read  on settings.change for select using ((select settings.may_change()));
create policy added on settings.change for insert
    with check ((select settings.may_change()) and member is not distinct from (select database.member()));

create function settings.never() returns trigger language plpgsql as $$
begin
    raise exception 'the history of the settings is only added to';
end
$$;
create trigger change_only_added_to before update or delete or truncate on settings.change
    for each statement execute function settings.never();

-- Every node listens; the notice leaves with the commit.
create function settings.tell() returns trigger language plpgsql as $$
begin
    notify osn_settings;
    return null;
end
$$;
create trigger value_told  after insert or update or delete on settings.value
    for each statement execute function settings.tell();
create trigger emblem_told after insert or update or delete on settings.emblem
    for each statement execute function settings.tell();
