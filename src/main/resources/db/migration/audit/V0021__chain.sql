-- The chain of the trail: every line gets a number and a hash in its day. Nobody waits for it: lines are written as
-- before, and one node at a time seals those whose transactions are over. See docs/decisions/0077.

-- Which transaction wrote a line: the order in which lines can be sealed without ever passing one by.
alter table audit.act add column xact xid8 not null default pg_current_xact_id();
create index act_in_order on audit.act (xact, id);

-- Codes and coarse origins only. Four digits in a row may be a telephone, a year of birth, a number of a card.
alter table audit.act
    drop constraint act_what_check,
    drop constraint act_kind_check,
    drop constraint act_why_check,
    add constraint what_is_a_code check (
        what ~ '^[a-z]+(\.[a-z0-9]+(-[a-z0-9]+)*){1,4}$' and length(what) <= 80 and what !~ '[0-9]{4}'),
    add constraint kind_is_a_code check (
        kind ~ '^[a-z]+([.-][a-z0-9]+)*$' and length(kind) <= 40 and kind !~ '[0-9]{4}'),
    add constraint why_is_a_code check (
        why ~ '^[a-z]+([.-][a-z0-9]+)*$' and length(why) <= 80 and why !~ '[0-9]{4}'),
    add constraint role_is_a_code check (role ~ '^[a-z]+(-[a-z]+)*$' and length(role) <= 40),
    add constraint purpose_is_a_code check (purpose ~ '^[a-z]+(-[a-z]+)*$' and length(purpose) <= 40),
    add constraint reach_is_known check (reach in ('ORGANIZATION', 'NETWORK', 'SYSTEM')),
    add constraint origin_is_coarse check (
        origin ~ '^([a-z]+(-[a-z]+){0,2}|([0-9]{1,3}\.){1,3}x|([0-9a-f]{1,4}:){1,3}:x)$' and length(origin) <= 30);

-- One line in the chain of a day. hash = SHA-256 over day, number, family, act, content and the hash before.
create table audit.link (
    day     date  not null,
    number  int   not null check (number > 0),
    act     uuid  not null unique,
    family  text  not null,
    xact    xid8  not null,
    content bytea not null check (length(content) = 32),
    hash    bytea not null check (length(hash) = 32),
    primary key (day, number)
);

-- A day that is over: how many lines it had, the hash it began from and the one it ended with. Kept for ever.
create table audit.day (
    day       date        primary key,
    lines     int         not null check (lines > 0),
    before    bytea       not null check (length(before) = 32),
    closing   bytea       not null check (length(closing) = 32),
    closed_at timestamptz not null
);

-- What retention took away: the lines of one family of one day, or (part "chain") what was left of the day's chain.
create table audit.removal (
    id    uuid        primary key,
    day   date        not null references audit.day (day),
    part  text        not null,
    lines bigint      not null,
    at    timestamptz not null,
    xact  xid8        not null default pg_current_xact_id(),
    unique (day, part)
);

-- What each verification found; the first trouble by day and number.
create table audit.verification (
    id        uuid        primary key,
    at        timestamptz not null,
    first_day date,
    last_day  date,
    lines     bigint      not null,
    findings  int         not null,
    trouble   text,
    day       date,
    number    int
);

alter table audit.link         enable row level security;
alter table audit.day          enable row level security;
alter table audit.removal      enable row level security;
alter table audit.verification enable row level security;
alter table audit.link         force row level security;
alter table audit.day          force row level security;
alter table audit.removal      force row level security;
alter table audit.verification force row level security;

create function audit.may_read() returns boolean language sql stable parallel safe
    return coalesce(
        database.reach() = 'system' or database.reach() = 'network' and database.purpose() = 'audit', false);

create function audit.is_job(work text) returns boolean language sql stable parallel safe
    return coalesce(database.reach() = 'system' and database.purpose() = work, false);

drop policy written on audit.act;
create policy written on audit.act for insert
    with check (reach = upper((select database.reach()))
                and member is not distinct from (select database.member())
                and organization is not distinct from (select database.organization())
                and role = (select database.role())
                and purpose = (select database.purpose())
                and xact = pg_current_xact_id());
