-- What envelopes pay of requests: money of the budget beside the part of the line it covers.
create schema funding;

create table funding.part (
    earmark      uuid           primary key,           -- of the budget
    cover        uuid           not null unique,       -- of room support
    request      uuid           not null,
    line         uuid           not null,
    envelope     uuid           not null,              -- of the budget
    organization uuid,                                 -- who keeps the envelope; none: the network's coordination
    money        boolean        not null,              -- the euros themselves were asked for
    quantity     numeric(12, 2) not null check (quantity > 0),
    amount       numeric(14, 2) not null check (amount > 0),
    made_by      uuid,
    made_at      timestamptz    not null
);
create index part_of_request on funding.part (request, earmark);
create index part_of_line on funding.part (line);
create index part_of_organization on funding.part (organization) where organization is not null;

alter table funding.part enable row level security;
alter table funding.part force row level security;
create policy kept on funding.part using ((select database.reach()) in ('system', 'network')
    or (select database.reach()) = 'organization' and organization = (select database.organization()));

-- Whoever takes a request back does not see the envelopes that pay for it: for the one act of letting their money go the
-- program looks with its own eyes. Gives the reach to go back to.
create function funding.as_program() returns text
    language plpgsql as $$
declare
    reach constant text := coalesce(database.reach(), '');
begin
    perform set_config('osn.reach', 'system', true);
    return reach;
end
$$;
