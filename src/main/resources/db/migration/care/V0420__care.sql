-- The care of a person by one organisation. Texts are sealed: notes hold names as often as forms do.

create schema care;

-- From admission to closure; somebody who comes back is admitted anew.
create table care.episode (
    id           uuid        primary key,
    person       uuid        not null,
    organization uuid        not null,
    worker       uuid        not null,                  -- who is in charge
    admitted_on  date        not null,
    closed_on    date        check (closed_on >= admitted_on),
    closed_why   text        check (closed_why in ('goal-reached', 'other-service', 'moved', 'lost', 'asked', 'died', 'other')),
    opened_at    timestamptz not null,
    constraint closure_is_whole check ((closed_on is null) = (closed_why is null))
);
create index episode_of_person on care.episode (person, opened_at);
create unique index one_open_episode on care.episode (person, organization) where closed_on is null;

-- A need, a step of the plan, a note or a task.
create table care.entry (
    id           uuid        primary key,
    episode      uuid        not null references care.episode (id) on delete cascade,
    person       uuid        not null,
    organization uuid        not null,
    kind         text        not null check (kind in ('need', 'plan', 'note', 'task')),
    sealed       bytea       not null,
    visibility   text        not null check (visibility in ('author', 'organization', 'shared')),
    due_on       date,
    done_at      timestamptz,
    written_at   timestamptz not null,
    written_by   uuid        not null,
    constraint only_tasks_are_due check (kind = 'task' or due_on is null)
);
create index entry_of_episode on care.entry (episode, written_at);
create index entry_of_person on care.entry (person);
create index task_due on care.entry (written_by, due_on) where kind = 'task' and done_at is null;
create index entry_to_reseal on care.entry (substring(sealed from 1 for 5));

alter table care.episode enable row level security;
alter table care.episode force row level security;
alter table care.entry enable row level security;
alter table care.entry force row level security;

create policy own on care.episode
    using ((select database.reach()) = 'system'
        or (select database.reach()) = 'organization' and organization = (select database.organization()));
create policy shared on care.episode for select
    using ((select database.reach()) = 'organization'
        and person in (select o.person from people.public_care_opened o));

-- A note for its author alone is nobody else's, whatever the role.
create policy own on care.entry
    using ((select database.reach()) = 'system'
        or (select database.reach()) = 'organization' and organization = (select database.organization())
           and (visibility <> 'author' or written_by = (select database.member())));
create policy shared on care.entry for select
    using ((select database.reach()) = 'organization' and visibility = 'shared'
        and person in (select o.person from people.public_care_opened o));
