-- Organisations' own lists of people on their way into the registry. What stands in a list is sealed and goes soon.
create schema admissions;

-- One list that was sent.
create table admissions.admission (
    id           uuid        primary key,
    organization uuid        not null,
    member       uuid        not null,
    state        text        not null check (state in ('received', 'checked', 'applied', 'undone', 'dropped')),
    -- the file's name and its headings; gone when the list is shredded
    sealed       bytea,
    -- what each column is, in their order; empty before somebody said so
    meanings     text[]      not null default '{}',
    quality      text        not null default 'given' check (quality in ('given', 'seen', 'estimated')),
    sent_at      timestamptz not null,
    applied_at   timestamptz,
    undone_at    timestamptz,
    shredded_at  timestamptz,
    forgotten_at timestamptz,
    constraint shredded_is_gone check ((shredded_at is null) = (sealed is not null))
);
create index admission_of_organization on admissions.admission (organization, sent_at desc, id desc);
create index admission_to_shred on admissions.admission (sent_at) where shredded_at is null;
create index admission_to_forget on admissions.admission (sent_at) where forgotten_at is null;
create index admission_to_reseal on admissions.admission (substring(sealed from 1 for 5));

-- One row of it: what it says, sealed; what was found; what was decided; what became of it.
create table admissions.line (
    admission    uuid        not null references admissions.admission (id) on delete cascade,
    number       integer     not null,
    organization uuid        not null,
    -- the number of its form: brought in twice, it makes one person
    once         uuid        not null,
    sealed       bytea,
    finding      text        check (finding in ('new', 'alike', 'empty')),
    faults       integer     not null default 0,
    -- who in the registry may be the same, and which earlier rows
    persons      uuid[]      not null default '{}',
    earlier      integer[]   not null default '{}',
    decision     text        check (decision in ('another', 'same', 'complete')),
    outcome      text        check (outcome in ('registered', 'completed', 'left', 'late', 'taken-back', 'kept')),
    person       uuid,
    added        uuid[]      not null default '{}',
    done_at      timestamptz,
    primary key (admission, number)
);
create index line_of_person on admissions.line (person);
create index line_alike on admissions.line using gin (persons);
create index line_to_reseal on admissions.line (substring(sealed from 1 for 5));

-- One value that cannot be: where it stands and why, without the value.
create table admissions.fault (
    admission    uuid        not null references admissions.admission (id) on delete cascade,
    number       integer     not null,
    position     integer     not null,
    organization uuid        not null,
    reason       text        not null,
    primary key (admission, number, position)
);

do $$
declare
    name text;
begin
    foreach name in array array['admission', 'line', 'fault'] loop
        execute format('alter table admissions.%I enable row level security', name);
        execute format('alter table admissions.%I force row level security', name);
        execute format('create policy own on admissions.%I using ((select database.reach()) = ''system''
                            or (select database.reach()) = ''organization''
                               and organization = (select database.organization()))', name);
    end loop;
end $$;
