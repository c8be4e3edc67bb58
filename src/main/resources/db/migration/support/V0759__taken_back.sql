-- What was confirmed by mistake is taken back: a request that was confirmed is counted again, and may be a call again.
create or replace function support.count(asked uuid, at_version integer, counted jsonb, at timestamptz) returns void
    language plpgsql as $$
declare
    reach constant text := support.as_program();
begin
    update support.request set state = counted, version = at_version + 1, changed_at = at
    where id = asked and version = at_version
      and ((support.is_call(status) or status = 'Confirmed')
           and (support.is_call(counted ->> 'is') or counted ->> 'is' = 'Confirmed')
           or state = counted);
    if not found then
        raise exception 'a request is counted in the state it is in' using errcode = 'insufficient_privilege';
    end if;
    perform set_config('osn.reach', reach, true);
end
$$;
