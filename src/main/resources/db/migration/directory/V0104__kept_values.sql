-- What was amended here in a record that another source brings: it stands when the source says otherwise. One row for
-- each amended column, with what the source says of it; column_name '' where the whole record was removed here, with
-- the source it came from.
create table directory.kept_value (
    table_name   text        not null,
    record_id    uuid        not null,
    column_name  text        not null,
    source_value text,
    kept_at      timestamptz not null default now(),
    primary key (table_name, record_id, column_name)
);
