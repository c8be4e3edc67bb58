-- Asking organisations more than whether their records still hold: forms, editions of asking, what was answered, what was made of it.
create schema questionnaire;

-- A questionnaire as it is being built: its questions as one document, numbered by each change.
create table questionnaire.form (
    id         uuid        primary key,
    title      text        not null check (length(title) between 1 and 500),
    blueprint  text        not null check (length(blueprint) <= 2000000),
    version    integer     not null default 1,
    made_at    timestamptz not null,
    changed_at timestamptz not null
);
create index form_by_time on questionnaire.form (made_at desc, id);

-- One time of asking, "December 2021": it keeps the questions as they were asked. remind: how many days before the deadline.
create table questionnaire.edition (
    id        uuid        primary key,
    form      uuid        not null references questionnaire.form (id),
    name      text        not null check (length(name) between 1 and 120),
    message   text        not null check (length(message) <= 1000),
    deadline  date        not null,
    remind    integer[]   not null,
    state     text        not null check (state in ('draft', 'open', 'closed')),
    blueprint text        not null check (length(blueprint) <= 2000000),
    version   integer     not null,
    made_at   timestamptz not null,
    opened_at timestamptz,
    closed_at timestamptz,
    constraint edition_opened_whole check (state = 'draft' or opened_at is not null),
    constraint edition_closed_whole check ((state = 'closed') = (closed_at is not null))
);
create index edition_by_form on questionnaire.edition (form, made_at desc, id);
create index edition_by_time on questionnaire.edition (made_at desc, id);
create index edition_open on questionnaire.edition (deadline) where state = 'open';

-- One organisation asked in an edition. told_… are of an answer by phone: who said it, as what, when.
create table questionnaire.respondent (
    id             uuid        primary key,
    edition        uuid        not null references questionnaire.edition (id) on delete cascade,
    organization   uuid        not null,
    name           text        not null,
    email          text,
    sent_at        timestamptz,
    undelivered_at timestamptz,
    withheld_at    timestamptz,
    opened_at      timestamptz,
    withdrawn_at   timestamptz,
    answered_at    timestamptz,
    how            text        check (how in ('link', 'phone')),
    told_by        text        check (length(told_by) <= 120),
    told_role      text        check (length(told_role) <= 120),
    told_on        date,
    settled_at     timestamptz,
    constraint respondent_answered_somehow check ((answered_at is null) = (how is null)),
    unique (edition, organization)
);
create index respondent_by_name on questionnaire.respondent (edition, name, id);
create index respondent_by_organization on questionnaire.respondent (organization);
create index respondent_to_look_at on questionnaire.respondent (answered_at)
    where answered_at is not null and settled_at is null;

-- A page somebody has saved; sound: nothing on it was left wrong.
create table questionnaire.sheet (
    respondent uuid        not null references questionnaire.respondent (id) on delete cascade,
    number     integer     not null,
    sound      boolean     not null,
    saved_at   timestamptz not null,
    primary key (respondent, number)
);

-- One answer, as it was written. was: what the directory said when the page was saved, where it said anything.
create table questionnaire.answer (
    respondent  uuid    not null references questionnaire.respondent (id) on delete cascade,
    question    text    not null,
    row_key     text    not null,
    column_name text    not null,
    position    integer not null,
    value       text    not null check (length(value) <= 10000),
    was         text,
    primary key (respondent, question, row_key, column_name)
);

-- What the desk decided about one difference to the directory.
create table questionnaire.verdict (
    respondent uuid        not null references questionnaire.respondent (id) on delete cascade,
    difference text        not null,
    accepted   boolean     not null,
    decided_at timestamptz not null,
    primary key (respondent, difference)
);

