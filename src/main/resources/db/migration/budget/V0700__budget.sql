-- Money: envelopes with their rules, and a double-entry book that is only ever added to.

create schema budget;

-- Money given for certain ends, for a time. Its rules may be changed; its money moves only in the book.
create table budget.envelope (
    id             uuid        primary key,
    organization   uuid,                              -- who keeps it; none: the network's coordination
    name           text        not null,
    english        text        not null,              -- empty where nobody wrote it
    programme      text        not null,
    starts         date        not null,
    until          date        not null,              -- the last day on which it may be committed
    pay_by         date        not null,              -- the last day on which it may be paid
    categories     text[]      not null,              -- kinds of services and goods it pays; none: any
    groups         text[]      not null,              -- target groups; none: any
    zones          text[]      not null,              -- communities; none: the whole city
    closed_through date,                              -- up to this day nothing more is booked
    made_by        uuid,
    made_at        timestamptz not null,
    version        integer     not null default 0,
    constraint ends_after_it_starts check (starts <= until and until <= pay_by)
);
create index envelope_of_organization on budget.envelope (organization);
create index envelope_by_end on budget.envelope (until, id);

-- Who gave the money of an envelope, and which part of each cent, in ten-thousandths.
create table budget.funder (
    envelope uuid    not null references budget.envelope,
    place    integer not null,
    name     text    not null,
    english  text    not null,
    points   integer not null check (points between 1 and 10000),
    primary key (envelope, place)
);

-- The most that one category, beneficiary or supplier may hold of an envelope; an empty one means each of them.
create table budget.ceiling (
    envelope uuid           not null references budget.envelope,
    kind     text           not null check (kind in ('category', 'beneficiary', 'supplier')),
    whom     text           not null,
    amount   numeric(14, 2) not null check (amount >= 0),
    primary key (envelope, kind, whom)
);

-- Where an envelope's money stands: the sum of its postings, kept by their trigger.
create table budget.balance (
    envelope  uuid           primary key references budget.envelope,
    granted   numeric(14, 2) not null default 0,
    available numeric(14, 2) not null default 0 check (available >= 0),
    reserved  numeric(14, 2) not null default 0 check (reserved >= 0),
    committed numeric(14, 2) not null default 0 check (committed >= 0),
    spent     numeric(14, 2) not null default 0 check (spent >= 0),
    returned  numeric(14, 2) not null default 0 check (returned >= 0),
    constraint nothing_is_lost check (granted = available + reserved + committed + spent + returned)
);

-- A part of an envelope that was set aside for one purpose. Its sums are those of its postings, kept by their trigger.
create table budget.earmark (
    id          uuid           primary key,
    envelope    uuid           not null references budget.envelope,
    room        text           not null check (room ~ '^[a-z]+$'),
    reference   uuid           not null,              -- the asking room's own
    category    text           not null,
    target_group text          not null,
    zone        text           not null,
    beneficiary uuid,
    supplier    uuid,
    reserved    numeric(14, 2) not null default 0 check (reserved >= 0),
    committed   numeric(14, 2) not null default 0 check (committed >= 0),
    spent       numeric(14, 2) not null default 0 check (spent >= 0),
    returned    numeric(14, 2) not null default 0 check (returned >= 0),
    made_at     timestamptz    not null
);
create index earmark_of_envelope on budget.earmark (envelope, id desc);
create index earmark_of_reference on budget.earmark (room, reference, id);

-- How much of an envelope one category, beneficiary or supplier holds, for the ceilings.
create table budget.used (
    envelope uuid           not null references budget.envelope,
    kind     text           not null,
    whom     text           not null,
    amount   numeric(14, 2) not null check (amount >= 0),
    primary key (envelope, kind, whom)
);

