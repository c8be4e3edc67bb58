-- One row tells a cell's whole month: what stood in it when the month began, and running sums of the days on which something
-- was written. Any day is then read from one row for each cell. Quantities are whole hundredths.

-- Migrations have nobody's eyes: these need the program's own.
select set_config('osn.reach', 'system', true);
select ledger.fold();

create table ledger.cell_page (
    month        date    not null,
    cell         integer not null,                        -- of ledger.cell; unchecked, for it is counted by millions
    organization uuid,
    people       bigint  not null,                        -- before the month's first day
    quantity     bigint  not null,
    entries      bigint  not null,
    days         integer[],                               -- of the month, in order; none where nothing was written in it
    people_by    bigint[],                                -- from the month's first day to each of those days
    quantity_by  bigint[],
    entries_by   bigint[],
    primary key (month, cell)
) with (fillfactor = 85);
-- Read by one process: others would come too late for some thousands of rows.
alter table ledger.cell_page set (parallel_workers = 0);
alter table ledger.cell set (parallel_workers = 0);
create index cell_page_of_organization on ledger.cell_page (organization, month);

with day_by_day as (
    select date_trunc('month', day)::date as month, cell, organization, extract(day from day)::integer as d,
           people, (quantity * 100)::bigint as quantity, entries
    from ledger.cell_day
    where people <> 0 or quantity <> 0 or entries <> 0
), running as (
    select month, cell, organization, d, sum(people) over page as people, sum(quantity) over page as quantity,
           sum(entries) over page as entries
    from day_by_day
    window page as (partition by month, cell order by d)
), pages as (
    select month, cell, organization, array_agg(d order by d) as days,
           array_agg(people::bigint order by d) as people_by, array_agg(quantity::bigint order by d) as quantity_by,
           array_agg(entries::bigint order by d) as entries_by
    from running
    group by month, cell, organization
), latest as (
    select max(month) as month from pages
), every as (
    select m::date as month, first.cell, first.organization
    from (select cell, organization, min(month) as month from pages group by cell, organization) first
    cross join latest
    cross join lateral generate_series(first.month, latest.month, interval '1 month') m
)
insert into ledger.cell_page
select month, cell, e.organization,
       coalesce(sum(people_by[cardinality(days)]) over before, 0),
       coalesce(sum(quantity_by[cardinality(days)]) over before, 0),
       coalesce(sum(entries_by[cardinality(days)]) over before, 0),
       days, people_by, quantity_by, entries_by
from every e
left join pages using (month, cell)
window before as (partition by cell order by month rows between unbounded preceding and 1 preceding);

drop table ledger.cell_day, ledger.cell_month;
alter table ledger.cell_page rename to cell_month;
alter index ledger.cell_page_pkey rename to cell_month_pkey;
alter index ledger.cell_page_of_organization rename to cell_month_of_organization;
alter table ledger.cell_month enable row level security;
alter table ledger.cell_month force row level security;

-- Whether the network's eyes look is one word for all rows, said so that the planner does not guess that few are seen.
do $$
declare
    name text;
begin
    drop policy own on ledger.cell;
    drop policy counts on ledger.cell;
    foreach name in array array['cell', 'cell_month'] loop
        execute format('create policy own on ledger.%I using ((select database.reach() = ''system'')
                            or (select database.reach() = ''organization'')
                               and organization = (select database.organization()))', name);
        execute format('create policy counts on ledger.%I for select using ((select database.reach() = ''network''))',
                       name);
    end loop;
    -- However many lines a statement writes, they are summed by hash: the plan is kept from the first of them.
    foreach name in array array['need_adds', 'delivery_adds', 'follow_up_adds'] loop
        execute format('alter function ledger.%I() set enable_sort = off', name);
    end loop;
end
$$;

-- What all lines of the book add, from a day up to another: the one place that says it.
create function ledger.lines(first date, after date)
returns table (day date, measure text, service_type text, target_group text, zone text, organization uuid, source text,
               reason text, unit text, people integer, quantity bigint, entries integer)
language sql stable
begin atomic
    select n.day, 'need', n.service_type, n.target_group, n.zone, n.organization, n.source, n.reason, n.unit,
           n.people, case when n.quantity = 0 then 0 else (n.quantity * 100)::bigint end,
           case when n.reverses is null then 1 else -1 end
    from ledger.need n where n.day >= first and n.day < after
    union all
    select d.day, 'delivery', d.service_type, d.target_group, d.zone, d.organization, d.source, '', d.unit,
           d.people, case when d.quantity = 0 then 0 else (d.quantity * 100)::bigint end,
           case when d.reverses is null then 1 else -1 end
    from ledger.delivery d where d.day >= first and d.day < after
    union all
    select f.day, f.state, f.service_type, f.target_group, f.zone, f.organization, f.source, f.reason, f.unit,
           f.people, case when f.quantity = 0 then 0 else (f.quantity * 100)::bigint end,
           case when f.reverses is null then 1 else -1 end
    from ledger.follow_up f where f.day >= first and f.day < after;
end;

-- Folds what waits; how much it was. One folds at a time, and no writer waits for it.
create or replace function ledger.fold() returns bigint language plpgsql
-- How much waits cannot be guessed by the planner: it compared each delta with every cell, or sorted them by the Greek
-- alphabet. Thousands are hashed as well as one. Pages are looked up one by one all the same: that is what
-- "lateral … offset 0" says.
set enable_nestloop = off
set enable_mergejoin = off
set enable_sort = off
set work_mem = '64MB'
as $$
declare
    latest date;                                          -- the last month that has pages
    until  date;                                          -- the last that will have them
    folded bigint;
