-- The two ways past the rule "own organisation, own records": in danger, for minutes, reviewed; and for an authority, by
-- two people's decision, in words and never as an export.

create schema safeguards;

-- One opening of the glass.
create table safeguards.glass (
    id           uuid        primary key,
    member       uuid        not null,
    acting_for   uuid        not null,                -- the member's own organisation
    organization uuid        not null,                -- whose records are opened
    reason       text        not null check (reason in ('danger-to-life', 'child-at-risk', 'missing-person', 'urgent-care')),
    words        text        not null check (length(words) between 20 and 1000),
    opened_at    timestamptz not null,
    expires_at   timestamptz not null,
    ended_at     timestamptz,
    verdict      text        check (verdict in ('justified', 'not-justified')),
    verdict_words text       check (length(verdict_words) <= 1000),
    reviewed_by  uuid,
    reviewed_at  timestamptz,
    constraint glass_is_short check (expires_at > opened_at and expires_at <= opened_at + interval '60 minutes'),
    constraint glass_of_others check (organization <> acting_for),
    constraint nobody_reviews_the_own check (reviewed_by <> member),
    constraint review_is_whole check ((verdict is null) = (reviewed_at is null) and (verdict is null) = (reviewed_by is null))
);
create index glass_of_member on safeguards.glass (member, expires_at);
create index glass_of_organization on safeguards.glass (organization, opened_at);
create index glass_by_acting_for on safeguards.glass (acting_for, opened_at);
create index glass_to_review on safeguards.glass (opened_at, id) where reviewed_at is null;

alter table safeguards.glass enable row level security;
alter table safeguards.glass force row level security;

-- Who opened it, both organisations, and who reviews for the network.
create policy seen on safeguards.glass for select
    using (member = (select database.member())
        or organization = (select database.organization())
        or (select database.reach()) in ('network', 'system'));
create policy opened on safeguards.glass for insert
    with check (member = (select database.member())
        and acting_for = (select database.organization())
        and reviewed_at is null);
create policy ended on safeguards.glass for update
    using (member = (select database.member()))
    with check (reviewed_at is null);
create policy reviewed on safeguards.glass for update
    using ((select database.reach()) = 'network' and (select database.role()) = 'auditor')
    with check (reviewed_by = (select database.member()));

-- What an authority asks for. Free text about the request, not about a person: the form says so.
create table safeguards.legal_request (
    id            uuid        primary key,
    organization  uuid,                                -- who was asked; none where the network itself was
    authority     text        not null check (length(authority) between 2 and 200),
    kind          text        not null check (kind in ('police', 'prosecutor', 'court', 'migration', 'other')),
    reference     text        not null check (length(reference) <= 100),
    asks          text        not null check (length(asks) between 20 and 4000),
    legal_basis   text        not null check (length(legal_basis) <= 500),
    received_on   date        not null,
    due_on        date,
    recorded_by   uuid        not null,
    recorded_at   timestamptz not null,
    state         text        not null check (state in ('open', 'granted', 'refused', 'answered', 'withdrawn')),
    answer        text        check (length(answer) between 20 and 4000),
    answered_by   uuid,
    answered_at   timestamptz,
    constraint answer_is_whole check ((state = 'answered') = (answered_at is not null and answered_by is not null and answer is not null)),
    constraint due_after_received check (due_on >= received_on)
);
create index legal_request_of_organization on safeguards.legal_request (organization, recorded_at desc, id);
create index legal_request_listed on safeguards.legal_request (recorded_at desc, id);

create table safeguards.legal_decision (
    id         uuid        primary key,
    request    uuid        not null references safeguards.legal_request (id),
    member     uuid        not null,
    role       text        not null,
    verdict    text        not null check (verdict in ('grant', 'refuse')),
    grounds    text        not null check (length(grounds) between 20 and 2000),
    decided_at timestamptz not null,
    constraint one_decision_each unique (request, member)
);

alter table safeguards.legal_request enable row level security;
alter table safeguards.legal_request force row level security;
alter table safeguards.legal_decision enable row level security;
alter table safeguards.legal_decision force row level security;

create policy seen on safeguards.legal_request for select
    using (organization = (select database.organization()) or (select database.reach()) in ('network', 'system'));
create policy recorded on safeguards.legal_request for insert
    with check (state = 'open' and recorded_by = (select database.member())
        and (organization is not distinct from (select database.organization())));
create policy moved on safeguards.legal_request for update
    using (organization = (select database.organization()) or (select database.reach()) = 'network');

create policy seen on safeguards.legal_decision for select
    using (exists (select from safeguards.legal_request r where r.id = request));
create policy taken on safeguards.legal_decision for insert
    with check (member = (select database.member())
        and exists (select from safeguards.legal_request r where r.id = request));

-- Granted is only what two people granted, one of them the data protection officer: the wall holds also where the program errs.
create function safeguards.two_people_granted() returns trigger language plpgsql as $$
begin
    if new.state in ('granted', 'answered') and not exists (
            select from safeguards.legal_decision d
            where d.request = new.id and d.verdict = 'grant'
            having count(distinct d.member) >= 2 and bool_or(d.role = 'auditor')) then
        raise exception 'a legal request is granted by two people, one of them the data protection officer';
    end if;
    return new;
end
$$;
create trigger two_people_granted before insert or update on safeguards.legal_request
    for each row execute function safeguards.two_people_granted();
