-- Long files are written by a piece of work: it must know whether rows that stand already are wanted too.
alter table entries.batch add column again boolean not null default false;

-- What is wrong with a cell is said since now; of older files it is only known that it could not be read.
select set_config('osn.reach', 'system', true);
update entries.batch
set faults = (
    select coalesce(jsonb_agg(fault || jsonb_build_object(
               'wrong', case when fault ->> 'field' = 'DAY' then 'NO_DAY'
                             when fault ->> 'field' in ('PEOPLE', 'QUANTITY') then 'NO_NUMBER' else 'UNKNOWN' end)), '[]')
    from jsonb_array_elements(faults) fault)
where faults <> '[]';
