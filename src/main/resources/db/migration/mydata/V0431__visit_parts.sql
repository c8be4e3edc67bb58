-- What else one visit opens: the records other organisations keep of the same person, by the cards she holds of them.
create table mydata.part (
    hash         bytea not null references mydata.key (hash) on delete cascade,
    person       uuid  not null,
    organization uuid  not null,
    primary key (hash, person)
);
create index part_of_person on mydata.part (person);

alter table mydata.part enable row level security;
alter table mydata.part force row level security;
create policy programs_own on mydata.part using ((select database.reach()) = 'system');
