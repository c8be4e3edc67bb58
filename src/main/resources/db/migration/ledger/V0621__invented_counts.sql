-- What services of a demo city said was free goes with them: counts of a source that is called demo are marked as invented.

select set_config('osn.reach', 'system', true);

drop trigger stays on ledger.capacity;

alter table ledger.capacity add column invented boolean not null default false;

update ledger.capacity c
set invented = true
from directory.public_service s
where s.id = c.service and s.record_source = 'demo';

create function ledger.capacity_stays() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and old.invented and database.reach() = 'system' then
        return old;
    end if;
    raise exception 'the ledger is corrected by reversal; % of % is refused', lower(tg_op), tg_table_name
        using errcode = 'restrict_violation';
end
$$;
create trigger stays before update or delete on ledger.capacity for each row execute function ledger.capacity_stays();
