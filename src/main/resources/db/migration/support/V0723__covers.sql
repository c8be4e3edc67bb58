-- Who covers which part of a line, and how far that part has come. A line's four sums are those of its covers; nobody writes
-- either but by the functions below, which lock the request first.

create table support.cover (
    id           uuid           primary key,
    line         uuid           not null references support.line (id) on delete cascade,
    request      uuid           not null references support.request (id) on delete cascade,
    source       text           not null check (source in ('pledge', 'citizen', 'money')),
    reference    uuid           not null,                 -- what it is called in the room it comes from
    organization uuid,                                    -- who gives
    envelope     uuid,                                    -- whose money
    named        boolean        not null,                 -- whether the giver may be named in public
    quantity     numeric(12, 2) not null check (quantity >= 0),
    going        numeric(12, 2) not null default 0,
    delivered    numeric(12, 2) not null default 0,
    confirmed    numeric(12, 2) not null default 0,
    made_at      timestamptz    not null,
    changed_at   timestamptz    not null,
    unique (source, reference),
    constraint one_after_the_other check (0 <= confirmed and confirmed <= delivered and delivered <= going
        and going <= quantity),
    constraint envelopes_are_of_money check (envelope is null or source = 'money')
);
create index cover_of_line on support.cover (line, id);
create index cover_of_request on support.cover (request, id);
create index cover_of_organization on support.cover (organization, changed_at desc) where organization is not null;
create index cover_of_envelope on support.cover (envelope, id) where envelope is not null;

alter table support.cover enable row level security;
alter table support.cover force row level security;
create policy of_those_concerned on support.cover for select
    using ((select database.reach()) in ('network', 'system')
        or organization = (select database.organization())
        or exists (select from support.request r where r.id = cover.request
                   and r.organization = (select database.organization())));
create policy written on support.cover using ((select database.reach()) = 'system');

-- Whoever covers is not whoever asks. These functions alone see and write another's request, each for one act; the reach
-- goes back to what it was with their last line, or with their failure.

create function support.is_call(status text) returns boolean
    language sql immutable parallel safe
    return status in ('Open', 'PartlyCovered', 'Covered', 'InDelivery', 'PartlyDelivered', 'Delivered');

create function support.as_program() returns text
    language plpgsql as $$
declare
    reach constant text := coalesce(database.reach(), '');
begin
    perform set_config('osn.reach', 'system', true);
    return reach;
end
$$;

-- Locks what is called for until the transaction ends.
create function support.lock(asked uuid) returns void
    language plpgsql as $$
declare
    reach constant text := support.as_program();
begin
    perform from support.request where id = asked for update;
    perform set_config('osn.reach', reach, true);
end
$$;

-- A line's sums are those of its covers; called by the functions below.
create function support.sum_up(summed uuid) returns void
    language sql as $$
    update support.line l
    set covered = c.quantity, going = c.going, delivered = c.delivered, confirmed = c.confirmed
    from (select coalesce(sum(quantity), 0) as quantity, coalesce(sum(going), 0) as going,
                 coalesce(sum(delivered), 0) as delivered, coalesce(sum(confirmed), 0) as confirmed
          from support.cover where line = summed) c
    where l.id = summed
$$;

-- An organisation covers with what is its own, or takes what is offered to it; only what is called for.
create function support.cover(cover uuid, of_line uuid, source text, reference uuid, giver uuid, envelope uuid,
                              named boolean, quantity numeric, at timestamptz) returns void
    language plpgsql as $$
declare
    reach constant text := support.as_program();
    asked record;
begin
    select r.id, r.status, r.organization into strict asked from support.line l join support.request r on r.id = l.request where l.id = of_line;
    if not support.is_call(asked.status)
        or database.organization() is not null
           and database.organization() is distinct from giver
           and database.organization() is distinct from asked.organization then
        raise exception 'nobody is called to cover this' using errcode = 'insufficient_privilege';
    end if;
    insert into support.cover (id, line, request, source, reference, organization, envelope, named, quantity, made_at,
                               changed_at)
    values (cover, of_line, asked.id, source, reference, giver, envelope, named, quantity, at, at);
    perform support.sum_up(of_line);
    perform set_config('osn.reach', reach, true);
end
$$;

-- How far a cover has come; of what is over, only what the receiver says of it.
create function support.come(moved uuid, now_quantity numeric, now_going numeric, now_delivered numeric,
                             now_confirmed numeric, at timestamptz) returns void
    language plpgsql as $$
