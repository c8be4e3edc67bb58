-- What was told of a day, with the counts behind it: whoever tells again brings along what was told before.

create schema evidence;

create table evidence.telling (
    id         uuid        primary key,
    day        date        not null,                      -- the last of the days it counts
    days       integer     not null,
    told_at    timestamptz not null,
    checked_at timestamptz not null,                      -- when it still held
    counts     jsonb       not null,                      -- kept as carefully as the ledger itself
    around     jsonb       not null                       -- who offers what, how much there is, what others reckoned
);
create index telling_of_day on evidence.telling (day, days, told_at desc);

alter table evidence.telling enable row level security;
alter table evidence.telling force row level security;
create policy of_the_network on evidence.telling using ((select database.reach()) in ('network', 'system'));
