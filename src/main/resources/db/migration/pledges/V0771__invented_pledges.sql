-- What is promised with the eyes of a demo city is invented, and goes with it.
alter table pledges.pledge alter column invented set default coalesce(database.purpose() = 'demo', false);
alter table pledges.stock alter column invented set default coalesce(database.purpose() = 'demo', false);
