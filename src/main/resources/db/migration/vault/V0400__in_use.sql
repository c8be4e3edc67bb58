-- Whether something was ever sealed here: then missing keys are a loss, and no new ones may be made in their place.

create schema vault;

create table vault.in_use (
    only_one boolean primary key check (only_one)
);

alter table vault.in_use enable row level security;
alter table vault.in_use force row level security;

create policy programs_own on vault.in_use
    using ((select database.reach()) = 'system' and (select database.purpose()) = 'vault');
