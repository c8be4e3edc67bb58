-- Proposals of who gets what when it does not suffice, and what people decided in their light.
create schema proposals;

-- One proposal. sheet: the lines and envelopes as they stood; found: what the engine answered, once.
create table proposals.proposal (
    id      uuid        primary key,
    number  integer     not null generated always as identity unique,
    form    uuid        not null unique,                  -- the form it was begun with: sent twice, it makes one
    title   text        not null check (length(title) between 1 and 200),
    sheet   jsonb       not null,
    seed    bigint      not null,
    found   jsonb,
    made_by uuid,
    made_at timestamptz not null
);

-- One decision, with its reasons in words. It is added to, never changed.
create table proposals.decision (
    id          uuid        primary key,
    form        uuid        not null unique,
    proposal    uuid        not null references proposals.proposal,
    choice      text        not null check (choice in ('FOLLOWED', 'PARTLY', 'NOT_FOLLOWED')),
    words       text        not null check (length(words) between 1 and 4000),
    member      uuid,
    member_name text        not null,
    at          timestamptz not null
);
create index decision_of_proposal on proposals.decision (proposal, id desc);

create function proposals.stays() returns trigger language plpgsql as $$
begin
    if tg_table_name = 'proposal' and tg_op = 'UPDATE' then
        if old.found is null
            and (old.id, old.form, old.title, old.sheet, old.seed, old.made_at)
                is not distinct from (new.id, new.form, new.title, new.sheet, new.seed, new.made_at) then
            return new;
        end if;
    end if;
    raise exception 'what was proposed and decided is never changed' using errcode = 'restrict_violation';
end
$$;
create trigger stays before update or delete on proposals.proposal for each row execute function proposals.stays();
create trigger stays before update or delete on proposals.decision for each row execute function proposals.stays();

do $$
declare
    name text;
begin
    foreach name in array array['proposal', 'decision'] loop
        execute format('alter table proposals.%I enable row level security', name);
        execute format('alter table proposals.%I force row level security', name);
        execute format('create policy of_the_network on proposals.%I using ((select database.reach()) in (''network'', ''system''))',
            name);
    end loop;
end
$$;
