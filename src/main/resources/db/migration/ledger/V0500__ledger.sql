-- The book of what was needed and what was done. Written, never changed: a correction is a row that reverses another.

create schema ledger;

-- A need that was seen. A need of nobody's (a search that found nothing) has no organisation.
create table ledger.need (
    id           uuid           not null,
    day          date           not null,
    kind         text           not null check (kind ~ '^[a-z-]+\.[a-z-]+$'),
    service_type text           not null,                 -- word of the vocabulary osn-service
    target_group text           not null,                 -- word of osn-target-group; empty where it was not said
    zone         text           not null,                 -- a community, never a point; empty where it was not said
    organization uuid,                                    -- who wrote it
    service      uuid,
    people       integer        not null,
    quantity     numeric(14, 2) not null,
    unit         text           not null,                 -- of the quantity; empty where people alone are counted
    source       text           not null,
    reason       text           not null,                 -- why it was not met at once; empty where it was not said
    pseudonym    uuid,
    attributes   jsonb,                                   -- as the kind declares them
    batch        uuid,                                    -- what was brought in together
    reverses     uuid,
    reversed_why text,
    primary key (id, day),
    constraint counts_something check (reverses is null and people >= 0 and quantity >= 0 and (people > 0 or quantity > 0)
        or reverses is not null and people <= 0 and quantity <= 0),
    constraint quantity_has_unit check (quantity = 0 or unit <> ''),
    constraint reversal_has_reason check ((reverses is null) = (reversed_why is null))
) partition by range (day);

-- Somebody was helped.
create table ledger.delivery (
    id           uuid           not null,
    day          date           not null,
    kind         text           not null check (kind ~ '^[a-z-]+\.[a-z-]+$'),
    service_type text           not null,                 -- empty where nobody said what it was
    target_group text           not null,
    zone         text           not null,
    organization uuid,
    service      uuid,
    people       integer        not null,
    quantity     numeric(14, 2) not null,
    unit         text           not null,
    source       text           not null,
    envelope     uuid,                                    -- what paid for it
    pseudonym    uuid,
    attributes   jsonb,
    batch        uuid,
    reverses     uuid,
    reversed_why text,
    primary key (id, day),
    constraint counts_something check (reverses is null and people >= 0 and quantity >= 0 and (people > 0 or quantity > 0)
        or reverses is not null and people <= 0 and quantity <= 0),
    constraint quantity_has_unit check (quantity = 0 or unit <> ''),
    constraint reversal_has_reason check ((reverses is null) = (reversed_why is null))
) partition by range (day);

-- What became of a need, in whole or in part. It stands in the need's cell, on its own day.
create table ledger.follow_up (
    id           uuid           not null,
    day          date           not null,
    need         uuid           not null,
    need_day     date           not null,
    state        text           not null check (state in ('met', 'withdrawn', 'refused')),
    delivery     uuid,                                    -- which delivery met it
    delivery_day date,
    service_type text           not null,
    target_group text           not null,
    zone         text           not null,
    organization uuid,                                    -- the need's
    people       integer        not null,
    quantity     numeric(14, 2) not null,
    unit         text           not null,
    source       text           not null,
    reason       text           not null,                 -- why it was refused; else the need's
    reverses     uuid,
    reversed_why text,
    primary key (id, day),
    constraint counts_something check (reverses is null and people >= 0 and quantity >= 0 and (people > 0 or quantity > 0)
        or reverses is not null and people <= 0 and quantity <= 0),
    constraint not_before_the_need check (day >= need_day),
    constraint refused_for_a_reason check (state <> 'refused' or reason <> ''),
    constraint reversal_has_reason check ((reverses is null) = (reversed_why is null))
) partition by range (day);

create unique index need_reversed_once on ledger.need (reverses, day) where reverses is not null;
create unique index delivery_reversed_once on ledger.delivery (reverses, day) where reverses is not null;
create unique index follow_up_reversed_once on ledger.follow_up (reverses, day) where reverses is not null;
create index need_of_organization on ledger.need (organization, day desc, id desc);
create index delivery_of_organization on ledger.delivery (organization, day desc, id desc);
create index need_of_pseudonym on ledger.need (organization, pseudonym) where pseudonym is not null;
create index delivery_of_pseudonym on ledger.delivery (organization, pseudonym) where pseudonym is not null;
create index need_of_batch on ledger.need (batch) where batch is not null;
create index delivery_of_batch on ledger.delivery (batch) where batch is not null;
create index follow_up_of_need on ledger.follow_up (need);
create index follow_up_of_delivery on ledger.follow_up (delivery) where delivery is not null;

create function ledger.stays() returns trigger language plpgsql as $$
begin
    raise exception 'the ledger is corrected by reversal; % of % is refused', lower(tg_op), tg_table_name
        using errcode = 'restrict_violation';
