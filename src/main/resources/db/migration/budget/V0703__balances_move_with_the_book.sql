-- What stands moves with the book alone: the trigger of the postings is the only one who writes balances, sums of earmarks
-- and what the ceilings count. Not even the program's own login can set them otherwise.

create function budget.with_the_book() returns trigger language plpgsql as $$
begin
    -- one trigger deep is whoever wrote the statement; two deep is the trigger of the postings
    if pg_trigger_depth() < 2 then
        raise exception 'what stands moves with the book alone; % of % is refused', lower(tg_op), tg_table_name
            using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create trigger with_the_book before update on budget.balance for each row execute function budget.with_the_book();
create trigger with_the_book before insert or update on budget.used for each row execute function budget.with_the_book();
create trigger stays before delete on budget.balance for each row execute function budget.stays();
create trigger stays_whole before truncate on budget.balance for each statement execute function budget.stays();
create trigger stays before delete on budget.used for each row execute function budget.stays();
create trigger stays_whole before truncate on budget.used for each statement execute function budget.stays();

-- An earmark learns once whom it pays; what it holds counts against that supplier from then on.
create function budget.paid_to_one() returns trigger language plpgsql as $$
declare
    whom uuid := new.supplier;
begin
    if pg_trigger_depth() < 2 then
        new.supplier := null;
        if old.supplier is not null or old is distinct from new then
            raise exception 'an earmark learns once whom it pays, and nothing else' using errcode = 'restrict_violation';
        end if;
        new.supplier := whom;
    end if;
    return new;
end
$$;

create trigger paid_to_one before update on budget.earmark for each row execute function budget.paid_to_one();

create function budget.counts_for_supplier() returns trigger language plpgsql as $$
begin
    insert into budget.used (envelope, kind, whom, amount)
    values (new.envelope, 'supplier', new.supplier::text, new.reserved + new.committed + new.spent)
    on conflict (envelope, kind, whom) do update set amount = budget.used.amount + excluded.amount;
    return null;
end
$$;

create trigger counts_for_supplier after update of supplier on budget.earmark
    for each row when (old.supplier is null and new.supplier is not null)
    execute function budget.counts_for_supplier();

create function budget.begins_empty() returns trigger language plpgsql as $$
begin
    if (new.reserved, new.committed, new.spent, new.returned)
       is distinct from (0::numeric, 0::numeric, 0::numeric, 0::numeric)
    then
        raise exception 'a new % begins empty', tg_table_name using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

-- Of a balance that is all but what is granted and available; those two are each other's.
create trigger begins_empty before insert on budget.balance for each row execute function budget.begins_empty();
create trigger begins_empty before insert on budget.earmark for each row execute function budget.begins_empty();
create trigger begins_without before insert on budget.balance
    for each row when (new.granted <> 0 or new.available <> 0) execute function budget.with_the_book();

-- A closed period is not opened again.
create function budget.stays_closed() returns trigger language plpgsql as $$
begin
    if old.closed_through is not null and (new.closed_through is null or new.closed_through < old.closed_through) then
        raise exception 'a closed period is not opened again' using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create trigger stays_closed before update of closed_through on budget.envelope
    for each row execute function budget.stays_closed();

-- What one person asked for of late, for the second pair of eyes.
create index act_of_asker on budget.act (asked_by, asked_at) where asked_by is not null;
create index earmark_of_supplier on budget.earmark (supplier) where supplier is not null;

-- What is booked into the past must have been there then, and on every day since: a closed period never shows less than
-- zero. And an act is posted once, with all its sides.
create function budget.stood() returns trigger language plpgsql as $$
begin
    if exists (
        select from budget.posting p
        where p.act in (select act from added)
        group by p.act
        having count(*) > (select count(*) from added n where n.act = p.act)
    ) then
        raise exception 'an act is posted once' using errcode = 'restrict_violation';
    end if;
    if not exists (
        select
        from (select distinct n.envelope, a.day from added n join budget.act a on a.id = n.act) t
        join budget.act later on (later.envelope = t.envelope or later.other = t.envelope)
        where later.day > t.day and later.state = 'done'
    ) then
        return null;
    end if;
    if exists (
        select
        from (
            select p.envelope, a.day,
                   sum(sum(p.amount)) over (partition by p.envelope, p.account order by a.day) as stood
            from budget.posting p
            join budget.act a on a.id = p.act
            where p.envelope in (select envelope from added) and p.account <> 'funding'
            group by p.envelope, p.account, a.day
        ) s
        where s.stood < 0 and s.day >= (select min(a.day) from added n join budget.act a on a.id = n.act)
    ) then
        raise exception 'on a day of the past there would be less than nothing' using errcode = 'check_violation';
    end if;
    return null;
end
$$;

create trigger stood after insert on budget.posting
    referencing new table as added for each statement execute function budget.stood();