drop policy read on audit.act;
create policy read on audit.act for select using ((select audit.may_read()));
-- What became of the city's public book is no secret; pages show when and what, and no member.
create policy history on audit.act for select using (what like 'upkeep.%' or what like 'directory.%');
create policy removed on audit.act for delete using ((select audit.is_job('retention')));

create policy read    on audit.link for select using ((select audit.may_read()));
create policy sealed  on audit.link for insert with check ((select audit.is_job('sealing')));
create policy removed on audit.link for delete using ((select audit.is_job('retention')));

create policy read   on audit.day for select using ((select database.reach()) in ('network', 'system'));
create policy closed on audit.day for insert with check ((select audit.is_job('sealing')));

create policy read    on audit.removal for select using ((select database.reach()) in ('network', 'system'));
create policy removed on audit.removal for insert
    with check ((select audit.is_job('retention')) and xact = pg_current_xact_id());

create policy read  on audit.verification for select using ((select database.reach()) in ('network', 'system'));
create policy found on audit.verification for insert with check ((select audit.is_job('verification')));

-- A line leaves only in the transaction that says of its day and family that they leave.
create function audit.only_by_removal() returns trigger language plpgsql as $$
begin
    if tg_table_name = 'act' then
        if exists (
               select from audit.link l
               join audit.removal r on r.day = l.day and r.part = l.family
               where l.act = old.id and r.xact = pg_current_xact_id()) then
            return old;
        end if;
    elsif exists (
           select from audit.removal r
           where r.day = old.day and r.part = 'chain' and r.xact = pg_current_xact_id()) then
        return old;
    end if;
    raise exception 'the trail is only added to';
end
$$;

create trigger act_leaves_by_removal before delete on audit.act
    for each row execute function audit.only_by_removal();
create trigger link_leaves_by_removal before delete on audit.link
    for each row execute function audit.only_by_removal();
create trigger link_only_added_to before update or truncate on audit.link
    for each statement execute function audit.never();
create trigger day_only_added_to before update or delete or truncate on audit.day
    for each statement execute function audit.never();
create trigger removal_only_added_to before update or delete or truncate on audit.removal
    for each statement execute function audit.never();
create trigger verification_only_added_to before update or delete or truncate on audit.verification
    for each statement execute function audit.never();

-- Also where a session says that it only repeats what another database did.
alter table audit.act enable always trigger act_only_added_to;
alter table audit.act enable always trigger act_leaves_by_removal;
alter table audit.link enable always trigger link_leaves_by_removal;
alter table audit.link enable always trigger link_only_added_to;
alter table audit.day enable always trigger day_only_added_to;
alter table audit.removal enable always trigger removal_only_added_to;
alter table audit.verification enable always trigger verification_only_added_to;

-- The one way out: takes a family's lines of a closed day away, or at last the day's chain, and notes itself. Says how
-- many lines went.
create function audit.forget(of_day date, of_part text, removal uuid, note uuid, moment timestamptz) returns bigint
language plpgsql as $$
declare
    gone bigint;
begin
    if not exists (select from audit.day d where d.day = of_day) then
        raise exception 'only a closed day leaves';
    end if;
    if of_day > (moment at time zone 'Europe/Athens')::date - 365 then
        raise exception 'every line is kept for a year at least';
    end if;
    if of_part = 'chain' and exists (
           select from audit.link l join audit.act a on a.id = l.act where l.day = of_day) then
        raise exception 'a chain leaves after its lines';
    end if;
    select count(*) into gone
    from audit.link l
    where l.day = of_day and (of_part = 'chain' or l.family = of_part);
    insert into audit.act (id, at, role, reach, purpose, origin, what, kind, subject)
    values (note, moment, 'system', 'SYSTEM', 'retention', 'here', 'audit.trail.removed', 'removal', removal);
    insert into audit.removal (id, day, part, lines, at) values (removal, of_day, of_part, gone, moment);
    if of_part = 'chain' then
        delete from audit.link where day = of_day;
    else
        delete from audit.act a using audit.link l where l.act = a.id and l.day = of_day and l.family = of_part;
    end if;
    return gone;
end
$$;
