-- Persons, each as one organisation knows her. Who she is lies sealed in people.fact; she is found by keyed tokens.

create schema people;

-- One person as one organisation knows her.
create table people.person (
    id            uuid        primary key,
    organization  uuid        not null,
    self          uuid        not null,                 -- the same for all records that stand for one person
    created_at    timestamptz not null,
    created_by    uuid,
    restricted_at timestamptz,                          -- she asked that it be kept but not used
    invented      boolean     not null default false
);
create index person_of_organization on people.person (organization, id);
create index person_self on people.person (self);

-- What opens to others: by a consent, or by a legal basis that is written down. Nothing else opens a record.
create table people.share (
    id           uuid        primary key,
    person       uuid        not null references people.person (id) on delete cascade,
    organization uuid        not null,                  -- whose record it is
    recipient    uuid        not null check (recipient <> organization),
    identity     boolean     not null,                  -- who she is
    care         boolean     not null,                  -- needs, plan and shared notes
    basis        text        not null check (basis in ('consent', 'law')),
    reason       uuid        not null,                  -- the consent, or what the legal basis is written in
    starts_at    timestamptz not null,
    ends_at      timestamptz not null check (ends_at >= starts_at)
);
create index share_of_person on people.share (person);
create index share_of_recipient on people.share (recipient, ends_at);
create index share_of_organization on people.share (organization);
create index share_of_reason on people.share (reason);

-- One thing known of her, sealed; corrected by a new row, so that what was believed earlier can be told.
create table people.fact (
    id           uuid        primary key,
    person       uuid        not null references people.person (id) on delete cascade,
    organization uuid        not null,
    kind         text        not null check (kind ~ '^[a-z-]{2,30}$'),
    sealed       bytea       not null,
    quality      text        not null check (quality in ('given', 'seen', 'estimated')),
    finding      int         not null,                  -- the key its tokens were made with
    recorded_at  timestamptz not null,
    recorded_by  uuid,
    ended_at     timestamptz,
    ended_why    text        check (ended_why in ('changed', 'wrong')),
    constraint end_is_whole check ((ended_at is null) = (ended_why is null))
);
create index fact_of_person on people.fact (person, kind);
create index fact_to_reseal on people.fact (substring(sealed from 1 for 5));
create index fact_to_find_anew on people.fact (finding);

-- By what a fact is found: HMACs under a key that is not in the database.
create table people.token (
    token        bigint not null,
    fact         uuid   not null references people.fact (id) on delete cascade,
    person       uuid   not null references people.person (id) on delete cascade,
    organization uuid   not null,
    primary key (token, fact)
);
create index token_of_fact on people.token (fact);
create index token_of_person on people.token (person);

-- Codes made by people themselves, and numbers of cards: only their keyed hashes.
create table people.code (
    id           uuid        primary key,
    person       uuid        not null references people.person (id) on delete cascade,
    organization uuid        not null,
    kind         text        not null check (kind in ('own', 'card')),
    hash         text        not null check (hash ~ '^[A-Z2-7]{20}$'),
    created_at   timestamptz not null,
    ended_at     timestamptz
);
create index code_hash on people.code (hash);
create index code_of_person on people.code (person);
create unique index card_is_one on people.code (hash) where kind = 'card';

-- A group she belongs to or a vulnerability, from when to when; never overwritten.
create table people.belonging (
    id           uuid        primary key,
    person       uuid        not null references people.person (id) on delete cascade,
    organization uuid        not null,
    target_group text        not null check (target_group ~ '^[a-z-]{2,40}$'),
    since        date        not null,
    until        date        check (until >= since),
    recorded_at  timestamptz not null,
    recorded_by  uuid
);
create index belonging_of_person on people.belonging (person);

-- People who live together, and what one is to the other.
create table people.household (
    id           uuid        primary key,
    organization uuid        not null,
    created_at   timestamptz not null
);
create table people.household_member (
    id           uuid        primary key,
    household    uuid        not null references people.household (id) on delete cascade,
    person       uuid        not null references people.person (id) on delete cascade,
    organization uuid        not null,
    relation     text        not null check (relation in ('head', 'partner', 'child', 'parent', 'sibling', 'relative', 'other')),
    since        date        not null,
    until        date        check (until >= since)
);
create index member_of_household on people.household_member (household);
create index household_of_person on people.household_member (person);

-- Which form became which person: a form sent twice makes one.
create table people.registration (
    once         uuid        primary key,
    person       uuid        not null references people.person (id) on delete cascade,
    organization uuid        not null,
    at           timestamptz not null
);
create index registration_of_person on people.registration (person);

-- Two records that may be one person, and what somebody decided of them; nothing is joined by itself.
create table people.pair (
    one          uuid        not null references people.person (id) on delete cascade,
    other        uuid        not null references people.person (id) on delete cascade,
    organization uuid        not null,
    state        text        not null check (state in ('open', 'different', 'joined')),
    found_at     timestamptz not null,
    decided_at   timestamptz,
    decided_by   uuid,
    moved        uuid[],                                 -- whose "self" changed when they were joined: the way back
    was          uuid,                                   -- what it was
    primary key (one, other),
    constraint in_order check (one < other)
);
create index pair_of_other on people.pair (other);
create index pair_open on people.pair (organization, found_at) where state = 'open';

-- Who was erased: the number alone, so that the restore of an older backup does not bring her back.
create table people.erased (
    person       uuid        primary key,
    organization uuid        not null,
    at           timestamptz not null
);
create index erased_of_organization on people.erased (organization);

do $$
declare
    name text;
begin
    foreach name in array array['person', 'share', 'fact', 'token', 'code', 'belonging', 'household', 'household_member',
                                'registration', 'pair', 'erased'] loop
        execute format('alter table people.%I enable row level security', name);
        execute format('alter table people.%I force row level security', name);
        -- One's own, with nobody else's; the program's own work sees all. The network's bodies see no person.
        execute format('create policy own on people.%I using ((select database.reach()) = ''system''
                            or (select database.reach()) = ''organization''
                               and organization = (select database.organization()))', name);
    end loop;
end
$$;

-- Whom a record was opened to sees that it was.
create policy received on people.share for select
    using ((select database.reach()) = 'organization' and recipient = (select database.organization()));

-- And sees what was opened, for as long as it is.
create policy shared on people.person for select
    using ((select database.reach()) = 'organization'
        and id in (select s.person from people.share s
                   where s.recipient = (select database.organization()) and s.starts_at <= now() and now() < s.ends_at));
create policy shared on people.fact for select
    using ((select database.reach()) = 'organization'
        and person in (select s.person from people.share s
                       where s.recipient = (select database.organization()) and s.identity
                         and s.starts_at <= now() and now() < s.ends_at));
create policy shared on people.token for select
    using ((select database.reach()) = 'organization'
        and person in (select s.person from people.share s
                       where s.recipient = (select database.organization()) and s.identity
                         and s.starts_at <= now() and now() < s.ends_at));
create policy shared on people.belonging for select
    using ((select database.reach()) = 'organization'
        and person in (select s.person from people.share s
                       where s.recipient = (select database.organization()) and s.care
                         and s.starts_at <= now() and now() < s.ends_at));
