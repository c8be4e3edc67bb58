-- Several things may happen to a letter within one millisecond: their order is a number of its own.
alter table messaging.step add column place bigint generated always as identity;
drop index messaging.step_of_letter;
create index step_of_letter on messaging.step (letter, place);
