-- Which telling of the story it is. The first gave figures to bodies that exist; a city that was told so is told anew.
alter table chronicle.story add column edition integer not null default 1;

-- Whether its requests for support were told.
alter table chronicle.story add column asked boolean not null default false;

-- Whether anything of the invented city was written here, if only its money, so that it is looked for when the city goes.
create table chronicle.presence (
    only_one boolean primary key default true,
    constraint presence_is_one_row check (only_one)
);
insert into chronicle.presence select from chronicle.story limit 1;
