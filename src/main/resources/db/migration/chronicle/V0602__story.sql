-- Which story of the demo city the ledger holds, if any, and how far it was told. There is never more than one row.
create schema chronicle;

create table chronicle.story (
    only_one boolean primary key default true,
    batch    uuid    not null,                            -- what all its entries carry in the ledger
    began    date    not null,                            -- its first day
    anchor   date    not null,                            -- from this day the planted facts are counted back
    told     date    not null,                            -- the last day that was told
    constraint story_is_one_row check (only_one)
);
