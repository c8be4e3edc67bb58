-- Asking organisations whether their records are still right: who was asked, what they said, and what was made of it.
create schema rounds;

-- One round of asking. remind: how many days before the deadline whoever has not answered is reminded.
create table rounds.round (
    id        uuid        primary key,
    name      text        not null check (length(name) between 1 and 120),
    message   text        not null check (length(message) <= 1000),
    deadline  date        not null,
    remind    integer[]   not null,
    state     text        not null check (state in ('draft', 'open', 'closed')),
    invented  boolean     not null default false,
    made_at   timestamptz not null,
    opened_at timestamptz,
    closed_at timestamptz,
    constraint round_opened_whole check (state = 'draft' or opened_at is not null),
    constraint round_closed_whole check ((state = 'closed') = (closed_at is not null))
);
create index round_by_time on rounds.round (made_at desc, id);
create index round_open on rounds.round (deadline) where state = 'open';

-- One organisation asked in a round, and how far it has come. told_… are of an answer by phone: who said it, as what, when.
create table rounds.asked (
    id             uuid        primary key,
    round          uuid        not null references rounds.round (id) on delete cascade,
    organization   uuid        not null,
    name           text        not null,
    email          text,
    sent_at        timestamptz,
    undelivered_at timestamptz,
    opened_at      timestamptz,
    withdrawn_at   timestamptz,
    answered_at    timestamptz,
    how            text        check (how in ('link', 'phone')),
    told_by        text        check (length(told_by) <= 120),
    told_role      text        check (length(told_role) <= 120),
    told_on        date,
    note           text        not null default '' check (length(note) <= 2000),
    settled_at     timestamptz,
    constraint asked_answered_somehow check ((answered_at is null) = (how is null)),
    unique (round, organization)
);
create index asked_by_name on rounds.asked (round, name, id);
create index asked_by_organization on rounds.asked (organization);
create index asked_to_look_at on rounds.asked (answered_at) where answered_at is not null and settled_at is null;

-- One record it is asked about.
create table rounds.record (
    asked       uuid        not null references rounds.asked (id) on delete cascade,
    record      uuid        not null,
    kind        text        not null check (kind in ('organization', 'service', 'location')),
    position    integer     not null,
    answer      text        check (answer in ('same', 'other')),
    answered_at timestamptz,
    primary key (asked, record)
);

-- One field that the organisation says is otherwise, as a draft keeps it, and what the desk decided.
create table rounds.change (
    asked       uuid not null,
    record      uuid not null,
    table_name  text not null,
    row_id      uuid not null,
    column_name text not null,
    was         text,
    value       text,
    decision    text check (decision in ('accepted', 'refused')),
    decided_at  timestamptz,
    primary key (asked, record, table_name, row_id, column_name),
    foreign key (asked, record) references rounds.record (asked, record) on delete cascade
);

-- A way in for one organisation, for its records in one round, known by its fingerprint only.
create table rounds.link (
    hash       bytea       primary key,
    asked      uuid        not null references rounds.asked (id) on delete cascade,
    made_at    timestamptz not null,
    expires_at timestamptz not null,
    ended_at   timestamptz
);
create index link_by_asked on rounds.link (asked);
create index link_by_expiry on rounds.link (expires_at);

-- A letter that went to it; an automatic reminder for so many days before the deadline goes once, over all nodes.
create table rounds.letter (
    id         uuid        primary key,
    asked      uuid        not null references rounds.asked (id) on delete cascade,
    kind       text        not null check (kind in ('first', 'again', 'reminder')),
    day_before integer,
    left_at    timestamptz not null,
    unique (asked, day_before)
);

alter table rounds.round enable row level security;
alter table rounds.round force row level security;
alter table rounds.asked enable row level security;
alter table rounds.asked force row level security;
alter table rounds.record enable row level security;
alter table rounds.record force row level security;
alter table rounds.change enable row level security;
alter table rounds.change force row level security;
alter table rounds.link enable row level security;
alter table rounds.link force row level security;
alter table rounds.letter enable row level security;
alter table rounds.letter force row level security;

-- The coordination team sees all; an organisation, also by its link, what it was asked itself.
create policy own on rounds.asked
    using (organization = (select database.organization()) or (select database.reach()) in ('network', 'system'));
create policy seen_when_asked on rounds.round for select
    using ((select database.reach()) in ('network', 'system')
           or exists (select from rounds.asked a where a.round = round.id));
create policy made on rounds.round for insert with check ((select database.reach()) in ('network', 'system'));
create policy changed on rounds.round for update using ((select database.reach()) in ('network', 'system'));
create policy removed on rounds.round for delete using ((select database.reach()) in ('network', 'system'));
create policy with_its_organization on rounds.record
    using (exists (select from rounds.asked a where a.id = record.asked));
create policy with_its_organization on rounds.change
    using (exists (select from rounds.asked a where a.id = change.asked));
create policy of_those_who_ask on rounds.link
    using ((select database.reach()) in ('network', 'system'));
create policy of_those_who_ask on rounds.letter
    using ((select database.reach()) in ('network', 'system'));
