-- Keys of members' own devices. Nothing here signs anybody in by itself: the secret halves never leave the devices.

create schema passkeys;

create table passkeys.passkey (
    id          uuid        primary key,
    credential  bytea       not null unique,
    member      uuid        not null, -- of room access; who is disabled or gone is refused when they come
    name        text        not null check (length(name) between 1 and 60),
    public_key  bytea       not null,
    counter     bigint      not null,
    verified    boolean     not null,
    copyable    boolean     not null,
    backed_up   boolean     not null,
    transports  text        not null,
    attestation bytea       not null,
    client_data bytea       not null,
    added_at    timestamptz not null,
    used_at     timestamptz
);

create index passkey_member on passkeys.passkey (member);

-- Challenges that were answered, until they would have died anyway: each is answered once.
create table passkeys.spent (
    challenge bytea       primary key,
    until     timestamptz not null
);

create index spent_until on passkeys.spent (until);

-- With what all nodes seal their challenges.
create table passkeys.seal (
    key bytea not null
);

insert into passkeys.seal (key)
values (sha256((gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text)::bytea));

alter table passkeys.passkey enable row level security;
alter table passkeys.passkey force row level security;
alter table passkeys.spent enable row level security;
alter table passkeys.spent force row level security;
alter table passkeys.seal enable row level security;
alter table passkeys.seal force row level security;

create policy own on passkeys.passkey
    using (member = (select database.member()));
create policy sign_in on passkeys.passkey
    using ((select database.reach()) = 'system' and (select database.purpose()) = 'passkey');
create policy spent on passkeys.spent
    using ((select database.reach()) is not null);
create policy seal on passkeys.seal for select
    using ((select database.reach()) = 'system' and (select database.purpose()) = 'passkey');
