-- Pledges: who promised how much of which line of a request, from which stock, and what became of it.
create schema pledges;

-- What an organisation has to give. promised: how much of it stands in pledges; never more than there is.
create table pledges.stock (
    id           uuid           primary key,
    form         uuid           not null unique,          -- the form it was sent with: sent twice, it is one
    organization uuid           not null,
    item         uuid,                                    -- of goods.item; none where it is said in words
    name         text           not null check (length(name) between 1 and 200),
    unit         text           not null,
    quantity     numeric(12, 2) not null check (quantity >= 0),
    promised     numeric(12, 2) not null default 0,
    place        text           not null default '' check (length(place) <= 200),
    until        date,
    version      integer        not null default 0,
    gone_at      timestamptz,                             -- taken off the list; pledges from it stand
    changed_at   timestamptz    not null,
    invented     boolean        not null default false,
    constraint never_promised_twice check (0 <= promised and promised <= quantity)
);
create index stock_of_organization on pledges.stock (organization, name, id);
create index stock_of_item on pledges.stock (item) where item is not null;

-- One promise. organization: who gives, none for a citizen. receiver: whose request it is, none for the team's own.
create table pledges.pledge (
    id           uuid           primary key,
    form         uuid           not null unique,
    request      uuid           not null,
    line         uuid           not null,
    cover        uuid,                                    -- its part of the line in room support, once it counts
    organization uuid,
    member       uuid,                                    -- who promised it there
    receiver     uuid,
    call         text           not null check (length(call) <= 200),
    item         uuid,                                    -- of goods.item, whose name readers know in their language
    what         text           not null check (length(what) between 1 and 300),
    quantity     numeric(12, 2) not null check (quantity > 0),
    unit         text           not null,
    kind         text           not null,
    conditions   text           not null check (length(conditions) <= 1000),
    from_day     date,
    until_day    date,
    named        boolean        not null,                 -- whether the giver may be named in public
    stock        uuid           references pledges.stock (id),
    state        text           not null check (state in ('waiting', 'promised', 'refused', 'withdrawn', 'ended')),
    why          text           not null default '' check (length(why) <= 1000),
    thanks       text           not null default '' check (length(thanks) <= 1000),
    thanked_at   timestamptz,
    version      integer        not null default 0,
    made_at      timestamptz    not null,
    changed_at   timestamptz    not null,
    over_at      timestamptz,                             -- nothing more will come of it
    invented     boolean        not null default false,
    constraint withdrawn_for_a_reason check (state <> 'withdrawn' or why <> '' or organization is null),
    constraint of_an_organization_or_a_citizen check (organization is not null or stock is null),
    constraint dates_in_order check (until_day is null or from_day is null or until_day >= from_day)
);
create index pledge_of_request on pledges.pledge (request, id);
create index pledge_of_line on pledges.pledge (line);
create index pledge_of_organization on pledges.pledge (organization, id);
create index pledge_of_receiver on pledges.pledge (receiver, id);
create index pledge_of_cover on pledges.pledge (cover);
create index pledge_of_stock on pledges.pledge (stock) where stock is not null;
create index pledge_waits on pledges.pledge (id) where state = 'waiting';
create index pledge_is_over on pledges.pledge (over_at) where over_at is not null;

do $$
declare
    name text;
begin
    foreach name in array array['stock', 'pledge'] loop
        execute format('alter table pledges.%I enable row level security', name);
        execute format('alter table pledges.%I force row level security', name);
    end loop;
end
$$;

-- An organisation keeps its own stock; the coordination team reads all of it while it looks at needs.
create policy own on pledges.stock using ((select database.reach()) = 'system'
    or (select database.reach()) = 'organization' and organization = (select database.organization()));
create policy looked_at on pledges.stock for select using ((select database.reach()) = 'network');

-- Whoever gives and the team write a pledge; whoever receives reads it, and says thanks.
create policy own on pledges.pledge using ((select database.reach()) in ('system', 'network')
    or (select database.reach()) = 'organization' and organization = (select database.organization()));
create policy received on pledges.pledge for select using ((select database.reach()) = 'organization'
    and receiver = (select database.organization()));
create policy thanked on pledges.pledge for update using ((select database.reach()) = 'organization'
    and receiver = (select database.organization()));

-- A call is over: what of its pledges is not on its way is not needed any more and is free again. Whoever ends a call may not
-- write what others promised, so this function does, within that one act.
create function pledges.over(asked uuid, ends boolean, at timestamptz) returns void
    language plpgsql as $$
declare
    reach constant text := coalesce(current_setting('osn.reach', true), '');
begin
    perform set_config('osn.reach', 'system', true);
    if ends then
        update pledges.stock s
        set promised = s.promised - f.quantity, changed_at = at
        from (select p.stock, sum(p.quantity - coalesce(c.going, 0)) as quantity
              from pledges.pledge p
              left join support.public_cover c on c.id = p.cover
              where p.request = asked and p.state = 'promised' and p.stock is not null and p.over_at is null
              group by p.stock) f
        where s.id = f.stock;
        update pledges.pledge p
        set state = case when coalesce(c.going, 0) = 0 then 'ended' else p.state end,
            quantity = case when coalesce(c.going, 0) = 0 then p.quantity else c.going end,
            version = p.version + 1, changed_at = at, over_at = at
        from pledges.pledge o
        left join support.public_cover c on c.id = o.cover
        where p.id = o.id and p.request = asked and p.state in ('waiting', 'promised') and p.over_at is null;
    else
        update pledges.pledge set over_at = at where request = asked and over_at is null;
    end if;
    perform set_config('osn.reach', reach, true);
end
$$;
