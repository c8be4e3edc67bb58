-- What waits is read together with the pages, by the one process that reads them: others began later than it would have ended.
alter table ledger.delta set (parallel_workers = 0);
