-- The person's own page: the keys that open it for a while, and what she asks for there.

create schema mydata;

-- A key is known by its hash alone: the visit that goes on, or a link somebody was given.
create table mydata.key (
    hash         bytea       primary key,
    person       uuid        not null,
    organization uuid        not null,
    kind         text        not null check (kind in ('visit', 'link')),
    until        timestamptz not null
);
create index key_of_person on mydata.key (person);
create index key_ending on mydata.key (until);

create table mydata.wish (
    id           uuid        primary key,
    person       uuid,                                  -- none after she was erased: that there was a wish stays
    organization uuid        not null,
    kind         text        not null check (kind in ('correct', 'restrict', 'erase', 'explain')),
    sealed       bytea,
    asked_at     timestamptz not null,
    due_on       date        not null,
    verdict      text        check (verdict in ('granted', 'refused')),
    grounds      bytea,
    decided_at   timestamptz,
    decided_by   uuid,
    constraint verdict_is_whole check ((verdict is null) = (decided_at is null))
);
create index wish_of_person on mydata.wish (person);
create index wish_open on mydata.wish (organization, due_on) where verdict is null;
create index wish_to_reseal on mydata.wish (substring(sealed from 1 for 5));

alter table mydata.key enable row level security;
alter table mydata.key force row level security;
alter table mydata.wish enable row level security;
alter table mydata.wish force row level security;

create policy programs_own on mydata.key
    using ((select database.reach()) = 'system');
create policy own on mydata.key
    using ((select database.reach()) = 'organization' and organization = (select database.organization()));
create policy own on mydata.wish
    using ((select database.reach()) = 'system'
        or (select database.reach()) = 'organization' and organization = (select database.organization()));
