-- Members of an organisation that merged or divided are offered to its heir; this says of which event somebody has decided.
create schema successions;

create table successions.decided (
    event      uuid        primary key,
    member     uuid        not null,
    decided_at timestamptz not null,
    taken_over integer     not null check (taken_over >= 0)
);

alter table successions.decided enable row level security;
alter table successions.decided force row level security;
create policy network on successions.decided using ((select database.reach()) in ('network', 'system'));
