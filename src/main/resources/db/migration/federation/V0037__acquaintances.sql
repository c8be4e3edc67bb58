-- Which member another house means by which of its own numbers.

create schema federation;

create table federation.acquaintance (
    issuer  text        not null,
    subject text        not null check (length(subject) <= 255),
    member  uuid        not null, -- of room access
    since   timestamptz not null,
    primary key (issuer, subject),
    unique (member, issuer)
);

alter table federation.acquaintance enable row level security;
alter table federation.acquaintance force row level security;

create policy sign_in on federation.acquaintance
    using ((select database.reach()) = 'system' and (select database.purpose()) = 'federation');
