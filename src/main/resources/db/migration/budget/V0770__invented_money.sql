-- The money of a demo city never was: its envelopes are marked as invented when they are opened, for good, and may be taken
-- out with the city. Nothing else may ever leave the book.

select set_config('osn.reach', 'system', true);

-- What is opened with the eyes of a demo city is invented.
alter table budget.envelope
    add column invented boolean not null default coalesce(database.purpose() = 'demo', false);

update budget.envelope e
set invented = true
where e.made_by is null
  and exists (select from budget.act a where a.envelope = e.id and a.key like 'demo.%.open');

create function budget.invented_stays() returns trigger language plpgsql as $$
begin
    if new.invented is distinct from old.invented then
        raise exception 'money does not become invented, and does not come true' using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;
create trigger invented_stays before update on budget.envelope for each row execute function budget.invented_stays();

-- Whether an envelope may go with all that was booked in it.
create function budget.goes(which uuid) returns boolean language sql stable as $$
    select database.reach() = 'system' and exists (select from budget.envelope e where e.id = which and e.invented)
$$;

create or replace function budget.stays() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and budget.goes(old.envelope) then
        return old;
    end if;
    raise exception 'the book of money is only added to; % of % is refused', lower(tg_op), tg_table_name
        using errcode = 'restrict_violation';
end
$$;

-- Takes all invented envelopes out, and what was booked in them. Money that was moved between one of them and a real one
-- keeps both: the foreign keys refuse it.
create function budget.take_out_invented() returns void language plpgsql as $$
begin
    if not exists (select from budget.envelope where invented) then
        return;
    end if;
    delete from budget.posting p using budget.envelope e where e.id = p.envelope and e.invented;
    delete from budget.closing c using budget.envelope e where e.id = c.envelope and e.invented;
    delete from budget.act a using budget.envelope e where e.id = a.envelope and e.invented;
    delete from budget.used u using budget.envelope e where e.id = u.envelope and e.invented;
    delete from budget.earmark m using budget.envelope e where e.id = m.envelope and e.invented;
    delete from budget.ceiling c using budget.envelope e where e.id = c.envelope and e.invented;
    delete from budget.funder f using budget.envelope e where e.id = f.envelope and e.invented;
    delete from budget.balance b using budget.envelope e where e.id = b.envelope and e.invented;
    delete from budget.envelope where invented;
end
$$;
