-- Members whose second step an administrator took away: they set up a new app by the link of a letter, and by nothing else.

create table signin.reset (
    member uuid        primary key,
    at     timestamptz not null
);

alter table signin.reset enable row level security;
alter table signin.reset force row level security;

create policy door on signin.reset
    using ((select database.reach()) = 'system' and (select database.purpose()) = 'sign-in');

alter table signin.link drop constraint link_purpose_check;
alter table signin.link add constraint link_purpose_check
    check (purpose in ('first-entry', 'forgotten', 'new-app'));