begin
    perform pg_advisory_xact_lock(hashtextextended('ledger fold', 0));
    select max(month) into latest from ledger.cell_month;
    select greatest(latest, date_trunc('month', max(day))::date) into until from ledger.delta;
    if not exists (select from ledger.delta) then
        return 0;
    end if;
    if latest < until then
        insert into ledger.cell_month (month, cell, organization, people, quantity, entries)
        select m::date, c.cell, c.organization,
               c.people + coalesce(c.people_by[cardinality(c.days)], 0),
               c.quantity + coalesce(c.quantity_by[cardinality(c.days)], 0),
               c.entries + coalesce(c.entries_by[cardinality(c.days)], 0)
        from ledger.cell_month c
        cross join generate_series(latest + interval '1 month', until, interval '1 month') m
        where c.month = latest
        order by m, c.cell;
    end if;
    with taken as (
        delete from ledger.delta where day < until + interval '1 month' returning *
    ), summed as (
        select day, measure, service_type, target_group, zone, organization, source, reason, unit,
               sum(people) as people, sum(quantity * 100) as quantity, sum(entries) as entries
        from taken
        group by day, measure, service_type, target_group, zone, organization, source, reason, unit
    ), made as (
        insert into ledger.cell (measure, service_type, target_group, zone, organization, source, reason, unit)
        select distinct measure, service_type, target_group, zone, organization, source, reason, unit from summed
        on conflict do nothing
        returning *
    ), known as (
        select * from made
        union all
        select * from ledger.cell
    ), placed as materialized (
        select date_trunc('month', s.day)::date as month, k.id as cell, k.organization,
               extract(day from s.day)::integer as d,
               s.people::bigint as people, s.quantity::bigint as quantity, s.entries::bigint as entries
        from summed s
        join known k on k.measure = s.measure and k.service_type = s.service_type and k.target_group = s.target_group
            and k.zone = s.zone and k.organization is not distinct from s.organization
            and k.source = s.source and k.reason = s.reason and k.unit = s.unit
    ), touched as materialized (
        select month, cell, organization,
               sum(people) as people, sum(quantity) as quantity, sum(entries) as entries
        from placed
        group by month, cell, organization
    ), day_by_day as (
        select month, cell, d, people, quantity, entries from placed
        union all
        select t.month, t.cell, was.d, was.people, was.quantity, was.entries
        from touched t
        cross join lateral (
            select u.d, u.people - lag(u.people, 1, 0) over so_far as people,
                   u.quantity - lag(u.quantity, 1, 0) over so_far as quantity,
                   u.entries - lag(u.entries, 1, 0) over so_far as entries
            from ledger.cell_month c
            cross join lateral unnest(c.days, c.people_by, c.quantity_by, c.entries_by) u (d, people, quantity, entries)
            where c.month = t.month and c.cell = t.cell
            window so_far as (order by u.d)
            offset 0
        ) was
    ), running as (
        select month, cell, d, sum(sum(people)) over page as people, sum(sum(quantity)) over page as quantity,
               sum(sum(entries)) over page as entries
        from day_by_day
        group by month, cell, d
        having sum(people) <> 0 or sum(quantity) <> 0 or sum(entries) <> 0
        window page as (partition by month, cell order by d)
    ), pages as (
        select month, cell, array_agg(d order by d) as days, array_agg(people::bigint order by d) as people_by,
               array_agg(quantity::bigint order by d) as quantity_by, array_agg(entries::bigint order by d) as entries_by
        from running
        group by month, cell
    ), every as (
        select m::date as month, first.cell, first.organization
        from (select min(month) as month, cell, organization from touched group by cell, organization) first
        cross join lateral generate_series(first.month, until, interval '1 month') m
    ), changed as (
        select month, cell, e.organization, coalesce(sum(t.people) over before, 0) as people,
               coalesce(sum(t.quantity) over before, 0) as quantity, coalesce(sum(t.entries) over before, 0) as entries,
               t.cell is not null as is_touched
        from every e
        left join touched t using (month, cell)
        window before as (partition by cell order by month rows between unbounded preceding and 1 preceding)
    ), kept as (
        insert into ledger.cell_month as c (month, cell, organization, people, quantity, entries,
                                            days, people_by, quantity_by, entries_by)
        select month, cell, organization, g.people, g.quantity, g.entries,
               -- Touched and empty means that all was taken back; none means that it stays as it is.
               coalesce(days, case when is_touched then '{}'::integer[] end),
               coalesce(people_by, case when is_touched then '{}'::bigint[] end),
               coalesce(quantity_by, case when is_touched then '{}'::bigint[] end),
               coalesce(entries_by, case when is_touched then '{}'::bigint[] end)
        from changed g
        left join pages using (month, cell)
        order by month, cell
        on conflict (month, cell) do update
        set people = c.people + excluded.people,
            quantity = c.quantity + excluded.quantity,
            entries = c.entries + excluded.entries,
            days = coalesce(excluded.days, c.days),
            people_by = coalesce(excluded.people_by, c.people_by),
            quantity_by = coalesce(excluded.quantity_by, c.quantity_by),
            entries_by = coalesce(excluded.entries_by, c.entries_by)
    )
    select count(*) into folded from taken;
    return folded;
end
$$;
