-- What readers say is wrong with a record, and what became of it.
-- keeper: the organisation whose record it is. provider: how it was found out whether the reader is the provider.
alter table reports.report
    add column keeper        uuid,
    add column state         text    not null default 'new',
    add column says_provider boolean not null default false,
    add column provider      text,
    add column provider_at   timestamptz,
    add column invented      boolean not null default false,
    add column answer        text,
    add column changed_at    timestamptz;

update reports.report r set keeper = r.organization_id where r.organization_id is not null;
update reports.report r set keeper = s.organization_id from directory.public_service s where s.id = r.service_id;
update reports.report r set keeper = l.organization_id from directory.public_location l where l.id = r.location_id;
update reports.report r set state = 'closed', changed_at = r.handled_at where r.handled_at is not null;

alter table reports.report
    drop column handled_at,
    add constraint report_state_known check (state in ('new', 'looking', 'answered', 'closed')),
    add constraint report_provider_known check (provider in ('asked', 'yes', 'no', 'by-hand')),
    add constraint report_answer_is_not_endless check (length(answer) <= 1500);
create index report_by_keeper on reports.report (keeper, state, reported_at desc);
create index report_by_state on reports.report (state, reported_at desc);

-- Where the answer goes, if the reader said so. Shown to nobody.
create table reports.reader (
    report uuid primary key references reports.report (id) on delete cascade,
    email  text not null check (length(email) <= 254)
);

-- A link to the e-mail of the record, by which its organisation says whether the reader is one of its own.
create table reports.proof (
    hash       bytea       primary key,
    report     uuid        not null references reports.report (id) on delete cascade,
    expires_at timestamptz not null,
    used_at    timestamptz
);
create index proof_by_report on reports.proof (report);
create index proof_by_expiry on reports.proof (expires_at);

alter table reports.report enable row level security;
alter table reports.report force row level security;
alter table reports.reader enable row level security;
alter table reports.reader force row level security;
alter table reports.proof enable row level security;
alter table reports.proof force row level security;

-- Everybody may report; the coordination team sees all, an organisation what is reported of its own records.
create policy told_by_anyone on reports.report for insert with check (state = 'new');
create policy seen on reports.report for select
    using (keeper = (select database.organization()) or (select database.reach()) in ('network', 'system'));
create policy worked_on on reports.report for update
    using (keeper = (select database.organization()) or (select database.reach()) in ('network', 'system'));
create policy forgotten on reports.report for delete using ((select database.reach()) = 'system');

create policy left_by_anyone on reports.reader for insert with check (true);
create policy seen_with_the_report on reports.reader for select
    using (exists (select from reports.report r where r.id = reader.report));
create policy forgotten on reports.reader for delete using ((select database.reach()) = 'system');

create policy of_those_who_ask on reports.proof
    using ((select database.reach()) in ('network', 'system'));
