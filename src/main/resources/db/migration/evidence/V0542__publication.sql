-- What everybody was told of a month that is over. It holds what was told and nothing else: no count that was withheld.

create table evidence.publication (
    month   date        primary key,                      -- its first day
    told_at timestamptz not null,
    lines   jsonb       not null,
    constraint begins_a_month check (extract(day from month) = 1)
);

alter table evidence.publication enable row level security;
alter table evidence.publication force row level security;
create policy of_the_network on evidence.publication using ((select database.reach()) in ('network', 'system'));
create policy read on evidence.publication for select using (true);

-- Which tellings everybody was told: whatever is told later is tied to them.
alter table evidence.telling add column for_all boolean not null default false;
create index telling_by_days on evidence.telling (day, told_at desc);
