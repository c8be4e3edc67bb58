-- That a row names a record there is was asked for every row and every such column: two fifths of what a load of a
-- million rows cost. The constraints stay as what is true of the tables, and are no longer enforced row by row: once
-- a statement, all its rows are joined to the records they name. Records that others hang on are never deleted by the
-- program (they become inactive); where somebody does it by hand, what hung on them goes or holds them, as before.
-- Phones, contacts, funding and units do go, one by one: what names them is still checked row by row.

-- Arguments: which column names which kind of record, in pairs.
create function directory.names_are_known() returns trigger language plpgsql as $$
declare
    missing uuid;
begin
    for i in 0 .. tg_nargs / 2 - 1 loop
        execute format(
            'select c.%1$I from changed c left join directory.%2$I p on p.id = c.%1$I
             where c.%1$I is not null and p.id is null limit 1', tg_argv[2 * i], tg_argv[2 * i + 1]) into missing;
        if missing is not null then
            raise foreign_key_violation
                using message = format('%s.%s names the unknown %s %s',
                    tg_table_name, tg_argv[2 * i], tg_argv[2 * i + 1], missing);
        end if;
    end loop;
    return null;
end $$;

-- What hung on deleted records goes with them, or holds them, as its constraint says.
create function directory.nothing_is_left_hanging() returns trigger language plpgsql as $$
declare
    key  record;
    held boolean;
begin
    for key in
        select c.conrelid::regclass as child, a.attname as name, c.confdeltype as deleted
        from pg_constraint c
        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
        where c.contype = 'f' and c.confrelid = tg_relid and not c.conenforced
    loop
        if key.deleted = 'c' then
            execute format('delete from %s d using gone where d.%I = gone.id', key.child, key.name);
        else
            execute format('select exists (select from %s d join gone on gone.id = d.%I)', key.child, key.name) into held;
            if held then
                raise foreign_key_violation
                    using message = format('%s.%s still names a deleted %s', key.child, key.name, tg_table_name);
            end if;
        end if;
    end loop;
    return null;
end $$;

do $$
declare
    root    text;
    hanging record;
    event   text;
begin
    foreach root in array array[
        'organization', 'program', 'service', 'location', 'service_at_location', 'taxonomy', 'taxonomy_term'] loop
        execute format(
            'create trigger nothing_is_left_hanging after delete on directory.%I
             referencing old table as gone for each statement execute function directory.nothing_is_left_hanging()', root);
    end loop;
    for hanging in
        select c.conrelid::regclass as child,
               array_agg(c.conname) as constraints,
               string_agg(format('%L, %L', a.attname, p.relname), ', ') as pairs
        from pg_constraint c
        join pg_class p on p.oid = c.confrelid
        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
        where c.contype = 'f'
          and c.connamespace = 'directory'::regnamespace
          and c.conrelid <> c.confrelid
          and c.confdeltype in ('a', 'c')
          and p.relname in (
              'organization', 'program', 'service', 'location', 'service_at_location', 'taxonomy', 'taxonomy_term')
        group by c.conrelid
    loop
        for i in 1 .. cardinality(hanging.constraints) loop
            execute format('alter table %s alter constraint %I not enforced', hanging.child, hanging.constraints[i]);
        end loop;
        foreach event in array array['insert', 'update'] loop
            execute format(
                'create trigger names_are_known_on_%1$s after %1$s on %2$s referencing new table as changed
                 for each statement execute function directory.names_are_known(%3$s)',
                event, hanging.child, hanging.pairs);
        end loop;
    end loop;
end $$;
