-- Whoever reads the address wants no such letters.
alter table rounds.asked add column withheld_at timestamptz;
