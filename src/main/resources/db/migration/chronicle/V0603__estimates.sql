-- The table of invented estimates that came with the story, to be taken back with it.
alter table chronicle.story add column estimates uuid;
