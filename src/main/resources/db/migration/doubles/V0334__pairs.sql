-- Records that look like the same thing twice, in pairs; each is decided by a person.
create schema doubles;

create table doubles.pair (
    id         uuid        primary key,
    kind       text        not null check (kind in ('organization', 'service', 'location')),
    -- the smaller id is on the left, so that a pair is one pair
    left_id    uuid        not null,
    right_id   uuid        not null,
    points     integer     not null,
    -- why they were taken for the same, in codes
    evidence   text        not null,
    state      text        not null default 'OPEN' check (state in ('OPEN', 'DIFFERENT', 'MERGED')),
    found_at   timestamptz not null,
    -- the search that found it last
    search     uuid        not null,
    decided_at timestamptz,
    decided_by text,
    kept_id    uuid,
    joint      uuid,
    unique (left_id, right_id),
    constraint pair_in_order check (left_id < right_id),
    constraint pair_decided_whole check ((state = 'OPEN') = (decided_at is null)),
    constraint pair_merged_whole check ((state = 'MERGED') = (joint is not null))
);
create index pair_open on doubles.pair (points desc, id) where state = 'OPEN';
create index pair_decided on doubles.pair (decided_at desc, id) where state <> 'OPEN';
create index pair_by_right on doubles.pair (right_id);

alter table doubles.pair enable row level security;
alter table doubles.pair force row level security;
create policy network on doubles.pair using ((select database.reach()) in ('network', 'system'));
