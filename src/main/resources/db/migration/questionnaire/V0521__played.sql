-- What is played in the invented city is marked, so that it can be taken away again.
alter table questionnaire.form add column invented boolean not null default false;
alter table questionnaire.edition add column invented boolean not null default false;
