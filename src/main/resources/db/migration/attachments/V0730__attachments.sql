-- Files kept with something else, such as a request for support: sealed, looked at before anybody reads them.
create schema attachments;

-- One file. room and reference say what it is kept with; organization and network who may see that it is there at all.
create table attachments.file (
    id           uuid        primary key,
    room         text        not null check (room ~ '^[a-z]+$'),
    reference    uuid        not null,
    organization uuid,
    network      boolean     not null,
    kind         text        not null check (kind in ('PDF', 'JPEG', 'PNG', 'WEBP', 'DOCX', 'XLSX', 'ODT', 'TEXT')),
    name         bytea       not null,                    -- sealed: names of files name people
    content      bytea,                                   -- sealed
    bytes        integer     not null check (bytes > 0),
    print        bigint      not null,                    -- a keyed token of what it holds: the same is not kept twice
    state        text        not null check (state in ('CLEAN', 'UNCHECKED', 'WAITING', 'INFECTED')),
    at           timestamptz not null,
    constraint nothing_infected_is_kept check ((content is null) = (state = 'INFECTED')),
    constraint kept_once unique (room, reference, print)
);
create index file_to_be_checked on attachments.file (at, id) where state in ('UNCHECKED', 'WAITING');

alter table attachments.file enable row level security;
alter table attachments.file force row level security;
create policy of_those_concerned on attachments.file using ((select database.reach()) = 'system'
    or (select database.reach()) = 'organization' and organization = (select database.organization())
    or (select database.reach()) = 'network' and network);
