-- Sharing that rests on the law and not on a consent: what it rests on, who decided it, of which data, until when.
create table consents.basis (
    id           uuid        primary key,
    person       uuid        not null,
    organization uuid        not null,
    recipient    uuid        not null check (recipient <> organization),
    ground       text        not null check (ground in ('legal-duty', 'vital-interest', 'public-task', 'child-protection', 'court-order')),
    identity     boolean     not null,
    care         boolean     not null,
    sealed       bytea       not null,                  -- the article, who decided and why: texts may hold names
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    ends_on      date        not null,
    ended_at     timestamptz,
    constraint something_is_shared check (identity or care)
);
create index basis_of_person on consents.basis (person, recorded_at desc);
create index basis_of_organization on consents.basis (organization, ends_on) where ended_at is null;
create index basis_to_reseal on consents.basis (substring(sealed from 1 for 5));

alter table consents.basis enable row level security;
alter table consents.basis force row level security;
create policy own on consents.basis
    using ((select database.reach()) = 'system'
        or (select database.reach()) = 'organization' and organization = (select database.organization()));