declare
    reach constant text := support.as_program();
    was record;
begin
    select c.*, r.status into strict was
    from support.cover c join support.request r on r.id = c.request where c.id = moved;
    if not support.is_call(was.status)
        and (now_quantity, now_going, now_delivered) is distinct from (was.quantity, was.going, was.delivered) then
        raise exception 'nobody is called to cover this' using errcode = 'insufficient_privilege';
    end if;
    update support.cover
    set quantity = now_quantity, going = now_going, delivered = now_delivered, confirmed = now_confirmed, changed_at = at
    where id = moved;
    perform support.sum_up(was.line);
    perform set_config('osn.reach', reach, true);
end
$$;

-- The state a request comes into as its lines are counted.
create function support.count(asked uuid, at_version integer, counted jsonb, at timestamptz) returns void
    language plpgsql as $$
declare
    reach constant text := support.as_program();
begin
    update support.request set state = counted, version = at_version + 1, changed_at = at
    where id = asked and version = at_version
      and (support.is_call(status) and (support.is_call(counted ->> 'is') or counted ->> 'is' = 'Confirmed')
           or state = counted);
    if not found then
        raise exception 'a request is counted in the state it is in' using errcode = 'insufficient_privilege';
    end if;
    perform set_config('osn.reach', reach, true);
end
$$;

-- What is over is covered by what is on its way, and by nothing more.
create function support.let_go(asked uuid, at timestamptz) returns void
    language plpgsql as $$
declare
    reach constant text := support.as_program();
begin
    if not exists (select from support.request where id = asked and status in ('Closed', 'Withdrawn')) then
        raise exception 'this is not over' using errcode = 'insufficient_privilege';
    end if;
    update support.cover set quantity = going, changed_at = at where request = asked and quantity > going;
    perform support.sum_up(l.id) from support.line l where l.request = asked;
    perform set_config('osn.reach', reach, true);
end
$$;

-- Until here any organisation could write the lines of what others call for.
drop policy covering on support.request;

create policy by_its_asker on support.line as restrictive for insert
    with check ((select database.reach()) = 'system' or exists (
        select from support.request r where r.id = line.request and r.status in ('Draft', 'Returned')
          and ((select database.reach()) = 'network' or r.organization = (select database.organization()))));
create policy struck_by_its_asker on support.line as restrictive for delete
    using ((select database.reach()) = 'system' or exists (
        select from support.request r where r.id = line.request and r.status in ('Draft', 'Returned')
          and ((select database.reach()) = 'network' or r.organization = (select database.organization()))));
create policy changed_by_its_asker on support.line as restrictive for update
    using ((select database.reach()) = 'system' or exists (
        select from support.request r where r.id = line.request
          and ((select database.reach()) = 'network' or r.organization = (select database.organization()))));

create policy by_its_asker on support.word as restrictive for insert
    with check ((select database.reach()) = 'system' or exists (
        select from support.request r where r.id = word.request
          and ((select database.reach()) = 'network' or r.organization = (select database.organization()))));
create policy struck_by_its_asker on support.word as restrictive for delete
    using ((select database.reach()) = 'system' or exists (
        select from support.request r where r.id = word.request
          and ((select database.reach()) = 'network' or r.organization = (select database.organization()))));
create policy changed_by_nobody on support.word as restrictive for update
    using ((select database.reach()) = 'system');

create policy of_what_is_seen on support.step as restrictive for insert
    with check (exists (select from support.request r where r.id = step.request));

-- The sums are nobody's to write, and what was sent stays as it was; only its place in the ledger may still change.
create function support.line_stands() returns trigger
    language plpgsql as $$
begin
    if database.reach() = 'system' then
        return new;
    end if;
    if tg_op = 'INSERT' then
        if new.covered > 0 then
            raise exception 'nothing is covered but by covers' using errcode = 'insufficient_privilege';
        end if;
    elsif (new.covered, new.going, new.delivered, new.confirmed)
          is distinct from (old.covered, old.going, old.delivered, old.confirmed) then
        raise exception 'nothing is covered but by covers' using errcode = 'insufficient_privilege';
    elsif (to_jsonb(new) - 'need' - 'need_day') is distinct from (to_jsonb(old) - 'need' - 'need_day')
          and not exists (select from support.request r where r.id = old.request and r.status in ('Draft', 'Returned')) then
        raise exception 'what was sent stays as it was' using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;
create trigger stands before insert or update on support.line for each row execute function support.line_stands();
