-- The trail. Lines are added by whoever acts, changed by nobody; codes and ids only.

create schema audit;

create table audit.act (
    id           uuid        primary key,
    at           timestamptz not null,
    member       uuid,
    organization uuid,
    role         text        not null,
    reach        text        not null,
    purpose      text        not null,
    origin       text        not null,
    what         text        not null check (what ~ '^[a-z][a-z0-9.-]{2,80}$'),
    kind         text        not null check (kind ~ '^[a-z][a-z0-9.-]{1,40}$'),
    subject      uuid,
    whose        uuid,
    why          text        check (why ~ '^[a-z][a-z0-9.-]{1,80}$')
);

create index act_at on audit.act (at, id);
create index act_subject on audit.act (subject, at) where subject is not null;
create index act_member on audit.act (member, at) where member is not null;
create index act_whose on audit.act (whose, at) where whose is not null;

alter table audit.act enable row level security;
alter table audit.act force row level security;

-- Whoever acts writes lines of the own sight only; who reads is the auditor's purpose or the program itself.
create policy written on audit.act for insert
    with check (reach = upper((select database.reach()))
                and member is not distinct from (select database.member()));
create policy read on audit.act for select
    using ((select database.reach()) = 'system' or (select database.purpose()) = 'audit');

create function audit.never() returns trigger language plpgsql as $$
begin
    raise exception 'the trail is only added to';
end
$$;

create trigger act_only_added_to before update or truncate on audit.act
    for each statement execute function audit.never();
