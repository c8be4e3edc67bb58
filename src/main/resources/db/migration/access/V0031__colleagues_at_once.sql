-- Colleagues are looked up once per statement instead of once per row.

drop policy seen on access.member;
create policy seen on access.member for select
    using ((select database.reach()) in ('network', 'system')
        or id = (select database.member())
        or (select database.purpose()) = 'invitation'
        or id in (select s.member from access.membership s where s.organization = (select database.organization())));

drop policy changed on access.member;
create policy changed on access.member for update
    using ((select database.reach()) = 'system'
        or id = (select database.member())
        or (select database.role()) = 'administrator' and (select database.reach()) = 'network'
        or (select database.role()) = 'organization-admin'
           and id in (select s.member from access.membership s where s.organization = (select database.organization())));
