-- What people agreed to. A row is never changed but for its withdrawal, and kept as proof for as long as the person is.

create schema consents;

create table consents.consent (
    id            uuid        primary key,
    person        uuid        not null,
    organization  uuid        not null,
    purpose       text        not null check (purpose in ('share', 'contact', 'research')),
    recipient     uuid,                                 -- to whom; none where nobody else is meant
    identity      boolean     not null,
    care          boolean     not null,
    wording       text        not null check (wording ~ '^[a-z]+-[0-9]{4}-[0-9]+$'),  -- the text as it was shown
    way           text        not null check (way in ('signed', 'spoken', 'online')),
    given_at      timestamptz not null,
    ends_on       date        not null,
    recorded_by   uuid,                                 -- the witness; none where she did it herself online
    withdrawn_at  timestamptz,
    withdrawn_way text        check (withdrawn_way in ('signed', 'spoken', 'online')),
    constraint withdrawal_is_whole check ((withdrawn_at is null) = (withdrawn_way is null)),
    constraint sharing_has_a_recipient check ((purpose = 'share') = (recipient is not null)),
    constraint sharing_says_what check (purpose <> 'share' or identity or care)
);
create index consent_of_person on consents.consent (person, given_at);
create index consent_ending on consents.consent (organization, ends_on) where withdrawn_at is null;

alter table consents.consent enable row level security;
alter table consents.consent force row level security;

create policy own on consents.consent
    using ((select database.reach()) = 'system'
        or (select database.reach()) = 'organization' and organization = (select database.organization()));

-- A consent is proof: only its withdrawal is ever written into it.
create function consents.only_withdrawn() returns trigger language plpgsql as $$
begin
    if (old.id, old.person, old.organization, old.purpose, old.identity, old.care, old.wording, old.way, old.given_at, old.ends_on)
            is distinct from
       (new.id, new.person, new.organization, new.purpose, new.identity, new.care, new.wording, new.way, new.given_at, new.ends_on)
       or old.recipient is distinct from new.recipient
       or old.withdrawn_at is not null then
        raise exception 'a consent is only ever withdrawn, once';
    end if;
    return new;
end
$$;
create trigger only_withdrawn before update on consents.consent
    for each row execute function consents.only_withdrawn();
