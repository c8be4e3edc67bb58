-- Change stamps. changed_in and changed_at of an organisation, a service, a place and a service at a place move
-- whenever anything that shows on it changes: its own columns, what hangs on it, the words it is tied to, the name of
-- its organisation or programme. Who keeps a copy (the search index, a harvester) reads what moved since the snapshot
-- it saw last: where changed_in >= pg_snapshot_xmin(that snapshot). A row is never missed, some are read twice.
--
-- Triggers do it, once per statement, so that no writer can forget. A row is stamped once per transaction, which also
-- ends the rounds between a service and its places. A change passes on
--   organisation -> its services and places      programme, unit, term -> services (and whatever else is tied to them)
--   service -> its places of service             place -> services at it             service at a place -> its service

-- Stamps the records of a kind, or those on which records of that kind show.
create function directory.stamp(kind text, ids uuid[]) returns void language plpgsql as $$
begin
    if ids is null then
        return;
    end if;
    case kind
        when 'organization', 'service', 'location', 'service_at_location' then
            execute format(
                'update directory.%I set changed_in = pg_current_xact_id(), changed_at = now()
                 where id = any ($1) and changed_in <> pg_current_xact_id()', kind)
            using ids;
        when 'program' then
            perform directory.stamp('service', array(select id from directory.service where program_id = any (ids)));
        when 'unit' then
            perform directory.stamp('service', array(
                select service_id from directory.service_capacity where unit_id = any (ids)));
        when 'contact' then
            perform directory.stamp('organization', array_agg(organization_id)),
                    directory.stamp('service', array_agg(service_id)),
                    directory.stamp('location', array_agg(location_id)),
                    directory.stamp('service_at_location', array_agg(service_at_location_id))
            from directory.contact where id = any (ids);
        when 'phone' then
            perform directory.stamp('organization', array_agg(organization_id)),
                    directory.stamp('service', array_agg(service_id)),
                    directory.stamp('location', array_agg(location_id)),
                    directory.stamp('service_at_location', array_agg(service_at_location_id)),
                    directory.stamp('contact', array_agg(contact_id))
            from directory.phone where id = any (ids);
        when 'taxonomy_term' then
            perform directory.stamp(link_entity, array_agg(link_id))
            from directory.attribute
            where taxonomy_term_id = any (ids)
            group by link_entity;
    end case;
end $$;

-- After a statement on rows that hang on others. Arguments: which column names which kind of record, in pairs.
create function directory.stamp_owners() returns trigger language plpgsql as $$
declare
    ids uuid[];
begin
    for i in 0 .. tg_nargs / 2 - 1 loop
        execute format('select array_agg(distinct %1$I) from changed where %1$I is not null', tg_argv[2 * i]) into ids;
        perform directory.stamp(tg_argv[2 * i + 1], ids);
    end loop;
    return null;
end $$;

-- After a statement on ties to words: link_entity names the kind of record.
create function directory.stamp_linked() returns trigger language plpgsql as $$
begin
    perform directory.stamp(link_entity, array_agg(distinct link_id)) from changed group by link_entity;
    return null;
end $$;

-- After a statement that changed records themselves: they are stamped, and so is what they show on.
create function directory.stamp_changed() returns trigger language plpgsql as $$
declare
    ids uuid[] := (select array_agg(id) from changed);
begin
    if ids is null then
        return null;
    end if;
    perform directory.stamp(tg_table_name::text, ids);
    case tg_table_name
        when 'organization' then
            perform directory.stamp('service', array(select id from directory.service where organization_id = any (ids)));
            perform directory.stamp('location', array(select id from directory.location where organization_id = any (ids)));
        when 'service' then
            perform directory.stamp('service_at_location', array(
                select id from directory.service_at_location where service_id = any (ids)));
        when 'location' then
            perform directory.stamp('service_at_location', array(
                select id from directory.service_at_location where location_id = any (ids)));
        when 'service_at_location' then
            perform directory.stamp('service', (select array_agg(distinct service_id) from changed));
        else
            null;
    end case;
    return null;
end $$;

do $$
declare
    hanging record;
    event   record;
begin
    for event in
        select * from (values ('insert', 'new'), ('update', 'new'), ('update', 'old'), ('delete', 'old')) e (name, rows)
    loop
        -- every table with columns that name a record it shows on
        for hanging in
            select c.conrelid::regclass as child,
                   c.conrelid::regclass::text as name,
                   string_agg(format('%L, %L', a.attname, p.relname), ', ') as pairs
            from pg_constraint c
            join pg_class p on p.oid = c.confrelid
            join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
            where c.contype = 'f'
              and c.connamespace = 'directory'::regnamespace
              and p.relname in ('organization', 'service', 'location', 'service_at_location', 'contact', 'phone')
              and c.conrelid::regclass::text not in (
                  'directory.organization', 'directory.service', 'directory.location', 'directory.program',
                  'directory.service_at_location', 'directory.attribute', 'directory.metadata')
            group by c.conrelid
        loop
            execute format(
                'create trigger stamp_owners_on_%s_%s after %s on %s
                 referencing %s table as changed for each statement execute function directory.stamp_owners(%s)',
                event.name, event.rows, event.name, hanging.child, event.rows, hanging.pairs);
        end loop;
        execute format(
            'create trigger stamp_linked_on_%s_%s after %s on directory.attribute
             referencing %s table as changed for each statement execute function directory.stamp_linked()',
            event.name, event.rows, event.name, event.rows);
    end loop;
end $$;

-- A service at a place that comes or goes changes its service; the others have nothing on them before they exist.
create trigger stamp_on_insert after insert on directory.service_at_location
    referencing new table as changed for each statement execute function directory.stamp_owners('service_id', 'service');
create trigger stamp_on_delete after delete on directory.service_at_location
    referencing old table as changed for each statement execute function directory.stamp_owners('service_id', 'service');
create trigger stamp_on_update after update on directory.service_at_location
    referencing new table as changed for each statement execute function directory.stamp_changed();
create trigger stamp_on_update after update on directory.organization
    referencing new table as changed for each statement execute function directory.stamp_changed();
create trigger stamp_on_update after update on directory.service
    referencing new table as changed for each statement execute function directory.stamp_changed();
create trigger stamp_on_update after update on directory.location
    referencing new table as changed for each statement execute function directory.stamp_changed();
create trigger stamp_on_update after update on directory.program
    referencing new table as changed for each statement execute function directory.stamp_owners('id', 'program');
create trigger stamp_on_update after update on directory.unit
    referencing new table as changed for each statement execute function directory.stamp_owners('id', 'unit');
create trigger stamp_on_update after update on directory.taxonomy_term
    referencing new table as changed for each statement execute function directory.stamp_owners('id', 'taxonomy_term');
