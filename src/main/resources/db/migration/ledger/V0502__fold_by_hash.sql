-- How many deltas wait cannot be guessed by the planner: it compared each with every cell. Thousands of them are joined by
-- hash or by order as well as one.
alter function ledger.fold() set enable_nestloop = off;
