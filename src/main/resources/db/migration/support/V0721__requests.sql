-- Requests for support: who asks for what, how it is decided, and how much of each line others cover.
create schema support;

-- One request. state holds what is true in it; status is its name alone. from_…: the cell of coverage it answers.
create table support.request (
    id           uuid        primary key,
    number       integer     not null generated always as identity unique,
    version      integer     not null default 0,
    form         uuid        not null unique,             -- the form it was begun with: sent twice, it makes one
    asker        text        not null check (asker in ('organization', 'person', 'public', 'team')),
    organization uuid,                                    -- who asks, or for whom the team does
    title        text        not null check (length(title) between 1 and 200),
    state        jsonb       not null,
    status       text        not null generated always as (state ->> 'is') stored
        check (status in ('Draft', 'Submitted', 'Returned', 'Accepted', 'Refused', 'Appealed', 'Open', 'PartlyCovered',
                          'Covered', 'InDelivery', 'PartlyDelivered', 'Delivered', 'Confirmed', 'Closed', 'Withdrawn')),
    from_type    text,
    from_group   text,
    from_zone    text,
    needed_by    date,                                    -- the earliest of its lines
    made_at      timestamptz not null,
    changed_at   timestamptz not null,
    invented     boolean     not null default false,
    constraint asked_by_somebody check (organization is not null or asker in ('public', 'team'))
);
create index request_by_change on support.request (changed_at desc, id desc);
create index request_by_status on support.request (status, changed_at desc, id desc);
create index request_of_organization on support.request (organization, changed_at desc, id desc);
create index request_by_deadline on support.request (status, needed_by) where needed_by is not null;

-- What whoever asks and the team alone read.
create table support.story (
    request uuid primary key references support.request (id) on delete cascade,
    text    text not null check (length(text) <= 4000)
);

-- For whom a caseworker asks; the own organisation alone knows.
create table support.person (
    request      uuid primary key references support.request (id) on delete cascade,
    organization uuid not null,
    person       uuid not null
);
create index person_is_known on support.person (person);

-- One thing a request asks for. covered ≥ going ≥ delivered ≥ confirmed: pledged or paid, on its way, handed over, received.
create table support.line (
    id           uuid           primary key,
    request      uuid           not null references support.request (id) on delete cascade,
    kind         text           not null check (kind in ('goods', 'service', 'places', 'transport', 'people', 'money')),
    item         uuid,                                    -- of goods.item
    what         text           not null check (length(what) between 1 and 300),
    what_to      text           not null default '' check (length(what_to) <= 300),
    quantity     numeric(12, 2) not null check (quantity > 0),
    unit         text           not null,
    people       integer        not null check (people >= 0),
    service_type text           not null,
    target_group text           not null,
    zone         text           not null,
    needed_by    date,
    place        uuid,                                    -- a location of the directory
    citizens     boolean        not null default false,   -- whether anybody may help, not organisations alone
    sure         boolean        not null default false,
    covered      numeric(12, 2) not null default 0,
    going        numeric(12, 2) not null default 0,
    delivered    numeric(12, 2) not null default 0,
    confirmed    numeric(12, 2) not null default 0,
    need         uuid,                                    -- its line in the ledger
    need_day     date,
    constraint never_more_than_asked check (covered <= quantity),
    constraint one_after_the_other check (0 <= confirmed and confirmed <= delivered and delivered <= going
        and going <= covered)
);
create index line_of_request on support.line (request, id);
create index line_of_kind on support.line (kind, item, unit);
create index line_of_cell on support.line (service_type, target_group, zone);

-- How to get in, where a line goes: for whoever asks and the team.
create table support.way_in (
    line    uuid primary key references support.line (id) on delete cascade,
    request uuid not null references support.request (id) on delete cascade,
    text    text not null check (length(text) <= 500)
);
create index way_in_of_request on support.way_in (request);

-- The words of titles, as search compares them.
create table support.word (
    word    text not null,
    request uuid not null references support.request (id) on delete cascade,
    primary key (word, request)
);
create index word_of_request on support.word (request);

-- What became of a request, step by step; nothing is changed or removed. form: the form it was sent with.
create table support.step (
    id           uuid        primary key,
    request      uuid        not null references support.request (id) on delete cascade,
    at           timestamptz not null,
    version      integer     not null,
    what         text        not null,
    status       text        not null,
    words        text        not null,
    detail       jsonb       not null default '{}',
    role         text        not null,
    member       uuid,
    organization uuid,
    form         uuid        unique
);
create index step_of_request on support.step (request, id);
create function support.stays() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and database.reach() = 'system' then
        return old;
    end if;
    raise exception 'what became of a request is never changed' using errcode = 'restrict_violation';
end
$$;
create trigger stays before update or delete on support.step for each row execute function support.stays();

do $$
declare
    name text;
begin
    foreach name in array array['request', 'story', 'person', 'line', 'way_in', 'word', 'step'] loop
        execute format('alter table support.%I enable row level security', name);
        execute format('alter table support.%I force row level security', name);
    end loop;
end
$$;

-- Whoever asks sees all of it; the network's bodies what was sent to them; organisations what is called for.
create policy own on support.request using ((select database.reach()) = 'system'
    or (select database.reach()) = 'organization' and organization = (select database.organization()));
create policy sent on support.request using ((select database.reach()) = 'network'
    and (status <> 'Draft' or asker = 'team'));
create policy called on support.request for select using ((select database.reach()) = 'organization'
    and status in ('Open', 'PartlyCovered', 'Covered', 'InDelivery', 'PartlyDelivered', 'Delivered', 'Confirmed', 'Closed'));
create policy covering on support.request for update using ((select database.reach()) = 'organization'
    and status in ('Open', 'PartlyCovered', 'Covered', 'InDelivery', 'PartlyDelivered', 'Delivered'));

create policy with_its_request on support.line
    using (exists (select from support.request r where r.id = line.request));
create policy with_its_request on support.word
    using (exists (select from support.request r where r.id = word.request));
create policy of_those_concerned on support.step
    using ((select database.reach()) = 'system' or organization = (select database.organization())
           or exists (select from support.request r where r.id = step.request
                      and ((select database.reach()) = 'network' or r.organization = (select database.organization()))));
create policy of_those_concerned on support.story
    using (exists (select from support.request r where r.id = story.request
                   and ((select database.reach()) in ('network', 'system')
                        or r.organization = (select database.organization()))));
create policy of_those_concerned on support.way_in
    using (exists (select from support.request r where r.id = way_in.request
                   and ((select database.reach()) in ('network', 'system')
                        or r.organization = (select database.organization()))));
create policy own on support.person using ((select database.reach()) = 'system'
    or (select database.reach()) = 'organization' and organization = (select database.organization()));
