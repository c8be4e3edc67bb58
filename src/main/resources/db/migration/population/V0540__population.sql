-- How many people live in a community, of a group, or need something there: figures of others, with their source and the
-- interval they lie in. They are no counts of ours.

create schema population;

-- What was brought in together, and can be taken back together.
create table population.batch (
    id         uuid        primary key,
    name       text        not null,                      -- what the file was called
    rows       integer     not null,
    member     uuid        not null,
    brought_at timestamptz not null,
    taken_back timestamptz
);

create table population.estimate (
    id           uuid    primary key,
    batch        uuid    not null references population.batch (id),
    zone         text    not null,                        -- a community; empty for the whole city
    target_group text    not null,                        -- a word of osn-target-group; empty for all people
    service_type text    not null,                        -- who needs this; empty where it says only how many there are
    people       numeric not null,
    least        numeric not null,
    most         numeric not null,
    source       text    not null check (source <> ''),
    day          date    not null,                        -- the day it speaks of
    constraint lies_in_its_interval check (0 <= least and least <= people and people <= most)
);
create index estimate_of_batch on population.estimate (batch);
create index estimate_by_day on population.estimate (day);

do $$
declare
    name text;
begin
    foreach name in array array['batch', 'estimate'] loop
        execute format('alter table population.%I enable row level security', name);
        execute format('alter table population.%I force row level security', name);
        execute format('create policy of_the_network on population.%I using (
                            (select database.reach()) in (''network'', ''system''))', name);
        -- Figures about the city, of nobody in it: whoever works at a desk may read them.
        execute format('create policy read on population.%I for select using (
                            (select database.reach()) = ''organization'')', name);
    end loop;
end
$$;
