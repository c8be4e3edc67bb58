-- What a file that a command brings in changes, while it is brought in: told by the histories and gone before the
-- transaction ends.
create schema exchange;

create unlogged table exchange.arrival (
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
create index arrival_of_record on exchange.arrival (run, record_table, record_id);

alter table exchange.arrival enable row level security;
alter table exchange.arrival force row level security;
create policy programs_own on exchange.arrival using ((select database.reach()) = 'system');
