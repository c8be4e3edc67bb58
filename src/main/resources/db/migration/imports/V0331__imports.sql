-- Other directories' files brought in at the desk: what was sent, what it would change, what became of it.
create schema imports;

-- One file on its way into the directory, or brought in.
create table imports.load (
    id              uuid        primary key,
    source          text        not null check (source ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    source_name     text        not null check (length(source_name) between 1 and 200),
    file_name       text        not null,
    bytes           bigint      not null,
    -- what the file lacks goes out of use, whatever its form says
    everything      boolean     not null,
    state           text        not null,
    member          uuid        not null,
    member_name     text        not null,
    sent_at         timestamptz not null,
    -- the comparison that holds; others are leftovers of tries that were given up
    run             uuid,
    -- what the comparison found, as one number: the same file brings in the same, or says that it does not
    print           text,
    -- the directory was changed after the comparison
    stale           boolean     not null default false,
    problems        bigint      not null default 0,
    refused_why     text,
    refused_file    text,
    refused_with    text[],
    applied_at      timestamptz,
    applied_by      text,
    undone_at       timestamptz,
    undone_by       text,
    file_gone_at    timestamptz,
    details_gone_at timestamptz,
    constraint load_state_known check (state in ('RECEIVED', 'CHECKED', 'REFUSED', 'APPLIED', 'UNDONE', 'DROPPED'))
);
create index load_by_day on imports.load (sent_at desc, id desc);

-- The file in pieces of a megabyte, so that any node can read it.
create table imports.piece (
    load   uuid    not null references imports.load (id) on delete cascade,
    number integer not null,
    bytes  bytea   not null,
    primary key (load, number)
);

-- How many rows of a table came and what would become of them.
create table imports.counted (
    load       uuid    not null references imports.load (id) on delete cascade,
    run        uuid    not null,
    position   integer not null,
    table_name text    not null,
    read       bigint  not null,
    added      bigint  not null,
    changed    bigint  not null,
    unchanged  bigint  not null,
    gone       bigint  not null,
    left_out   bigint  not null,
    primary key (run, position)
);
create index counted_by_load on imports.counted (load);

-- One record that is other than it was.
create table imports.record (
    load        uuid    not null references imports.load (id) on delete cascade,
    run         uuid    not null,
    table_name  text    not null,
    id          uuid    not null,
    kind        text    not null,
    name        text,
    differences bigint  not null,
    -- what became of it when the import was taken back
    outcome     text,
    primary key (run, table_name, id),
    constraint record_kind_known check (kind in ('NEW', 'BACK', 'CHANGED', 'GONE')),
    constraint record_outcome_known check (outcome in ('TAKEN_BACK', 'KEPT', 'LEFT'))
);
create index record_by_load on imports.record (load);
create index record_kept on imports.record (run, id) where outcome = 'KEPT';

-- One value of it, before and after.
create table imports.difference (
    load         uuid   not null references imports.load (id) on delete cascade,
    run          uuid   not null,
    position     bigint not null,
    record_table text   not null,
    record_id    uuid   not null,
    table_name   text   not null,
    row_id       uuid   not null,
    kind         text   not null,
    column_name  text   not null,
    before       text,
    after        text,
    primary key (run, position)
);
create index difference_by_load on imports.difference (load);
create index difference_by_record on imports.difference (run, record_table, record_id, position);

-- One thing wrong with the file.
create table imports.problem (
    load        uuid    not null references imports.load (id) on delete cascade,
    run         uuid    not null,
    position    bigint  not null,
    file        text    not null,
    line        bigint  not null,
    table_name  text    not null,
    column_name text,
    value       text,
    reason      text    not null,
    left_out    boolean not null,
    primary key (run, position)
);
create index problem_by_load on imports.problem (load);

-- The network's bodies alone bring files in; which of them, the gate of addresses says.
do $$
declare
    name text;
begin
    foreach name in array array['load', 'piece', 'counted', 'record', 'difference', 'problem'] loop
        execute format('alter table imports.%I enable row level security', name);
        execute format('alter table imports.%I force row level security', name);
        execute format('create policy network on imports.%I using ((select database.reach()) in (''network'', ''system''))', name);
    end loop;
end $$;
