-- A draft that is withdrawn was never sent: the team does not come to read it by that.

select set_config('osn.reach', 'system', true);

alter table support.request add column sent boolean not null default false;  -- whether the team has had it once

update support.request r
set sent = r.status not in ('Draft', 'Withdrawn')
    or exists (select from support.step s where s.request = r.id and s.what = 'submit');

create function support.sent_once() returns trigger language plpgsql as $$
begin
    new.sent := new.sent or (new.state ->> 'is') not in ('Draft', 'Withdrawn');
    return new;
end
$$;
create trigger sent_once before insert or update on support.request
    for each row execute function support.sent_once();

drop policy sent on support.request;
create policy sent on support.request using ((select database.reach()) = 'network' and (sent or asker = 'team'));
