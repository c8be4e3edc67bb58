-- What a load of a million rows pays for every row, and needs not.

-- That its source is known was asked for every row by a foreign key. Once a statement is enough.
create function directory.source_is_known() returns trigger language plpgsql as $$
declare
    unknown text := (
        select c.record_source
        from (select distinct record_source from changed) c
        where not exists (select from directory.source s where s.id = c.record_source)
        limit 1);
begin
    if unknown is not null then
        raise foreign_key_violation using message = format('%s names the unknown source %L', tg_table_name, unknown);
    end if;
    return null;
end $$;

create function directory.source_is_not_needed() returns trigger language plpgsql as $$
declare
    child regclass;
    found boolean;
begin
    for child in
        select attrelid::regclass from pg_attribute a join pg_class c on c.oid = a.attrelid
        where c.relnamespace = 'directory'::regnamespace and c.relkind = 'r' and a.attname = 'record_source'
    loop
        execute format('select exists (select from %s where record_source = $1)', child) into found using old.id;
        if found then
            raise foreign_key_violation using message = format('%s still has records of the source %L', child, old.id);
        end if;
    end loop;
    return old;
end $$;
create trigger source_is_not_needed before delete on directory.source
    for each row execute function directory.source_is_not_needed();

do $$
declare
    key record;
    event text;
begin
    for key in
        select conname, conrelid::regclass as child from pg_constraint
        where contype = 'f' and confrelid = 'directory.source'::regclass
    loop
        execute format('alter table %s drop constraint %I', key.child, key.conname);
        foreach event in array array['insert', 'update'] loop
            execute format(
                'create trigger source_is_known_on_%s after %s on %s referencing new table as changed
                 for each statement execute function directory.source_is_known()', event, event, key.child);
        end loop;
    end loop;
end $$;

-- A phone hangs on one of five kinds of record: four of its five indexes held nothing but that it does not.
do $$
declare
    index record;
begin
    for index in
        select i.indexrelid::regclass as name, c.relname, i.indrelid::regclass as child, a.attname as column_name
        from pg_index i
        join pg_class c on c.oid = i.indexrelid
        join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
        join pg_constraint f on f.conrelid = i.indrelid and f.contype = 'f' and f.conkey = array[a.attnum]
        where c.relnamespace = 'directory'::regnamespace
          and i.indnatts = 1 and not i.indisunique and i.indpred is null and i.indexprs is null and not a.attnotnull
    loop
        execute format('drop index %s', index.name);
        execute format('create index %I on %s (%I) where %I is not null',
            index.relname, index.child, index.column_name, index.column_name);
    end loop;
end $$;
