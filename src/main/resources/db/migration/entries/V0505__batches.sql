-- Files of needs and deliveries on their way into the ledger. What they say of a row is codes and numbers; nobody is in it.
create schema entries;

create table entries.batch (
    id           uuid        primary key,
    organization uuid        not null,
    member       uuid        not null,
    book         text        not null check (book in ('need', 'delivery')),
    state        text        not null check (state in ('checked', 'applied', 'undone')),
    lines        integer     not null,                  -- of the file, below its headings
    rows         jsonb       not null,                  -- those that can be brought in; emptied once they were
    faults       jsonb       not null,                  -- line, column and reason, never what stood there
    written      integer     not null default 0,
    sent_at      timestamptz not null,
    done_at      timestamptz
);
create index batch_of_organization on entries.batch (organization, sent_at desc, id desc);

alter table entries.batch enable row level security;
alter table entries.batch force row level security;
create policy own on entries.batch using ((select database.reach()) = 'system'
    or (select database.reach()) = 'organization' and organization = (select database.organization()));
