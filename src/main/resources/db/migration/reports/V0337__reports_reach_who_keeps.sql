-- A report reaches whoever keeps the record, also by a claim or as the parent of its organisation.
drop policy seen on reports.report;
drop policy worked_on on reports.report;
create policy seen on reports.report for select
    using ((select database.reach()) in ('network', 'system') or keeper in (select id from drafts.public_kept));
create policy worked_on on reports.report for update
    using ((select database.reach()) in ('network', 'system') or keeper in (select id from drafts.public_kept));
