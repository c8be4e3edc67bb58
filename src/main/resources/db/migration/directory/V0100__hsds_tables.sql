-- The directory: who helps, with what, where, when and for whom. Tables and columns carry the names of
-- HSDS 3.1 (Open Referral); columns after the line "ours" go beyond it. Rules every table follows:
--   id            the record's own id, kept as it came where it is a UUID
--   record_source where the record came from; a load from one source never touches another's records
--   translations  the same texts in other languages: {"en": {"name": "…", "description": "…"}}
-- Rows that hang on another row (phones, schedules, …) go when it goes; the six root records never go:
-- they become inactive and keep gone_at.
create schema directory;

-- One place that records come from: this city's own upkeep, the demo city, another directory's file.
create table directory.source (
    id          text        primary key,
    name        text        not null,
    loaded_at   timestamptz,
    -- what was loaded last, so that the same is not loaded again
    version     text,
    constraint source_id_is_a_short_name check (id ~ '^[a-z0-9][a-z0-9-]{0,62}$')
);
insert into directory.source (id, name) values ('own', 'Open Social Net');

-- One vocabulary: kinds of service, target groups, another directory's keywords.
create table directory.taxonomy (
    id           uuid  primary key,
    name         text  not null,
    description  text  not null default '',
    uri          text,
    version      text,
    -- ours
    code         text  unique deferrable initially deferred,
    record_source       text  not null references directory.source (id),
    translations jsonb not null default '{}',
    gone_at      timestamptz
);
create index taxonomy_by_source on directory.taxonomy (record_source);

-- One word of a vocabulary, perhaps below a wider one.
create table directory.taxonomy_term (
    id           uuid  primary key,
    code         text,
    name         text  not null,
    description  text  not null default '',
    parent_id    uuid  references directory.taxonomy_term (id) deferrable initially deferred,
    taxonomy     text,
    language     text,
    taxonomy_id  uuid  references directory.taxonomy (id),
    term_uri     text,
    -- ours: other words people use for it, by language: {"el": ["συσσίτιο"], "en": ["soup kitchen"]}
    synonyms     jsonb not null default '{}',
    -- ours: the same term elsewhere: {"open-eligibility": "…", "esd": "http://id.esd.org.uk/…"}
    matches      jsonb not null default '{}',
    record_source       text  not null references directory.source (id),
    translations jsonb not null default '{}',
    gone_at      timestamptz
);
create index taxonomy_term_by_parent on directory.taxonomy_term (parent_id);
create index taxonomy_term_by_taxonomy on directory.taxonomy_term (taxonomy_id);
create index taxonomy_term_by_source on directory.taxonomy_term (record_source);
-- deferred, so that two terms may swap their codes in one load
alter table directory.taxonomy_term add constraint taxonomy_term_code unique (taxonomy_id, code) deferrable initially deferred;

-- One organisation, or a unit of one.
create table directory.organization (
    id                     uuid  primary key,
    name                   text  not null,
    alternate_name         text,
    description            text  not null default '',
    email                  text,
    website                text,
    tax_status             text,
    tax_id                 text,
    year_incorporated      integer,
    legal_status           text,
    logo                   text,
    uri                    text,
    parent_organization_id uuid  references directory.organization (id) deferrable initially deferred,
    -- ours
    kind                   text  not null default 'other',
    visibility             text  not null default 'public',
    record_source                 text  not null references directory.source (id),
    translations           jsonb not null default '{}',
    gone_at                timestamptz,
    changed_in             xid8  not null default pg_current_xact_id(),
    changed_at             timestamptz not null default now(),
    constraint organization_kind_known check (kind in ('municipal', 'state', 'civil-society', 'other')),
    constraint organization_visibility_known check (visibility in ('public', 'professionals'))
);
create index organization_by_parent on directory.organization (parent_organization_id);
create index organization_by_source on directory.organization (record_source);
create index organization_by_change on directory.organization (changed_in);

