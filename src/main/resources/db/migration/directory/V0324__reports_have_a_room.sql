-- What readers report is nobody's to read but those who keep the record: it moves from the public book to a room of its own.
create schema reports;
alter table directory.report set schema reports;
