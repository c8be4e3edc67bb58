-- Deliveries: what is brought from those who give to those who receive, handed over, confirmed, and what came back.
create schema deliveries;

-- One delivery of one request's things. organization: who gives; none where the coordination team brings them.
create table deliveries.delivery (
    id           uuid        primary key,
    number       integer     not null generated always as identity unique,
    form         uuid        not null unique,             -- the form it was planned with: sent twice, it makes one
    request      uuid        not null,
    title        text        not null check (length(title) between 1 and 200),
    organization uuid,
    planned      date        not null,
    brings       text        not null check (brings in ('giver', 'receiver', 'carrier')),
    carrier      text        not null default '' check (length(carrier) <= 200),
    note         text        not null default '' check (length(note) <= 1000),
    made_at      timestamptz not null
);
create index delivery_of_organization on deliveries.delivery (organization, id desc);
create index delivery_of_request on deliveries.delivery (request, id);

-- One place it goes to. organization: who gives, as of the delivery; receiver: who receives, none for a citizen or household.
create table deliveries.handover (
    id           uuid        primary key,
    delivery     uuid        not null references deliveries.delivery (id),
    request      uuid        not null,
    organization uuid,
    receiver     uuid,
    place        uuid,                                    -- a location of the directory
    place_words  text        not null default '' check (length(place_words) <= 300),
    state        text        not null default 'planned'
        check (state in ('planned', 'underway', 'handed', 'answered', 'returned')),
    went_at      timestamptz,
    handed_at    timestamptz,
    answered_at  timestamptz,
    answer       text        check (answer in ('all', 'some', 'wrong')),
    words        text        not null default '' check (length(words) <= 1000),
    signed_by    text        not null default '' check (length(signed_by) <= 200),
    signature    text        not null default '' check (length(signature) <= 20000),
    forgotten    boolean     not null default false,      -- who signed was forgotten in time
    reminded_at  timestamptz,
    constraint answered_in_words check (answer is distinct from 'wrong' or words <> '')
);
create index handover_of_delivery on deliveries.handover (delivery, id);
create index handover_of_request on deliveries.handover (request, id);
create index handover_of_receiver on deliveries.handover (receiver, id desc) where receiver is not null;
create index handover_by_state on deliveries.handover (state, handed_at);
create index handover_signed on deliveries.handover (handed_at) where signed_by <> '' or signature <> '';

-- So much of one cover in one hand-over.
create table deliveries.part (
    id        uuid           primary key,
    handover  uuid           not null references deliveries.handover (id),
    cover     uuid           not null,
    line      uuid           not null,
    what      text           not null check (length(what) between 1 and 300),
    kind      text           not null,
    unit      text           not null,
    quantity  numeric(12, 2) not null check (quantity >= 0),
    handed    numeric(12, 2) not null default 0,
    confirmed numeric(12, 2) not null default 0,
    returned  numeric(12, 2) not null default 0,
    constraint one_after_the_other check (0 <= confirmed and confirmed <= handed and 0 <= returned
        and handed + returned <= quantity)
);
create index part_of_handover on deliveries.part (handover, id);
create index part_of_cover on deliveries.part (cover);
create index part_of_line on deliveries.part (line);

-- What came back or was not taken, and why.
create table deliveries.comeback (
    id       uuid           primary key,
    form     uuid           not null unique,
    handover uuid           not null references deliveries.handover (id),
    why      text           not null check (length(why) between 1 and 1000),
    at       timestamptz    not null
);
create index comeback_of_handover on deliveries.comeback (handover, id);

-- What a receiver confirmed, with the line it is in the ledger; one that holds for each part.
create table deliveries.confirmation (
    id           uuid           primary key,
    handover     uuid           not null references deliveries.handover (id),
    part         uuid           not null references deliveries.part (id),
    cover        uuid           not null,
    line         uuid           not null,
    request      uuid           not null,
    quantity     numeric(12, 2) not null check (quantity > 0),
    unit         text           not null,
    people       integer        not null check (people >= 0),
    organization uuid,                                    -- whose line it is in the ledger
    envelope     uuid,
    entry        uuid           not null,
    entry_day    date           not null,
    at           timestamptz    not null,
    reversed_at  timestamptz,
    why          text           not null default '' check (length(why) <= 1000),
    constraint reversed_for_a_reason check (reversed_at is null or why <> '')
);
create unique index confirmed_once on deliveries.confirmation (part) where reversed_at is null;
create index confirmation_of_handover on deliveries.confirmation (handover);
create index confirmation_of_line on deliveries.confirmation (line);
create index confirmation_of_request on deliveries.confirmation (request, id);
create index confirmation_of_envelope on deliveries.confirmation (envelope, id) where envelope is not null;

-- The way in of a receiver without an account: the fingerprint of what the delivery note and the letter bear.
create table deliveries.link (
    handover   uuid        primary key references deliveries.handover (id),
    round      integer     not null,
    hash       bytea       not null unique,
    expires_at timestamptz not null
);

do $$
declare
    name text;
begin
    foreach name in array array['delivery', 'handover', 'part', 'comeback', 'confirmation', 'link'] loop
        execute format('alter table deliveries.%I enable row level security', name);
        execute format('alter table deliveries.%I force row level security', name);
    end loop;
end
$$;

-- Who gives writes, who receives reads; the coordination team does both. What a receiver says the program itself writes.
create policy given on deliveries.handover using ((select database.reach()) in ('network', 'system')
    or (select database.reach()) = 'organization' and organization = (select database.organization()));
create policy received on deliveries.handover for select using ((select database.reach()) = 'organization'
    and receiver = (select database.organization()) and state <> 'planned');
create policy given on deliveries.delivery using ((select database.reach()) in ('network', 'system')
    or (select database.reach()) = 'organization' and organization = (select database.organization()));
create policy received on deliveries.delivery for select using ((select database.reach()) = 'organization'
    and exists (select from deliveries.handover h where h.delivery = delivery.id
                and h.receiver = (select database.organization())));
create policy with_its_handover on deliveries.part
    using (exists (select from deliveries.handover h where h.id = part.handover));
create policy with_its_handover on deliveries.comeback
    using (exists (select from deliveries.handover h where h.id = comeback.handover));
create policy with_its_handover on deliveries.confirmation
    using (exists (select from deliveries.handover h where h.id = confirmation.handover));
create policy of_the_program on deliveries.link using ((select database.reach()) = 'system'
    or exists (select from deliveries.handover h where h.id = link.handover
               and ((select database.reach()) = 'network' or h.organization = (select database.organization()))));
