-- What was corrected is looked for by when, each night, and is little of all that is known.
create index fact_ended on people.fact (ended_at) where ended_at is not null;