-- What became of an organisation: it was renamed, merged into another, or moved under another parent.
create table directory.organization_succession (
    id             uuid primary key,
    predecessor_id uuid not null references directory.organization (id),
    successor_id   uuid not null references directory.organization (id),
    event          text not null,
    happened_on    date not null,
    former_name    text,
    note           text,
    record_source         text not null references directory.source (id),
    constraint succession_event_known check (event in ('merged-into', 'renamed', 'moved-under')),
    constraint renaming_keeps_the_name check (event <> 'renamed' or (former_name is not null and predecessor_id = successor_id))
);
create index succession_by_predecessor on directory.organization_succession (predecessor_id);
create index succession_by_successor on directory.organization_succession (successor_id);
create index succession_by_source on directory.organization_succession (record_source);

create table directory.organization_identifier (
    id                uuid primary key,
    organization_id   uuid not null references directory.organization (id) on delete cascade,
    identifier_scheme text,
    identifier_type   text not null,
    identifier        text not null,
    record_source            text not null references directory.source (id)
);
create index organization_identifier_by_organization on directory.organization_identifier (organization_id);

-- A programme groups services under one aim and one name.
create table directory.program (
    id              uuid  primary key,
    organization_id uuid  not null references directory.organization (id),
    name            text  not null,
    alternate_name  text,
    description     text  not null default '',
    -- ours
    record_source          text  not null references directory.source (id),
    translations    jsonb not null default '{}',
    gone_at         timestamptz
);
create index program_by_organization on directory.program (organization_id);
create index program_by_source on directory.program (record_source);

-- One service, in the sense of HSDS: one kind of help by one organisation.
create table directory.service (
    id                      uuid  primary key,
    organization_id         uuid  not null references directory.organization (id),
    program_id              uuid  references directory.program (id),
    name                    text  not null,
    alternate_name          text,
    description             text,
    url                     text,
    email                   text,
    status                  text  not null default 'active',
    interpretation_services text,
    application_process     text,
    fees_description        text,
    wait_time               text,
    fees                    text,
    accreditations          text,
    eligibility_description text,
    minimum_age             numeric,
    maximum_age             numeric,
    assured_date            date,
    assurer_email           text,
    licenses                text,
    alert                   text,
    last_modified           timestamptz,
    -- ours
    service_kind            text    not null default 'service',
    visibility              text    not null default 'public',
    sensitive               boolean not null default false,
    referral_needed         boolean,
    papers_needed           boolean,
    free_of_charge          boolean,
    next_check              date,
    record_source                  text  not null references directory.source (id),
    translations            jsonb not null default '{}',
    gone_at                 timestamptz,
    changed_in              xid8  not null default pg_current_xact_id(),
    changed_at              timestamptz not null default now(),
    constraint service_status_known check (status in ('active', 'inactive', 'defunct', 'temporarily closed')),
    constraint service_kind_known check (service_kind in ('service', 'structure', 'programme', 'mobile')),
    constraint service_visibility_known check (visibility in ('public', 'professionals')),
    constraint service_ages_in_order check (minimum_age is null or maximum_age is null or minimum_age <= maximum_age)
);
create index service_by_organization on directory.service (organization_id);
create index service_by_program on directory.service (program_id);
create index service_by_source on directory.service (record_source);
create index service_by_change on directory.service (changed_in);
create index service_by_last_modified on directory.service (last_modified, id);

