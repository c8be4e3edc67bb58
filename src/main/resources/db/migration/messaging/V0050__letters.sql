-- Letters on their way out. What they say is not here: the words are made when they are sent, from the values, which are
-- sealed with a key that is not in the database and wiped once nobody needs them.

create schema messaging;

create table messaging.letter (
    id           uuid        primary key,
    kind         text        not null check (kind ~ '^[a-z]+(\.[a-z0-9-]+)+$'),
    channel      text        not null default 'email',
    address      text        check (length(address) <= 254),    -- wiped after the time of retention
    reader       text        not null,                          -- the address as a keyed hash: stays, to count by
    language     text        not null,
    organization uuid,
    about        uuid,
    sealed       bytea,
    key          text        not null,                          -- which key sealed it: a node sends what it can open
    left_at      timestamptz not null,
    good_until   timestamptz not null,
    state        text        not null default 'waiting',
    due_at       timestamptz not null,                          -- when it is tried; while it is sent, when that is given up
    lease        uuid,                                          -- which try holds it
    tries        integer     not null default 0,
    unsure       integer     not null default 0,                -- tries that ended nobody knows how
    gathered     boolean     not null default false,            -- waits for the reader's digest
    ended_at     timestamptz,
    reason       text,
    answer       text        check (length(answer) <= 300),
    constraint letter_channel_known check (channel in ('email')),
    constraint letter_state_known check (state in ('waiting', 'sending', 'sent', 'dead', 'withheld')),
    constraint letter_ends_once check ((ended_at is null) = (state in ('waiting', 'sending'))),
    constraint letter_held_while_sent check ((lease is null) = (state <> 'sending')),
    constraint letter_values_are_short check (length(sealed) <= 65536)
);
create index letter_due on messaging.letter (due_at) where state in ('waiting', 'sending');
create index letter_lately on messaging.letter (reader, kind, left_at);
create index letter_listed on messaging.letter (state, left_at desc, id);
create index letter_by_organization on messaging.letter (organization, left_at desc) where organization is not null;
create index letter_about on messaging.letter (about) where about is not null;
create index letter_to_wipe on messaging.letter (ended_at) where sealed is not null;
create index letter_to_forget on messaging.letter (ended_at) where address is not null;

-- What happened to each, in order. Server's answers come without the address.
create table messaging.step (
    id     uuid        primary key,
    letter uuid        not null references messaging.letter (id) on delete cascade,
    at     timestamptz not null,
    what   text        not null check (what in ('tried', 'sent', 'deferred', 'refused', 'dead', 'withheld', 'again')),
    answer text        check (length(answer) <= 300)
);
create index step_of_letter on messaging.step (letter, id);

alter table messaging.letter enable row level security;
alter table messaging.letter force row level security;
alter table messaging.step enable row level security;
alter table messaging.step force row level security;

-- Anyone may leave a letter of the network itself ("forgotten password" has no member yet), an organisation's only it.
create policy left_by_anyone on messaging.letter for insert
    with check (state = 'waiting' and tries = 0
                and (organization is null
                     or organization = (select database.organization())
                     or (select database.reach()) in ('network', 'system')));
create policy read on messaging.letter for select
    using ((select database.reach()) in ('network', 'system')
           or organization = (select database.organization()));
create policy resent_or_carried on messaging.letter for update
    using ((select database.reach()) in ('network', 'system'));
create policy forgotten on messaging.letter for delete
    using ((select database.reach()) = 'system');

create policy read on messaging.step for select
    using (exists (select from messaging.letter l where l.id = letter));
create policy written on messaging.step for insert
    with check ((select database.reach()) in ('network', 'system'));
create policy forgotten on messaging.step for delete
    using ((select database.reach()) = 'system');

-- What makes the hashes of addresses and the signatures of preferences this installation's own. One row.
create table messaging.secret (
    id     boolean primary key default true check (id),
    secret bytea   not null check (length(secret) = 32)
);
alter table messaging.secret enable row level security;
alter table messaging.secret force row level security;
create policy the_programs_own on messaging.secret
    using ((select database.reach()) = 'system');
