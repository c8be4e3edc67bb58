-- Reckons the roll-ups anew from the book, says in how many places they said otherwise, and puts those right where it is
-- told to. Runs in a transaction of one snapshot (repeatable read): writers go on, what they add waits as deltas.
create function ledger.rebuild(repair boolean, out entries bigint, out places bigint, out wrong bigint)
language plpgsql as $$
declare
    latest date;
begin
    perform pg_advisory_xact_lock(hashtextextended('ledger fold', 0));
    perform set_config('work_mem', '256MB', true), set_config('enable_partitionwise_aggregate', 'on', true);
    drop table if exists pg_temp.truth, pg_temp.truth_day, pg_temp.odd_day, pg_temp.truth_month, pg_temp.odd_month;

    create temp table truth on commit drop as
    select day, 'need' as measure, service_type, target_group, zone, organization, source, reason, unit,
           sum(people) as people, sum(quantity) as quantity,
           sum(case when reverses is null then 1 else -1 end) as entries, count(*) as lines
    from ledger.need
    group by day, service_type, target_group, zone, organization, source, reason, unit
    union all
    select day, 'delivery', service_type, target_group, zone, organization, source, '', unit,
           sum(people), sum(quantity), sum(case when reverses is null then 1 else -1 end), count(*)
    from ledger.delivery
    group by day, service_type, target_group, zone, organization, source, unit
    union all
    select day, state, service_type, target_group, zone, organization, source, reason, unit,
           sum(people), sum(quantity), sum(case when reverses is null then 1 else -1 end), count(*)
    from ledger.follow_up
    group by day, state, service_type, target_group, zone, organization, source, reason, unit;
    select coalesce(sum(lines), 0) into entries from truth;

    -- What waits will be folded later: until then the folded roll-ups are the truth without it.
    insert into truth
    select day, measure, service_type, target_group, zone, organization, source, reason, unit,
           -d.people, -d.quantity, -d.entries, 0
    from ledger.delta d;
    insert into ledger.cell (measure, service_type, target_group, zone, organization, source, reason, unit)
    select distinct measure, service_type, target_group, zone, organization, source, reason, unit from truth
    on conflict do nothing;
    analyze truth;
    analyze ledger.cell;

    create temp table truth_day on commit drop as
    select t.day, c.id as cell, c.organization,
           sum(t.people) as people, sum(t.quantity) as quantity, sum(t.entries) as entries
    from truth t
    join ledger.cell c on c.measure = t.measure and c.service_type = t.service_type and c.target_group = t.target_group
        and c.zone = t.zone and c.organization is not distinct from t.organization
        and c.source = t.source and c.reason = t.reason and c.unit = t.unit
    group by t.day, c.id, c.organization
    having sum(t.people) <> 0 or sum(t.quantity) <> 0 or sum(t.entries) <> 0;
    select count(*) into places from truth_day;

    create temp table odd_day on commit drop as
    select coalesce(t.day, d.day) as day, coalesce(t.cell, d.cell) as cell,
           coalesce(t.organization, d.organization) as organization,
           coalesce(t.people, 0) as people, coalesce(t.quantity, 0) as quantity, coalesce(t.entries, 0) as entries
    from truth_day t
    full join ledger.cell_day d on d.day = t.day and d.cell = t.cell
    where coalesce(t.people, 0) <> coalesce(d.people, 0) or coalesce(t.quantity, 0) <> coalesce(d.quantity, 0)
       or coalesce(t.entries, 0) <> coalesce(d.entries, 0);

    select greatest((select max(month) from ledger.cell_month),
                    (select (date_trunc('month', max(day)) + interval '1 month')::date from truth_day)) into latest;
    create temp table truth_month on commit drop as
    with monthly as (
        select (date_trunc('month', day) + interval '1 month')::date as month, cell, organization,
               sum(people) as people, sum(quantity) as quantity, sum(t.entries) as entries
        from truth_day t
        group by 1, cell, organization
    ), every as (
        select g::date as month, s.cell, s.organization
        from (select cell, organization, min(month) as first from monthly group by cell, organization) s
        cross join lateral generate_series(s.first, latest, interval '1 month') g
    )
    select month, cell, e.organization,
           sum(coalesce(m.people, 0)) over running as people,
           sum(coalesce(m.quantity, 0)) over running as quantity,
           sum(coalesce(m.entries, 0)) over running as entries
    from every e
    left join monthly m using (month, cell)
    window running as (partition by cell order by month);

    create temp table odd_month on commit drop as
    select coalesce(t.month, d.month) as month, coalesce(t.cell, d.cell) as cell,
           coalesce(t.organization, d.organization) as organization,
           coalesce(t.people, 0) as people, coalesce(t.quantity, 0) as quantity, coalesce(t.entries, 0) as entries
    from truth_month t
    full join ledger.cell_month d on d.month = t.month and d.cell = t.cell
    where coalesce(t.people, 0) <> coalesce(d.people, 0) or coalesce(t.quantity, 0) <> coalesce(d.quantity, 0)
       or coalesce(t.entries, 0) <> coalesce(d.entries, 0);

    select (select count(*) from odd_day) + (select count(*) from odd_month) into wrong;
    if repair and wrong > 0 then
        insert into ledger.cell_day as d (day, cell, organization, people, quantity, entries)
        select o.day, o.cell, o.organization, o.people, o.quantity, o.entries from odd_day o order by o.day, o.cell
        on conflict (day, cell) do update
        set people = excluded.people, quantity = excluded.quantity, entries = excluded.entries;
        insert into ledger.cell_month as d (month, cell, organization, people, quantity, entries)
        select o.month, o.cell, o.organization, o.people, o.quantity, o.entries from odd_month o order by o.month, o.cell
        on conflict (month, cell) do update
        set people = excluded.people, quantity = excluded.quantity, entries = excluded.entries;
    end if;
end
$$;