-- One place: a building, a stop of a mobile unit, or somewhere on the network.
create table directory.location (
    id                       uuid  primary key,
    location_type            text  not null default 'physical',
    url                      text,
    organization_id          uuid  references directory.organization (id),
    name                     text,
    alternate_name           text,
    description              text,
    transportation           text,
    latitude                 double precision,
    longitude                double precision,
    external_identifier      text,
    external_identifier_type text,
    -- ours: zone is the code of a municipal community; area says where in words, and is all that is told
    -- of a confidential place
    confidential             boolean not null default false,
    zone                     text,
    area                     text,
    record_source                   text  not null references directory.source (id),
    translations             jsonb not null default '{}',
    gone_at                  timestamptz,
    changed_in               xid8  not null default pg_current_xact_id(),
    changed_at               timestamptz not null default now(),
    constraint location_type_known check (location_type in ('physical', 'postal', 'virtual')),
    constraint location_on_earth check (latitude between -90 and 90 and longitude between -180 and 180),
    constraint location_has_both_or_none check ((latitude is null) = (longitude is null))
);
create index location_by_organization on directory.location (organization_id);
create index location_by_source on directory.location (record_source);
create index location_by_change on directory.location (changed_in);

-- One service at one place. A mobile unit's route is its service at its stops, in order.
create table directory.service_at_location (
    id            uuid primary key,
    service_id    uuid not null references directory.service (id),
    location_id   uuid not null references directory.location (id),
    description   text,
    -- ours
    stop_position integer,
    record_source        text  not null references directory.source (id),
    translations  jsonb not null default '{}',
    gone_at       timestamptz,
    changed_in    xid8  not null default pg_current_xact_id(),
    changed_at    timestamptz not null default now()
);
create index service_at_location_by_service on directory.service_at_location (service_id);
create index service_at_location_by_location on directory.service_at_location (location_id);
create index service_at_location_by_source on directory.service_at_location (record_source);
create index service_at_location_by_change on directory.service_at_location (changed_in);

create table directory.address (
    id             uuid primary key,
    location_id    uuid not null references directory.location (id) on delete cascade,
    attention      text,
    address_1      text not null,
    address_2      text,
    city           text not null,
    region         text,
    state_province text not null,
    postal_code    text not null,
    country        text not null,
    address_type   text not null,
    record_source         text  not null references directory.source (id),
    translations   jsonb not null default '{}',
    constraint address_type_known check (address_type in ('physical', 'postal', 'virtual'))
);
create index address_by_location on directory.address (location_id);

-- A role to turn to ("reception", "social worker"), not only a person.
create table directory.contact (
    id                     uuid primary key,
    organization_id        uuid references directory.organization (id) on delete cascade,
    service_id             uuid references directory.service (id) on delete cascade,
    service_at_location_id uuid references directory.service_at_location (id) on delete cascade,
    location_id            uuid references directory.location (id) on delete cascade,
    name                   text,
    title                  text,
    department             text,
    email                  text,
    -- ours
    visibility             text  not null default 'public',
    record_source                 text  not null references directory.source (id),
    translations           jsonb not null default '{}',
    constraint contact_visibility_known check (visibility in ('public', 'professionals'))
);
create index contact_by_organization on directory.contact (organization_id);
create index contact_by_service on directory.contact (service_id);
create index contact_by_service_at_location on directory.contact (service_at_location_id);
create index contact_by_location on directory.contact (location_id);

create table directory.phone (
    id                     uuid primary key,
    location_id            uuid references directory.location (id) on delete cascade,
    service_id             uuid references directory.service (id) on delete cascade,
    organization_id        uuid references directory.organization (id) on delete cascade,
    contact_id             uuid references directory.contact (id) on delete cascade,
    service_at_location_id uuid references directory.service_at_location (id) on delete cascade,
    number                 text not null,
    extension              numeric,
    type                   text,
    description            text,
    record_source                 text  not null references directory.source (id),
    translations           jsonb not null default '{}'
);
create index phone_by_location on directory.phone (location_id);
create index phone_by_service on directory.phone (service_id);
create index phone_by_organization on directory.phone (organization_id);
create index phone_by_contact on directory.phone (contact_id);
create index phone_by_service_at_location on directory.phone (service_at_location_id);

