-- What belongs to one member alone: how the desk should behave, and which records were open lately.

create schema desk;

create table desk.preference (
    member     uuid        primary key,
    keys       boolean     not null,
    changed_at timestamptz not null
);

-- Which record, never its name: the room that keeps it says the name, to whoever may still see it.
create table desk.opened (
    member uuid        not null,
    kind   text        not null check (kind ~ '^[a-z][a-z0-9.-]{1,40}$'),
    record uuid        not null,
    at     timestamptz not null,
    primary key (member, kind, record)
);

create index opened_at on desk.opened (member, at desc);

alter table desk.preference enable row level security;
alter table desk.preference force row level security;
alter table desk.opened enable row level security;
alter table desk.opened force row level security;

create policy own on desk.preference using (member = (select database.member()));
create policy own on desk.opened using (member = (select database.member()));
