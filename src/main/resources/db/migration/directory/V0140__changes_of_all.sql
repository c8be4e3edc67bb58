-- In which transaction each record was changed last, whether the public may see the record or not: who keeps copies
-- sees that they are out of date also when what was changed is not to be seen any more. Which record it was, and of
-- what kind, is not told.
create view directory.public_change as
select changed_in from directory.organization
union all
select changed_in from directory.service
union all
select changed_in from directory.location
union all
select changed_in from directory.service_at_location;
