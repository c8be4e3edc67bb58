-- Entries of a kind that is called invented belong to a demo city: they may be taken out with it, and nothing else may.

create function ledger.stays_unless_invented() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        if tg_argv[0] = 'follow_up' then
            if exists (select from ledger.need n
                       where n.id = old.need and n.day = old.need_day and n.kind like '%.invented') then
                return old;
            end if;
        elsif old.kind like '%.invented' then
            return old;
        end if;
    end if;
    raise exception 'the ledger is corrected by reversal; % of % is refused', lower(tg_op), tg_table_name
        using errcode = 'restrict_violation';
end
$$;

do $$
declare
    book text;
begin
    foreach book in array array['need', 'delivery', 'follow_up'] loop
        execute format('drop trigger stays on ledger.%I', book);
        execute format('create trigger stays before update or delete on ledger.%I
                            for each row execute function ledger.stays_unless_invented(%L)', book, book);
    end loop;
end
$$;
