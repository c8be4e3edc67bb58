-- What stands still is looked for among the tasks of each morning.
create index cover_on_its_way on support.cover (changed_at, request) where going > delivered;
create index cover_to_confirm on support.cover (changed_at, request) where delivered > confirmed;

-- What the public asked is sorted by the team before it decides: into a cell of coverage, and whether citizens may help.
-- Nothing else of a line that was sent changes.
drop policy by_its_asker on support.line;
create policy by_its_asker on support.line as restrictive for insert
    with check ((select database.reach()) = 'system' or exists (
        select from support.request r where r.id = line.request
          and (r.status in ('Draft', 'Returned')
               and ((select database.reach()) = 'network' or r.organization = (select database.organization()))
               or r.asker = 'public' and r.status in ('Submitted', 'Appealed') and (select database.reach()) = 'network')));

create or replace function support.line_stands() returns trigger
    language plpgsql as $$
declare
    ledger constant text[] := array['need', 'need_day'];
    cell   constant text[] := ledger || array['service_type', 'target_group', 'zone', 'citizens', 'sure'];
begin
    if database.reach() = 'system' then
        return new;
    end if;
    if tg_op = 'INSERT' then
        if new.covered > 0 then
            raise exception 'nothing is covered but by covers' using errcode = 'insufficient_privilege';
        end if;
    elsif (new.covered, new.going, new.delivered, new.confirmed)
          is distinct from (old.covered, old.going, old.delivered, old.confirmed) then
        raise exception 'nothing is covered but by covers' using errcode = 'insufficient_privilege';
    elsif (to_jsonb(new) - ledger) is distinct from (to_jsonb(old) - ledger)
          and not exists (
              select from support.request r where r.id = old.request
                and (r.status in ('Draft', 'Returned')
                     or r.asker = 'public' and r.status in ('Submitted', 'Appealed') and database.reach() = 'network'
                        and (to_jsonb(new) - cell) = (to_jsonb(old) - cell))) then
        raise exception 'what was sent stays as it was' using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;
