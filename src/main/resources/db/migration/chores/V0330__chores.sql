-- Long pieces of work that outlive the request that asked for them. Any node does them; one at a time for each subject.
create schema chores;

create table chores.chore (
    id           uuid        primary key,
    kind         text        not null,
    -- what the work is about: an import, a search for doubles
    subject      uuid        not null,
    state        text        not null default 'waiting',
    -- with whose eyes it is done: those of who asked
    member       uuid,
    organization uuid,
    role         text        not null,
    reach        text        not null,
    origin       text        not null,
    step         text        not null default '',
    done         bigint      not null default 0,
    total        bigint,
    asked_at     timestamptz not null,
    -- the node's try that holds it; who has another one has lost it
    run          uuid,
    beat         timestamptz,
    ended_at     timestamptz,
    constraint chore_state_known check (state in ('waiting', 'running', 'done', 'failed', 'abandoned'))
);
create unique index chore_open_once on chores.chore (subject) where state in ('waiting', 'running');
create index chore_by_subject on chores.chore (subject, asked_at desc);
create index chore_waiting on chores.chore (asked_at) where state = 'waiting';
create index chore_running on chores.chore (beat) where state = 'running';

alter table chores.chore enable row level security;
alter table chores.chore force row level security;
create policy own on chores.chore
    using (organization = (select database.organization()) or (select database.reach()) in ('network', 'system'));