-- One act upon money, asked for once under its key. It is done at once, or waits for a second person.
create table budget.act (
    id         uuid           primary key,
    key        text           not null unique,
    movement   text           not null,
    envelope   uuid           not null references budget.envelope,
    other      uuid           references budget.envelope,      -- of a re-allocation: where the money goes
    earmark    uuid           references budget.earmark,
    amount     numeric(14, 2) not null check (amount > 0),
    day        date           not null,                        -- on which it is booked
    note       text           not null,
    state      text           not null check (state in ('done', 'waits', 'refused')),
    asked_by   uuid,
    asked_at   timestamptz    not null,
    decided_by uuid,
    decided_at timestamptz,
    constraint four_eyes_are_of_two check (decided_by is null or decided_by is distinct from asked_by),
    constraint waiting_is_undecided check (state <> 'waits' or decided_at is null),
    constraint refused_by_somebody check (state <> 'refused' or decided_at is not null)
);
create index act_of_envelope on budget.act (envelope, day desc, id desc);
create index act_of_other on budget.act (other) where other is not null;
create index act_of_earmark on budget.act (earmark, id) where earmark is not null;
create index act_waiting on budget.act (asked_at, id) where state = 'waits';

-- One side of an act. The postings of an act sum to zero in each envelope.
create table budget.posting (
    act      uuid           not null references budget.act,
    envelope uuid           not null references budget.envelope,
    account  text           not null
             check (account in ('funding', 'available', 'reserved', 'committed', 'spent', 'returned')),
    amount   numeric(14, 2) not null check (amount <> 0),
    earmark  uuid           references budget.earmark,
    primary key (act, envelope, account)
);
create index posting_of_envelope on budget.posting (envelope, account);
create index posting_of_earmark on budget.posting (earmark) where earmark is not null;

-- A period of an envelope that was closed, with what stood where.
create table budget.closing (
    envelope  uuid           not null references budget.envelope,
    through   date           not null,
    granted   numeric(14, 2) not null,
    available numeric(14, 2) not null,
    reserved  numeric(14, 2) not null,
    committed numeric(14, 2) not null,
    spent     numeric(14, 2) not null,
    returned  numeric(14, 2) not null,
    closed_by uuid,
    closed_at timestamptz    not null,
    primary key (envelope, through)
);

-- The book is added to. Not even the program's own login can change what stands in it.

create function budget.stays() returns trigger language plpgsql as $$
begin
    raise exception 'the book of money is only added to; % of % is refused', lower(tg_op), tg_table_name
        using errcode = 'restrict_violation';
end
$$;

create trigger stays before update or delete on budget.posting for each row execute function budget.stays();
create trigger stays_whole before truncate on budget.posting for each statement execute function budget.stays();
create trigger stays before update or delete on budget.closing for each row execute function budget.stays();
create trigger stays_whole before truncate on budget.closing for each statement execute function budget.stays();
create trigger stays before delete on budget.act for each row execute function budget.stays();
create trigger stays_whole before truncate on budget.act for each statement execute function budget.stays();
create trigger stays before delete on budget.earmark for each row execute function budget.stays();
create trigger stays_whole before truncate on budget.earmark for each statement execute function budget.stays();

-- An act changes once, from waiting to what was decided; what was asked for stays as it was.
create function budget.decided_once() returns trigger language plpgsql as $$
begin
    if old.state <> 'waits' or new.state = 'waits'
        or (old.id, old.key, old.movement, old.envelope, old.amount, old.note, old.asked_at)
           is distinct from (new.id, new.key, new.movement, new.envelope, new.amount, new.note, new.asked_at)
        or (old.other, old.earmark, old.asked_by) is distinct from (new.other, new.earmark, new.asked_by)
    then
        raise exception 'an act is decided once' using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create trigger decided_once before update on budget.act for each row execute function budget.decided_once();

-- The parts of the funders hold for all that was ever booked, so they stay once anything was.
create function budget.parts_stay() returns trigger language plpgsql as $$
begin
    if exists (select from budget.posting p where p.envelope = coalesce(new.envelope, old.envelope)) then
        raise exception 'the parts of the funders stay once money moved' using errcode = 'restrict_violation';
    end if;
    return coalesce(new, old);
end
$$;

create trigger parts_stay before insert or update or delete on budget.funder
    for each row execute function budget.parts_stay();

