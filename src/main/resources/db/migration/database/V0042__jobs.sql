-- What each of the program's jobs did last, on whichever node.

create table database.job (
    code     text        primary key check (code ~ '^[a-z]+\.[a-z-]+$'),
    node     text        not null,
    began_at timestamptz not null,
    millis   bigint      not null,
    failure  text                                        -- the kind of fault, never its words
);

alter table database.job enable row level security;
alter table database.job force row level security;

create policy written on database.job
    using ((select database.reach()) = 'system');
create policy seen on database.job for select
    using ((select database.reach()) = 'network');
