-- Acts that change several records together, such as a merger: done and taken back as one.
create table drafts.joint (
    id          uuid        primary key,
    what        text        not null check (what in ('merger', 'succession')),
    member      uuid,
    member_name text        not null,
    at          timestamptz not null,
    undone_at   timestamptz,
    undone_by   text
);
create index joint_by_day on drafts.joint (what, at desc, id desc);

-- Each value of it as the directory's gate told it, so that all of it can be brought back.
create table drafts.joint_change (
    joint       uuid    not null references drafts.joint (id) on delete cascade,
    position    integer not null,
    table_name  text    not null,
    row_id      uuid    not null,
    kind        text    not null check (kind in ('ADDED', 'CHANGED', 'REMOVED')),
    column_name text    not null,
    before      text,
    after       text,
    primary key (joint, position)
);

-- A record's own history tells its part of it; only the whole can be taken back.
alter table drafts.change_set add column joint uuid references drafts.joint (id);
create index change_set_by_joint on drafts.change_set (joint) where joint is not null;

alter table drafts.joint enable row level security;
alter table drafts.joint force row level security;
alter table drafts.joint_change enable row level security;
alter table drafts.joint_change force row level security;
create policy network on drafts.joint using ((select database.reach()) in ('network', 'system'));
create policy network on drafts.joint_change using ((select database.reach()) in ('network', 'system'));
