-- Reckons the roll-ups anew from the book, month by month from the first, says in how many places they said otherwise, and puts
-- those right where it is told to. Runs in a transaction of one snapshot (repeatable read): writers go on, what they add waits
-- as deltas, and until it is folded the truth is the book without it.
drop function ledger.rebuild(boolean);
create function ledger.rebuild(repair boolean, out entries bigint, out places bigint, out wrong bigint)
language plpgsql
set work_mem = '128MB'
set client_min_messages = warning
as $$
declare
    first  date;
    latest date;                                          -- the last month that was rolled up
    last   date;                                          -- the last that should be
    page   date;
    odd    bigint;
begin
    perform pg_advisory_xact_lock(hashtextextended('ledger fold', 0));
    drop table if exists pg_temp.book_day, pg_temp.standing, pg_temp.standing_after;
    create temp table book_day (
        cell integer, organization uuid, d integer, people bigint, quantity bigint, entries bigint, lines bigint
    ) on commit drop;
    create temp table standing (
        cell integer, organization uuid, people bigint, quantity bigint, entries bigint
    ) on commit drop;
    create temp table standing_after (like standing) on commit drop;
    entries := 0;
    places := 0;
    select min(to_date(right(c.relname, 7), 'YYYY_MM')) into first
    from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'ledger.need'::regclass;
    select max(month) into latest from ledger.cell_month;
    select max(to_date(right(c.relname, 7), 'YYYY_MM')) into last
    from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'ledger.need'::regclass;
    -- Pages are opened ahead: those in which nothing was folded yet are no months of the roll-ups.
    while last > coalesce(latest, first - interval '1 month') loop
        perform ledger.reckon_month(last);
        exit when exists (select from book_day b where b.people <> 0 or b.quantity <> 0 or b.entries <> 0);
        last := last - interval '1 month';
    end loop;
    last := greatest(last, latest);

    select count(*) into wrong from ledger.cell_month where month < coalesce(first, 'infinity');
    if repair then
        delete from ledger.cell_month where month < coalesce(first, 'infinity');
    end if;
    for page in select generate_series(first, last, interval '1 month')::date loop
        perform ledger.reckon_month(page);
        if exists (select from book_day where cell is null) then
            insert into ledger.cell (measure, service_type, target_group, zone, organization, source, reason, unit)
            select distinct l.measure, l.service_type, l.target_group, l.zone, l.organization, l.source, l.reason, l.unit
            from ledger.lines(page, (page + interval '1 month')::date) l
            on conflict do nothing;
            analyze ledger.cell;
            perform ledger.reckon_month(page);
        end if;
        entries := entries + coalesce((select sum(lines) from book_day), 0);
        places := places + (select count(*) from book_day b where b.people <> 0 or b.quantity <> 0 or b.entries <> 0);

        with running as (
            select cell, organization, d, sum(b.people) over of_cell as people, sum(b.quantity) over of_cell as quantity,
                   sum(b.entries) over of_cell as entries
            from book_day b
            where b.people <> 0 or b.quantity <> 0 or b.entries <> 0
            window of_cell as (partition by cell, organization order by d)
        ), pages as (
            select cell, organization, array_agg(d order by d) as days,
                   array_agg(r.people::bigint order by d) as people_by,
                   array_agg(r.quantity::bigint order by d) as quantity_by,
                   array_agg(r.entries::bigint order by d) as entries_by
            from running r
            group by cell, organization
        ), truth as (
            select cell, coalesce(s.organization, p.organization) as organization, coalesce(s.people, 0) as people,
                   coalesce(s.quantity, 0) as quantity, coalesce(s.entries, 0) as entries,
                   p.days, p.people_by, p.quantity_by, p.entries_by
            from pages p
            full join standing s using (cell)
        ), rolled as (
            select * from ledger.cell_month where month = page
        ), differs as materialized (
            select cell, coalesce(t.organization, r.organization) as organization, coalesce(t.people, 0) as people,
                   coalesce(t.quantity, 0) as quantity, coalesce(t.entries, 0) as entries,
                   coalesce(t.days, '{}') as days, coalesce(t.people_by, '{}') as people_by,
                   coalesce(t.quantity_by, '{}') as quantity_by, coalesce(t.entries_by, '{}') as entries_by
            from truth t
            full join rolled r using (cell)
            where coalesce(t.people, 0) is distinct from coalesce(r.people, 0)
               or coalesce(t.quantity, 0) is distinct from coalesce(r.quantity, 0)
               or coalesce(t.entries, 0) is distinct from coalesce(r.entries, 0)
               or coalesce(t.days, '{}') <> coalesce(r.days, '{}')
               or coalesce(t.people_by, '{}') <> coalesce(r.people_by, '{}')
               or coalesce(t.quantity_by, '{}') <> coalesce(r.quantity_by, '{}')
               or coalesce(t.entries_by, '{}') <> coalesce(r.entries_by, '{}')
        ), repaired as (
            insert into ledger.cell_month (month, cell, organization, people, quantity, entries,
                                           days, people_by, quantity_by, entries_by)
            select page, cell, organization, o.people, o.quantity, o.entries, days, people_by, quantity_by, entries_by
            from differs o
            where repair
            order by cell
            on conflict (month, cell) do update
            set people = excluded.people, quantity = excluded.quantity, entries = excluded.entries, days = excluded.days,
                people_by = excluded.people_by, quantity_by = excluded.quantity_by, entries_by = excluded.entries_by
        )
        select count(*) into odd from differs;
        wrong := wrong + odd;

        -- Written anew, not updated: in one transaction no version of a row that was can be taken away.
        insert into standing_after
        select cell, organization, sum(u.people), sum(u.quantity), sum(u.entries)
        from (
            select s.cell, s.organization, s.people, s.quantity, s.entries from standing s
            union all
            select b.cell, b.organization, b.people, b.quantity, b.entries from book_day b
        ) u
        group by cell, organization;
        truncate standing;
        insert into standing select * from standing_after;
        truncate standing_after;
    end loop;
end
$$;

-- Fills book_day with one month of the book, less what waits.
create function ledger.reckon_month(month date) returns void language plpgsql
set enable_nestloop = off
set enable_mergejoin = off
set enable_sort = off
as $$
begin
    truncate pg_temp.book_day;
    insert into pg_temp.book_day
    select c.id, c.organization, extract(day from l.day)::integer,
           sum(l.people), sum(l.quantity), sum(l.entries), count(*) filter (where l.is_line)
    from (
        select *, true as is_line from ledger.lines(month, (month + interval '1 month')::date)
        union all
        select d.day, d.measure, d.service_type, d.target_group, d.zone, d.organization, d.source, d.reason, d.unit,
               -d.people, -(d.quantity * 100)::bigint, -d.entries, false
        from ledger.delta d
        where d.day >= month and d.day < (month + interval '1 month')::date
    ) l
    left join ledger.cell c on c.measure = l.measure and c.service_type = l.service_type
        and c.target_group = l.target_group and c.zone = l.zone and c.organization is not distinct from l.organization
        and c.source = l.source and c.reason = l.reason and c.unit = l.unit
    group by c.id, c.organization, extract(day from l.day)::integer;
    analyze pg_temp.book_day;
end
$$;
