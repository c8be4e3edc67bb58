-- Which telling of the invented city the directory holds, if any. There is never more than one row.
create schema demo;

create table demo.loaded (
    only_one    boolean     primary key default true,
    fingerprint text        not null,
    services    bigint      not null,
    loaded_at   timestamptz not null,
    constraint loaded_is_one_row check (only_one)
);
