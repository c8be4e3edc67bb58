-- Drafts of records, what was published of them, and who keeps whose records. All of it belongs to an organisation.
create schema drafts;

-- One organisation asks to keep the records of another entry of the directory, which came from elsewhere.
create table drafts.claim (
    id           uuid        primary key,
    organization uuid        not null,
    claimed      uuid        not null,
    reason       text        not null check (length(reason) between 1 and 2000),
    asked_by     uuid        not null,
    asked_at     timestamptz not null,
    decided_at   timestamptz,
    granted      boolean,
    constraint claim_is_for_another check (organization <> claimed),
    constraint claim_decided_whole check ((decided_at is null) = (granted is null))
);
create unique index claim_once on drafts.claim (organization, claimed) where granted is distinct from false;
create index claim_by_claimed on drafts.claim (claimed);
create index claim_waiting on drafts.claim (asked_at) where decided_at is null;

-- What one member has changed of one record and not published yet. owner is the organisation whose record it is, keeper
-- the one for which the member works; none for the network's own bodies.
create table drafts.draft (
    id          uuid        primary key,
    kind        text        not null check (kind in ('organization', 'service', 'location')),
    record      uuid        not null,
    owner       uuid        not null,
    keeper      uuid,
    member      uuid        not null,
    member_name text        not null,
    started_at  timestamptz not null,
    saved_at    timestamptz not null,
    unique (record, member)
);
create index draft_by_owner on drafts.draft (owner);
create index draft_by_keeper on drafts.draft (keeper);
create index draft_by_member on drafts.draft (member);

-- One field of a draft: what it was when it was first changed, and what it shall be. Column "+" brings a new row, "-"
-- takes one away, "name@en" is a text in another language.
create table drafts.edit (
    draft       uuid        not null references drafts.draft (id) on delete cascade,
    table_name  text        not null,
    row_id      uuid        not null,
    column_name text        not null,
    was         text,
    value       text,
    primary key (draft, table_name, row_id, column_name)
);

-- What was published together.
create table drafts.change_set (
    id          uuid        primary key,
    kind        text        not null check (kind in ('organization', 'service', 'location')),
    record      uuid        not null,
    owner       uuid        not null,
    keeper      uuid,
    member      uuid,
    member_name text        not null,
    what        text        not null check (what in ('created', 'changed', 'confirmed', 'retired', 'restored', 'undone')),
    reason      text,
    at          timestamptz not null,
    undoes      uuid        references drafts.change_set (id)
);
create index change_set_by_record on drafts.change_set (record, at desc);
create index change_set_by_owner on drafts.change_set (owner, at desc);
create index change_set_by_keeper on drafts.change_set (keeper, at desc);
create unique index change_set_undone_once on drafts.change_set (undoes) where undoes is not null;

-- One field of it, before and after; a row that came or went tells all it has or had.
create table drafts.change (
    change_set  uuid    not null references drafts.change_set (id) on delete cascade,
    position    integer not null,
    table_name  text    not null,
    row_id      uuid    not null,
    kind        text    not null check (kind in ('ADDED', 'CHANGED', 'REMOVED')),
    column_name text    not null,
    before      text,
    after       text,
    primary key (change_set, position)
);
create index change_by_row on drafts.change (row_id, column_name);

alter table drafts.claim enable row level security;
alter table drafts.claim force row level security;
alter table drafts.draft enable row level security;
alter table drafts.draft force row level security;
alter table drafts.edit enable row level security;
alter table drafts.edit force row level security;
alter table drafts.change_set enable row level security;
alter table drafts.change_set force row level security;
alter table drafts.change enable row level security;
alter table drafts.change force row level security;

create policy own on drafts.claim
    using (organization = (select database.organization()) or (select database.reach()) in ('network', 'system'));
create policy own on drafts.draft
    using (owner = (select database.organization()) or keeper = (select database.organization())
           or (select database.reach()) in ('network', 'system'));
create policy own on drafts.change_set
    using (owner = (select database.organization()) or keeper = (select database.organization())
           or (select database.reach()) in ('network', 'system'));
-- What hangs on a draft or a change set is seen with it.
create policy with_its_draft on drafts.edit
    using (exists (select from drafts.draft d where d.id = edit.draft));
create policy with_its_set on drafts.change
    using (exists (select from drafts.change_set s where s.id = change.change_set));
