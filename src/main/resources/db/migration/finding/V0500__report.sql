-- What a reader said is wrong with a service, kept for those who look after the records.
create schema finding;

create table finding.report (
    id         uuid        primary key,
    service_id uuid        not null,
    message    text        not null,
    contact    text        not null default '',
    said_at    timestamptz not null default now(),
    constraint report_is_not_empty check (message <> ''),
    constraint report_is_no_book check (length(message) <= 4000 and length(contact) <= 4000)
);
create index report_by_service on finding.report (service_id, said_at);
