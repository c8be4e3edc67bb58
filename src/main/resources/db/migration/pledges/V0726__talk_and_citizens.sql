-- What citizens promise, and what those concerned with a pledge write each other.

-- How a citizen who promised something is reached, sealed; gone some days after it is over.
create table pledges.contact (
    pledge   uuid  primary key references pledges.pledge (id) on delete cascade,
    receiver uuid,
    language text  not null check (language in ('el', 'en')),
    name     bytea,
    email    bytea,
    phone    bytea,
    constraint reached_somehow check (email is not null or phone is not null)
);
create index contact_of_receiver on pledges.contact (receiver) where receiver is not null;

-- Her links, by their fingerprints: the first stood on the page after her form, others in letters.
create table pledges.link (
    hash    bytea       primary key,
    pledge  uuid        not null references pledges.pledge (id) on delete cascade,
    made_at timestamptz not null
);
create index link_of_pledge on pledges.link (pledge);

-- One thread for each pledge. side: in whose place it was written.
create table pledges.message (
    id           uuid        primary key,
    form         uuid        not null unique,
    pledge       uuid        not null references pledges.pledge (id) on delete cascade,
    at           timestamptz not null,
    side         text        not null check (side in ('giver', 'receiver', 'team')),
    organization uuid,
    member       uuid,
    text         text        not null check (length(text) between 1 and 2000)
);
create index message_of_pledge on pledges.message (pledge, id);

-- Up to which message each side has read.
create table pledges.reading (
    pledge uuid not null references pledges.pledge (id) on delete cascade,
    side   text not null check (side in ('giver', 'receiver', 'team')),
    up_to  uuid not null,
    primary key (pledge, side)
);

do $$
declare
    name text;
begin
    foreach name in array array['contact', 'link', 'message', 'reading'] loop
        execute format('alter table pledges.%I enable row level security', name);
        execute format('alter table pledges.%I force row level security', name);
    end loop;
end
$$;

create policy of_those_who_receive on pledges.contact using ((select database.reach()) in ('network', 'system')
    or receiver = (select database.organization()));

-- A letter brings a link of its own, whoever's act it tells of; who opens one, the program alone finds out.
create policy made_for_a_letter on pledges.link for insert
    with check (exists (select from pledges.pledge p where p.id = link.pledge));
create policy opened on pledges.link using ((select database.reach()) = 'system');

-- Whoever sees the pledge is a party of its thread: who gives, who receives, the team. Nobody changes what was written.
create policy read_by_the_parties on pledges.message for select
    using (exists (select from pledges.pledge p where p.id = message.pledge));
create policy written_by_the_parties on pledges.message for insert
    with check (exists (select from pledges.pledge p where p.id = message.pledge
                        and (side = 'giver' and p.organization is not distinct from (select database.organization())
                             or side = 'receiver' and p.receiver = (select database.organization())
                             or side = 'team' and (select database.reach()) = 'network'
                             or (select database.reach()) = 'system')));
create policy forgotten on pledges.message for delete using ((select database.reach()) = 'system');
create policy of_the_parties on pledges.reading
    using (exists (select from pledges.pledge p where p.id = reading.pledge));
