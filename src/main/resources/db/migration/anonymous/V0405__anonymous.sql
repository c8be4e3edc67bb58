-- People without a name: by which rule they make their codes, and how many came without even one.
create schema anonymous;

-- The parts of a code in their order, such as given-2, mother-2, year-4; of an organisation, or of one of its services.
create table anonymous.rule (
    id           uuid        primary key,
    organization uuid        not null,
    service      uuid,
    parts        text[]      not null check (cardinality(parts) between 1 and 6),
    decided_at   timestamptz not null,
    decided_by   uuid        not null,
    constraint one_rule_each unique nulls not distinct (organization, service)
);

-- A bare count: how many came to a service on a day, of a group where one was told. Nobody is in it.
create table anonymous.headcount (
    id           uuid        primary key,
    organization uuid        not null,
    service      uuid,
    day          date        not null,
    target_group text        check (target_group ~ '^[a-z-]{2,40}$'),
    people       integer     not null check (people between 1 and 1000),
    counted_at   timestamptz not null,
    counted_by   uuid        not null,
    taken_back   boolean     not null default false
);
create index headcount_by_day on anonymous.headcount (organization, day desc) where not taken_back;

do $$
declare
    name text;
begin
    foreach name in array array['rule', 'headcount'] loop
        execute format('alter table anonymous.%I enable row level security', name);
        execute format('alter table anonymous.%I force row level security', name);
        execute format('create policy own on anonymous.%I using ((select database.reach()) = ''system''
                            or (select database.reach()) = ''organization''
                               and organization = (select database.organization()))', name);
    end loop;
end $$;