-- When something is open: a recurrence in the manner of iCalendar, or prose alone (description).
create table directory.schedule (
    id                     uuid primary key,
    service_id             uuid references directory.service (id) on delete cascade,
    location_id            uuid references directory.location (id) on delete cascade,
    service_at_location_id uuid references directory.service_at_location (id) on delete cascade,
    valid_from             date,
    valid_to               date,
    dtstart                date,
    timezone               numeric,
    until                  date,
    count                  integer,
    wkst                   text,
    freq                   text,
    "interval"             integer,
    byday                  text,
    byweekno               text,
    bymonthday             text,
    byyearday              text,
    description            text,
    opens_at               time,
    closes_at              time,
    schedule_link          text,
    attending_type         text,
    notes                  text,
    -- ours: closed = these times are exceptions when it is shut; holidays = what a public holiday does
    closed                 boolean not null default false,
    by_appointment         boolean not null default false,
    holidays               text    not null default 'closed',
    -- ours: read by a program from the description, not told by the provider
    parsed                 boolean not null default false,
    record_source                 text  not null references directory.source (id),
    translations           jsonb not null default '{}',
    constraint schedule_freq_known check (freq in ('WEEKLY', 'MONTHLY')),
    constraint schedule_wkst_known check (wkst in ('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU')),
    constraint schedule_holidays_known check (holidays in ('closed', 'as-usual', 'only'))
);
create index schedule_by_service on directory.schedule (service_id);
create index schedule_by_location on directory.schedule (location_id);
create index schedule_by_service_at_location on directory.schedule (service_at_location_id);

create table directory.service_area (
    id                     uuid primary key,
    service_id             uuid references directory.service (id) on delete cascade,
    service_at_location_id uuid references directory.service_at_location (id) on delete cascade,
    name                   text,
    description            text,
    extent                 text,
    extent_type            text,
    uri                    text,
    record_source                 text  not null references directory.source (id),
    translations           jsonb not null default '{}'
);
create index service_area_by_service on directory.service_area (service_id);
create index service_area_by_service_at_location on directory.service_area (service_at_location_id);

-- A language one is helped in; code is ISO 639.
create table directory.language (
    id          uuid primary key,
    service_id  uuid references directory.service (id) on delete cascade,
    location_id uuid references directory.location (id) on delete cascade,
    phone_id    uuid references directory.phone (id) on delete cascade,
    name        text,
    code        text,
    note        text,
    record_source      text not null references directory.source (id)
);
create index language_by_service on directory.language (service_id);
create index language_by_location on directory.language (location_id);
create index language_by_phone on directory.language (phone_id);

-- What of a place is reachable for whom. Ours: feature is a known word ('wheelchair', 'lift', 'sign-language', …).
create table directory.accessibility (
    id           uuid primary key,
    location_id  uuid references directory.location (id) on delete cascade,
    description  text,
    details      text,
    url          text,
    feature      text,
    record_source       text  not null references directory.source (id),
    translations jsonb not null default '{}'
);
create index accessibility_by_location on directory.accessibility (location_id);

create table directory.required_document (
    id           uuid primary key,
    service_id   uuid references directory.service (id) on delete cascade,
    document     text,
    uri          text,
    record_source       text  not null references directory.source (id),
    translations jsonb not null default '{}'
);
create index required_document_by_service on directory.required_document (service_id);

create table directory.cost_option (
    id                 uuid primary key,
    service_id         uuid not null references directory.service (id) on delete cascade,
    valid_from         date,
    valid_to           date,
    option             text,
    currency           text,
    amount             numeric(12, 2),
    amount_description text,
    record_source             text  not null references directory.source (id),
    translations       jsonb not null default '{}'
);
create index cost_option_by_service on directory.cost_option (service_id);

create table directory.funding (
    id              uuid primary key,
    organization_id uuid references directory.organization (id) on delete cascade,
    service_id      uuid references directory.service (id) on delete cascade,
    source          text,
    -- ours
    record_source   text  not null references directory.source (id),
    translations    jsonb not null default '{}'
);
create index funding_by_organization on directory.funding (organization_id);
create index funding_by_service on directory.funding (service_id);

