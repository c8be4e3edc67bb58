-- Who a member's colleagues are is asked by every list of names, so it is kept beside the name: a policy that looks
-- into another table for each reading cost half of the reading again. And a policy for all acts is asked at each
-- reading too; who may see a membership is said by the policy "seen" alone.

alter table access.member add column organizations uuid[] not null default '{}';

-- With the program's own sight while it writes: whoever may add a membership need not see the member yet. Should the
-- writing fail, the setting goes back with all else.
create function access.keep_organizations() returns trigger
    language plpgsql as $$
declare
    reach constant text := coalesce(database.reach(), '');
begin
    perform set_config('osn.reach', 'system', true);
    if tg_op <> 'INSERT' and old.organization is not null then
        update access.member set organizations = array_remove(organizations, old.organization) where id = old.member;
    end if;
    if tg_op <> 'DELETE' and new.organization is not null then
        update access.member set organizations = array_append(organizations, new.organization) where id = new.member;
    end if;
    perform set_config('osn.reach', reach, true);
    return null;
end
$$;

create trigger organizations after insert or delete or update of member, organization on access.membership
    for each row execute function access.keep_organizations();

drop policy seen on access.member;
drop policy changed on access.member;
drop policy changed on access.membership;

-- Without forced policies for this one statement: a migration has no sight.
alter table access.member no force row level security;
alter table access.membership no force row level security;
update access.member m
set organizations = array(
    select s.organization from access.membership s where s.member = m.id and s.organization is not null);
alter table access.member force row level security;
alter table access.membership force row level security;

create policy seen on access.member for select
    using ((select database.organization()) = any (organizations)
        or id = (select database.member())
        or (select database.reach() in ('network', 'system') or database.purpose() = 'invitation'));
create policy changed on access.member for update
    using ((select database.reach()) = 'system'
        or id = (select database.member())
        or (select database.role()) = 'administrator' and (select database.reach()) = 'network'
        or (select database.role()) = 'organization-admin' and (select database.organization()) = any (organizations));

create policy added on access.membership for insert
    with check ((select database.reach()) = 'system'
        or (select database.role()) = 'administrator' and (select database.reach()) = 'network'
        or (select database.role()) = 'organization-admin' and organization = (select database.organization()));
create policy changed on access.membership for update
    using ((select database.reach()) = 'system'
        or (select database.role()) = 'administrator' and (select database.reach()) = 'network'
        or (select database.role()) = 'organization-admin' and organization = (select database.organization()));
create policy removed on access.membership for delete
    using ((select database.reach()) = 'system'
        or (select database.role()) = 'administrator' and (select database.reach()) = 'network'
        or (select database.role()) = 'organization-admin' and organization = (select database.organization()));
