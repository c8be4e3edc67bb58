-- That one body became part of another may be known without its day: then the day is empty, never guessed.
alter table directory.organization_succession alter column happened_on drop not null;