-- What capacity is counted in: beds, places, meals a day.
create table directory.unit (
    id           uuid primary key,
    name         text not null,
    scheme       text,
    identifier   text,
    uri          text,
    record_source       text  not null references directory.source (id),
    translations jsonb not null default '{}'
);

-- How much a service can give and how much is free now, per unit, target group and funding share.
create table directory.service_capacity (
    id              uuid primary key,
    service_id      uuid not null references directory.service (id) on delete cascade,
    unit_id         uuid not null references directory.unit (id),
    available       numeric not null,
    maximum         numeric,
    description     text,
    updated         timestamptz not null,
    -- ours: for whom, and who pays which share of it (0 to 1)
    target_group_id uuid references directory.taxonomy_term (id),
    funding_id      uuid references directory.funding (id) on delete set null,
    funded_share    numeric(5, 4),
    record_source          text  not null references directory.source (id),
    translations    jsonb not null default '{}',
    constraint capacity_not_negative check (available >= 0 and maximum >= 0),
    constraint capacity_share_is_a_part check (funded_share between 0 and 1)
);
create index service_capacity_by_service on directory.service_capacity (service_id);
create index service_capacity_by_unit on directory.service_capacity (unit_id);
create index service_capacity_by_target_group on directory.service_capacity (target_group_id);
create index service_capacity_by_funding on directory.service_capacity (funding_id);

create table directory.url (
    id              uuid primary key,
    label           text,
    url             text not null,
    organization_id uuid references directory.organization (id) on delete cascade,
    service_id      uuid references directory.service (id) on delete cascade,
    record_source          text not null references directory.source (id)
);
create index url_by_organization on directory.url (organization_id);
create index url_by_service on directory.url (service_id);

-- Ties any record to a word of a vocabulary. Target groups, kinds of service and all filters live here.
create table directory.attribute (
    id               uuid primary key,
    link_id          uuid not null,
    taxonomy_term_id uuid not null references directory.taxonomy_term (id) on delete cascade,
    link_type        text,
    link_entity      text not null,
    value            text,
    label            text,
    record_source           text not null references directory.source (id)
);
create index attribute_by_link on directory.attribute (link_id);
create index attribute_by_term on directory.attribute (taxonomy_term_id);

-- One change of one field of one record.
create table directory.metadata (
    id                uuid primary key,
    resource_id       uuid not null,
    resource_type     text not null,
    last_action_date  date not null,
    last_action_type  text not null,
    field_name        text not null,
    previous_value    text not null,
    replacement_value text not null,
    updated_by        text not null,
    record_source            text not null references directory.source (id)
);
create index metadata_by_resource on directory.metadata (resource_id);

-- A temporary notice with a start and an end: closed, other hours, moved, or just a message.
create table directory.notice (
    id              uuid primary key,
    organization_id uuid references directory.organization (id) on delete cascade,
    service_id      uuid references directory.service (id) on delete cascade,
    location_id     uuid references directory.location (id) on delete cascade,
    kind            text        not null,
    message         text        not null default '',
    starts_at       timestamptz not null,
    ends_at         timestamptz,
    opens_at        time,
    closes_at       time,
    moved_to_id     uuid references directory.location (id),
    record_source          text  not null references directory.source (id),
    translations    jsonb not null default '{}',
    constraint notice_kind_known check (kind in ('closed', 'changed-hours', 'moved', 'message')),
    constraint notice_is_about_one_thing check (num_nonnulls(organization_id, service_id, location_id) = 1),
    constraint notice_ends_after_it_starts check (ends_at > starts_at),
    constraint notice_tells_the_hours check (kind <> 'changed-hours' or (opens_at is not null and closes_at is not null))
);
create index notice_by_organization on directory.notice (organization_id);
create index notice_by_service on directory.notice (service_id);
create index notice_by_location on directory.notice (location_id);
create index notice_by_moved_to on directory.notice (moved_to_id);
