-- What is compared of people: encodings under a key that is not in the database.

create table people.encoding (
    person       uuid  primary key references people.person (id) on delete cascade,
    organization uuid  not null,
    finding      int   not null,                        -- the key it was made with
    encoded      bytea not null
);
create index encoding_of_organization on people.encoding (organization, finding);

alter table people.encoding enable row level security;
alter table people.encoding force row level security;
create policy own on people.encoding using ((select database.reach()) = 'system'
    or (select database.reach()) = 'organization' and organization = (select database.organization()));

-- How probable it is that two are one person, and what each field says: "family-name SAME_SOUND 7.5".
alter table people.pair add column probability real not null default 0 check (probability between 0 and 1);
alter table people.pair add column evidence text[] not null default '{}';

-- What stands for whom follows from the pairs that are joined; how it was before needs no remembering.
alter table people.pair drop column was;
alter table people.pair drop column moved;

create function people.is_one(one uuid, other uuid) returns boolean language sql stable as
    $$select count(distinct self) = 1 from people.person where id in (one, other)$$;

-- A token is looked for within organisations; what is found is answered from the index alone.
alter table people.token drop constraint token_pkey;
alter table people.token add primary key (token, organization, fact) include (person);
