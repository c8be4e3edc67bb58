-- Whether others may be told that somebody "may be known in the network" because of this organisation. Without a line it is
-- not told of one that has a confidential place: to be known to it is a secret by itself.
create table people.discretion (
    organization uuid        primary key,
    told         boolean     not null,
    decided_at   timestamptz not null,
    decided_by   uuid        not null
);

alter table people.discretion enable row level security;
alter table people.discretion force row level security;
create policy own on people.discretion using ((select database.reach()) = 'system'
    or (select database.reach()) = 'organization' and organization = (select database.organization()));
