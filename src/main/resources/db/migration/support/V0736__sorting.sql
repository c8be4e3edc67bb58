-- What the public asked has no cell of coverage: the coordination team gives its lines one before it decides, and says whether
-- citizens may help. All else of what was sent stays as it was.
create or replace function support.line_stands() returns trigger
    language plpgsql as $$
declare
    booked constant text[] := array['need', 'need_day'];
    sorted constant text[] := array['need', 'need_day', 'service_type', 'target_group', 'zone', 'citizens', 'sure'];
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
    elsif (to_jsonb(new) - booked) is distinct from (to_jsonb(old) - booked)
          and not exists (select from support.request r where r.id = old.request and r.status in ('Draft', 'Returned'))
          and not (database.reach() = 'network'
                   and (to_jsonb(new) - sorted) = (to_jsonb(old) - sorted)
                   and exists (select from support.request r
                               where r.id = old.request and r.asker = 'public'
                                 and r.status in ('Submitted', 'Appealed'))) then
        raise exception 'what was sent stays as it was' using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;
