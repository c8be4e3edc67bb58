-- How records of one person differ from those of two, as an organisation's own records taught it. Names no value: what is
-- frequent is kept by the tokens of encodings.
create table people.learnt (
    organization uuid        primary key,
    finding      int         not null,                  -- the key of the encodings it was learnt from
    form         int         not null,                  -- and which fields they had
    people       int         not null check (people >= 0),
    weights      bytea       not null,
    learnt_at    timestamptz not null
);

alter table people.learnt enable row level security;
alter table people.learnt force row level security;
create policy own on people.learnt using ((select database.reach()) = 'system'
    or (select database.reach()) = 'organization' and organization = (select database.organization()));