-- Something that is missing, as an organisation wrote it, and what a person made of it.
create table questionnaire.gap (
    id           uuid    primary key,
    respondent   uuid    not null references questionnaire.respondent (id) on delete cascade,
    position     integer not null,
    words        text    not null check (length(words) <= 10000),
    service_type text    not null default '',
    target_group text    not null default '',
    zone         text    not null default '',
    people       integer check (people between 1 and 1000000),
    state        text    not null default 'open' check (state in ('open', 'coded', 'nothing')),
    decided_at   timestamptz,
    entry        uuid,
    entry_day    date,
    constraint gap_coded_whole check (state <> 'coded' or service_type <> '' and people is not null),
    constraint gap_decided_whole check ((state = 'open') = (decided_at is null)),
    constraint gap_entry_whole check ((entry is null) = (entry_day is null))
);
create index gap_by_respondent on questionnaire.gap (respondent, position);
create index gap_open on questionnaire.gap (id) where state = 'open';

-- A way in for one organisation, for its answer in one edition, known by its fingerprint only.
create table questionnaire.link (
    hash       bytea       primary key,
    respondent uuid        not null references questionnaire.respondent (id) on delete cascade,
    made_at    timestamptz not null,
    expires_at timestamptz not null,
    ended_at   timestamptz
);
create index link_by_respondent on questionnaire.link (respondent);
create index link_by_expiry on questionnaire.link (expires_at);

-- A letter that went to it; an automatic reminder for so many days before the deadline goes once, over all nodes.
create table questionnaire.letter (
    id         uuid        primary key,
    respondent uuid        not null references questionnaire.respondent (id) on delete cascade,
    kind       text        not null check (kind in ('first', 'again', 'reminder')),
    day_before integer,
    left_at    timestamptz not null,
    unique (respondent, day_before)
);

alter table questionnaire.form enable row level security;
alter table questionnaire.form force row level security;
alter table questionnaire.edition enable row level security;
alter table questionnaire.edition force row level security;
alter table questionnaire.respondent enable row level security;
alter table questionnaire.respondent force row level security;
alter table questionnaire.sheet enable row level security;
alter table questionnaire.sheet force row level security;
alter table questionnaire.answer enable row level security;
alter table questionnaire.answer force row level security;
alter table questionnaire.verdict enable row level security;
alter table questionnaire.verdict force row level security;
alter table questionnaire.gap enable row level security;
alter table questionnaire.gap force row level security;
alter table questionnaire.link enable row level security;
alter table questionnaire.link force row level security;
alter table questionnaire.letter enable row level security;
alter table questionnaire.letter force row level security;

-- The coordination team sees all; an organisation, also by its link, what it was asked itself and what it answered.
create policy of_those_who_ask on questionnaire.form
    using ((select database.reach()) in ('network', 'system'));
create policy seen_when_asked on questionnaire.edition for select
    using ((select database.reach()) in ('network', 'system')
           or exists (select from questionnaire.respondent r where r.edition = edition.id));
create policy made on questionnaire.edition for insert with check ((select database.reach()) in ('network', 'system'));
create policy changed on questionnaire.edition for update using ((select database.reach()) in ('network', 'system'));
create policy removed on questionnaire.edition for delete using ((select database.reach()) in ('network', 'system'));
create policy own on questionnaire.respondent
    using (organization = (select database.organization()) or (select database.reach()) in ('network', 'system'));
create policy with_its_organization on questionnaire.sheet
    using (exists (select from questionnaire.respondent r where r.id = sheet.respondent));
create policy with_its_organization on questionnaire.answer
    using (exists (select from questionnaire.respondent r where r.id = answer.respondent));
create policy with_its_organization on questionnaire.gap
    using (exists (select from questionnaire.respondent r where r.id = gap.respondent));
create policy of_those_who_ask on questionnaire.verdict
    using ((select database.reach()) in ('network', 'system'));
create policy of_those_who_ask on questionnaire.letter
    using ((select database.reach()) in ('network', 'system'));
create policy of_those_who_ask on questionnaire.link
    using ((select database.reach()) in ('network', 'system'));
-- A member at the desk of an organisation that was asked makes a way in for the own answer, without the letter.
create policy own_way_in on questionnaire.link for insert
    with check (exists (select from questionnaire.respondent r where r.id = respondent));