end
$$;

-- Roll-ups. A writer leaves what it adds in ledger.delta, in its own transaction, and waits for nobody. From time to time
-- deltas are folded into the days of cells, and into what stood in each cell when a month began. A reading is what was
-- folded and what waits, in one statement: whoever reads sees both of one moment.

create table ledger.delta (
    day          date    not null,
    measure      text    not null,
    service_type text    not null,
    target_group text    not null,
    zone         text    not null,
    organization uuid,
    source       text    not null,
    reason       text    not null,
    unit         text    not null,
    people       bigint  not null,
    quantity     numeric not null,
    entries      bigint  not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

create table ledger.cell (
    id           integer generated always as identity primary key,
    measure      text    not null check (measure in ('need', 'met', 'withdrawn', 'refused', 'delivery')),
    service_type text    not null,
    target_group text    not null,
    zone         text    not null,
    organization uuid,
    source       text    not null,
    reason       text    not null,
    unit         text    not null,
    constraint cell_is_one unique nulls not distinct
        (measure, service_type, target_group, zone, organization, source, reason, unit)
);

create table ledger.cell_day (
    day          date    not null,
    cell         integer not null,                        -- of ledger.cell; unchecked, for it is counted by millions
    organization uuid,
    people       bigint  not null,
    quantity     numeric not null,
    entries      bigint  not null,
    primary key (day, cell)
) with (fillfactor = 90);

-- All that stood in a cell before the first day of a month, from its first month to the last there is.
create table ledger.cell_month (
    month        date    not null,
    cell         integer not null,
    organization uuid,
    people       bigint  not null,
    quantity     numeric not null,
    entries      bigint  not null,
    primary key (month, cell)
) with (fillfactor = 90);

create function ledger.need_adds() returns trigger language plpgsql as $$
begin
    insert into ledger.delta
    select day, 'need', service_type, target_group, zone, organization, source, reason, unit,
           sum(people), sum(quantity), sum(case when reverses is null then 1 else -1 end)
    from written
    group by day, service_type, target_group, zone, organization, source, reason, unit;
    return null;
end
$$;

create function ledger.delivery_adds() returns trigger language plpgsql as $$
begin
    insert into ledger.delta
    select day, 'delivery', service_type, target_group, zone, organization, source, '', unit,
           sum(people), sum(quantity), sum(case when reverses is null then 1 else -1 end)
    from written
    group by day, service_type, target_group, zone, organization, source, unit;
    return null;
end
$$;

create function ledger.follow_up_adds() returns trigger language plpgsql as $$
begin
    insert into ledger.delta
    select day, state, service_type, target_group, zone, organization, source, reason, unit,
           sum(people), sum(quantity), sum(case when reverses is null then 1 else -1 end)
    from written
    group by day, state, service_type, target_group, zone, organization, source, reason, unit;
    return null;
end
$$;

do $$
declare
    book text;
begin
    foreach book in array array['need', 'delivery', 'follow_up'] loop
        execute format('create trigger stays before update or delete on ledger.%I
                            for each row execute function ledger.stays()', book);
        execute format('create trigger stays_whole before truncate on ledger.%I
                            for each statement execute function ledger.stays()', book);
        execute format('create trigger adds after insert on ledger.%I referencing new table as written
                            for each statement execute function ledger.%I()', book, book || '_adds');
    end loop;
end
$$;

-- Opens a month's pages in all three books. Writers of other months go on meanwhile.
create function ledger.open_month(month date) returns void language plpgsql as $$
declare
    book text;
    page text;
begin
    -- The last of the three is made last: where it is there, nobody needs to wait for who opens another month.
    if to_regclass('ledger.follow_up_' || to_char(month, 'YYYY_MM')) is not null then
        return;
    end if;
    perform pg_advisory_xact_lock(hashtextextended('ledger months', 0));
    foreach book in array array['need', 'delivery', 'follow_up'] loop
        page := book || '_' || to_char(month, 'YYYY_MM');
        if to_regclass('ledger.' || page) is null then
            execute format('create table ledger.%I (like ledger.%I including all)', page, book);
            execute format('create trigger stays_whole before truncate on ledger.%I
                                for each statement execute function ledger.stays()', page);
            -- Pages are read through their book, whose policies hold.
            execute format('alter table ledger.%I enable row level security', page);
            execute format('alter table ledger.%I force row level security', page);
            execute format('create policy through_the_book on ledger.%I using (false)', page);
            execute format('alter table ledger.%I attach partition ledger.%I for values from (%L) to (%L)',
                           book, page, month, (month + interval '1 month')::date);
        end if;
    end loop;
end
$$;

-- Folds what waits; how much it was. One folds at a time, and no writer waits for it.
create function ledger.fold() returns bigint language plpgsql as $$
declare
    latest date;                                          -- the last month whose beginning is known
    until  date;                                          -- the one after all that is folded now
    folded bigint;
begin
    perform pg_advisory_xact_lock(hashtextextended('ledger fold', 0));
    select max(month) into latest from ledger.cell_month;
    select greatest(latest, (date_trunc('month', max(day)) + interval '1 month')::date) into until from ledger.delta;
    if not exists (select from ledger.delta) then
        return 0;
    end if;
    if latest < until then
        insert into ledger.cell_month (month, cell, organization, people, quantity, entries)
        select m::date, c.cell, c.organization, c.people, c.quantity, c.entries
        from ledger.cell_month c
        cross join generate_series(latest + interval '1 month', until, interval '1 month') m
        where c.month = latest;
    end if;
    with taken as (
        delete from ledger.delta where day < until returning *
    ), summed as (
        select day, measure, service_type, target_group, zone, organization, source, reason, unit,
               sum(people) as people, sum(quantity) as quantity, sum(entries) as entries
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
        select s.day, k.id as cell, k.organization, s.people, s.quantity, s.entries
        from summed s
        join known k on k.measure = s.measure and k.service_type = s.service_type and k.target_group = s.target_group
            and k.zone = s.zone and k.organization is not distinct from s.organization
            and k.source = s.source and k.reason = s.reason and k.unit = s.unit
    ), days as (
        insert into ledger.cell_day as d (day, cell, organization, people, quantity, entries)
        select day, cell, organization, people, quantity, entries from placed
        order by day, cell
        on conflict (day, cell) do update
        set people = d.people + excluded.people,
            quantity = d.quantity + excluded.quantity,
            entries = d.entries + excluded.entries
    ), months as (
        insert into ledger.cell_month as c (month, cell, organization, people, quantity, entries)
        select m::date, p.cell, p.organization, sum(p.people), sum(p.quantity), sum(p.entries)
        from (select date_trunc('month', day) as month, cell, organization,
                     sum(people) as people, sum(quantity) as quantity, sum(entries) as entries
              from placed group by 1, cell, organization) p
        cross join lateral generate_series(p.month + interval '1 month', until, interval '1 month') m
        group by m, p.cell, p.organization
        order by m, p.cell
        on conflict (month, cell) do update
        set people = c.people + excluded.people,
            quantity = c.quantity + excluded.quantity,
            entries = c.entries + excluded.entries
    )
    select count(*) into folded from taken;
    return folded;
end
$$;

-- Which pseudonym stands for a person in the book, sealed under a key that is not in the database. Without this line nobody
-- can tell any more whose figures they are; the figures stay.
create table ledger.pseudonym (
    person       uuid  primary key,
    organization uuid  not null,
    sealed       bytea not null
);
create index pseudonym_of_organization on ledger.pseudonym (organization);
create index pseudonym_to_reseal on ledger.pseudonym (substring(sealed from 1 for 5));

-- What was free of what there is, from the moment it was counted until it was counted again.
create table ledger.capacity (
    id           uuid        primary key,
    counter      uuid        not null,                    -- the line of the directory that was counted
    service      uuid        not null,
    organization uuid        not null,
    target_group text        not null,
    unit         text        not null,
    available    numeric     not null,
    maximum      numeric,
    at           timestamptz not null
);
create index capacity_of_counter on ledger.capacity (counter, at desc, id desc);
create index capacity_of_service on ledger.capacity (service, at);
create trigger stays before update or delete on ledger.capacity for each row execute function ledger.stays();
create trigger stays_whole before truncate on ledger.capacity for each statement execute function ledger.stays();

do $$
declare
    name text;
begin
    foreach name in array array['need', 'delivery', 'follow_up', 'delta', 'cell', 'cell_day', 'cell_month', 'pseudonym',
                                'capacity'] loop
        execute format('alter table ledger.%I enable row level security', name);
        execute format('alter table ledger.%I force row level security', name);
        execute format('create policy own on ledger.%I using ((select database.reach()) = ''system''
                            or (select database.reach()) = ''organization''
                               and organization = (select database.organization()))', name);
    end loop;
    -- What belongs to no organisation names nobody either.
    foreach name in array array['need', 'delivery'] loop
        execute format('create policy of_nobody on ledger.%I using ((select database.reach()) = ''network''
                            and organization is null and pseudonym is null)', name);
    end loop;
    create policy of_nobody on ledger.follow_up using ((select database.reach()) = 'network' and organization is null);
    create policy of_nobody on ledger.delta for insert
        with check ((select database.reach()) = 'network' and organization is null);
    -- The network's bodies see counts, never rows.
    foreach name in array array['delta', 'cell', 'cell_day', 'cell_month', 'capacity'] loop
        execute format('create policy counts on ledger.%I for select using ((select database.reach()) = ''network'')',
                       name);
    end loop;
end
$$;
