-- What readers decide about letters, known by the keyed hash of the address alone.

create table messaging.reader (
    reader     text        primary key,
    language   text,
    changed_at timestamptz not null
);
create table messaging.choice (
    reader     text        not null,
    family     text        not null check (family ~ '^[a-z]+(\.[a-z0-9-]+)+$'),
    how        text        not null check (how in ('at-once', 'daily', 'never')),
    changed_at timestamptz not null,
    primary key (reader, family)
);
alter table messaging.reader enable row level security;
alter table messaging.reader force row level security;
alter table messaging.choice enable row level security;
alter table messaging.choice force row level security;

-- Whoever holds a signed link, and the program when it sends.
create policy by_signed_link on messaging.reader
    using ((select database.reach()) = 'system' or (select database.purpose()) = 'letters');
create policy by_signed_link on messaging.choice
    using ((select database.reach()) = 'system' or (select database.purpose()) = 'letters');

-- Of the network's bodies administrators alone look after letters.
alter policy read on messaging.letter
    using ((select database.reach()) = 'system'
           or (select database.reach()) = 'network' and (select database.role()) = 'administrator'
           or organization = (select database.organization()));
alter policy resent_or_carried on messaging.letter
    using ((select database.reach()) = 'system'
           or (select database.reach()) = 'network' and (select database.role()) = 'administrator');
alter policy written on messaging.step
    with check ((select database.reach()) = 'system'
                or (select database.reach()) = 'network' and (select database.role()) = 'administrator');
drop index messaging.letter_listed;
create index letter_listed on messaging.letter (state, id);
create index letter_of_digest on messaging.letter (reader, due_at) where gathered and state = 'waiting';
create index letter_too_old on messaging.letter (good_until) where state = 'waiting';
create index letter_to_delete on messaging.letter (ended_at) where ended_at is not null;
drop index messaging.letter_to_forget;