-- What is posted sums to zero, belongs to an act that is done, lies after the closed periods, and is reckoned up at once.
create function budget.posted() returns trigger language plpgsql as $$
begin
    if exists (select from added group by act, envelope having sum(amount) <> 0) then
        raise exception 'the postings of an act sum to zero' using errcode = 'check_violation';
    end if;
    if exists (
        select
        from added p
        join budget.act a on a.id = p.act
        join budget.envelope e on e.id = p.envelope
        where a.state <> 'done' or a.day <= e.closed_through
    ) then
        raise exception 'nothing is booked of an undecided act or into a closed period'
            using errcode = 'check_violation';
    end if;
    update budget.balance b
    set granted   = b.granted - x.funding,
        available = b.available + x.available,
        reserved  = b.reserved + x.reserved,
        committed = b.committed + x.committed,
        spent     = b.spent + x.spent,
        returned  = b.returned + x.returned
    from (
        select envelope,
               coalesce(sum(amount) filter (where account = 'funding'), 0)   as funding,
               coalesce(sum(amount) filter (where account = 'available'), 0) as available,
               coalesce(sum(amount) filter (where account = 'reserved'), 0)  as reserved,
               coalesce(sum(amount) filter (where account = 'committed'), 0) as committed,
               coalesce(sum(amount) filter (where account = 'spent'), 0)     as spent,
               coalesce(sum(amount) filter (where account = 'returned'), 0)  as returned
        from added
        group by envelope
    ) x
    where b.envelope = x.envelope;
    update budget.earmark m
    set reserved  = m.reserved + x.reserved,
        committed = m.committed + x.committed,
        spent     = m.spent + x.spent,
        returned  = m.returned + x.returned
    from (
        select earmark,
               coalesce(sum(amount) filter (where account = 'reserved'), 0)  as reserved,
               coalesce(sum(amount) filter (where account = 'committed'), 0) as committed,
               coalesce(sum(amount) filter (where account = 'spent'), 0)     as spent,
               coalesce(sum(amount) filter (where account = 'returned'), 0)  as returned
        from added
        where earmark is not null
        group by earmark
    ) x
    where m.id = x.earmark;
    insert into budget.used (envelope, kind, whom, amount)
    select distinct m.envelope, k.kind, k.whom, 0
    from added p
    join budget.earmark m on m.id = p.earmark
    cross join lateral (values ('category', m.category),
                               ('beneficiary', m.beneficiary::text),
                               ('supplier', m.supplier::text)) k (kind, whom)
    where p.account = 'reserved' and p.amount > 0 and k.whom is not null
    on conflict (envelope, kind, whom) do nothing;
    update budget.used u
    set amount = u.amount + x.amount
    from (
        select m.envelope, k.kind, k.whom, sum(p.amount) as amount
        from added p
        join budget.earmark m on m.id = p.earmark
        cross join lateral (values ('category', m.category),
                                   ('beneficiary', m.beneficiary::text),
                                   ('supplier', m.supplier::text)) k (kind, whom)
        where p.account in ('reserved', 'committed', 'spent') and k.whom is not null
        group by m.envelope, k.kind, k.whom
        having sum(p.amount) <> 0
    ) x
    where u.envelope = x.envelope and u.kind = x.kind and u.whom = x.whom;
    return null;
end
$$;

create trigger posted after insert on budget.posting
    referencing new table as added for each statement execute function budget.posted();

-- An organisation sees the envelopes it keeps; the network's bodies see all.

alter table budget.envelope enable row level security;
alter table budget.envelope force row level security;
create policy kept on budget.envelope using ((select database.reach()) in ('system', 'network')
    or (select database.reach()) = 'organization' and organization = (select database.organization()));

create function budget.seen(which uuid) returns boolean language sql stable as $$
    select database.reach() in ('system', 'network') or exists (select from budget.envelope e where e.id = which)
$$;

do $$
declare
    name text;
begin
    foreach name in array array['funder', 'ceiling', 'balance', 'earmark', 'used', 'act', 'posting', 'closing'] loop
        execute format('alter table budget.%I enable row level security', name);
        execute format('alter table budget.%I force row level security', name);
        execute format('create policy of_envelope on budget.%I using ((select database.reach()) in (''system'', ''network'')'
            || ' or budget.seen(envelope))', name);
    end loop;
end
$$;
