-- She asks all who may keep something of her to show it on her page, without knowing who they are.
create table mydata.asking (
    id           uuid        primary key,
    person       uuid        not null,                  -- the record by which she asks
    organization uuid        not null,
    number       bytea       not null,                  -- the hash of the number she tells whoever asks her back
    asked_at     timestamptz not null,
    due_on       date        not null
);
create index asking_of_person on mydata.asking (person);
create index asking_by_age on mydata.asking (asked_at);

alter table mydata.asking enable row level security;
alter table mydata.asking force row level security;
-- Who is asked never reads it: it would tell them who else knows her. Whose card it was may erase it.
create policy own on mydata.asking
    using ((select database.reach()) = 'system'
        or (select database.reach()) = 'organization' and organization = (select database.organization()));

alter table mydata.wish add column asking uuid references mydata.asking (id) on delete set null;
create index wish_of_asking on mydata.wish (asking) where asking is not null;
alter table mydata.wish drop constraint wish_kind_check;
alter table mydata.wish add constraint wish_kind_check
    check (kind in ('correct', 'restrict', 'erase', 'explain', 'show'));
