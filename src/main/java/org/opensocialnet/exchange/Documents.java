package org.opensocialnet.exchange;

/**
 * The documents of HSDS 3.1 as PostgreSQL builds them from the directory's public views: JSON leaves the
 * database ready to send. Columns beyond HSDS keep the names they have in our tables.
 *
 * <p>Each text is the inside of a {@code select}; the letters it refers to are named beside it.
 */
final class Documents {

    private static final String TAXONOMY_COLUMNS = """
            x.id, x.name, x.description, x.uri, x.version, x.code, nullif(x.translations, '{}') as translations
            """;

    private static final String TERM_COLUMNS = """
            t.id, t.code, t.name, t.description, t.parent_id, t.taxonomy, t.language, t.taxonomy_id, t.term_uri,
            nullif(t.synonyms, '{}') as synonyms, nullif(t.matches, '{}') as matches,
            nullif(t.translations, '{}') as translations
            """;

    /** One taxonomy, x. */
    static final String TAXONOMY = TAXONOMY_COLUMNS;

    /** One term, t, with its taxonomy. */
    static final String TAXONOMY_TERM = TERM_COLUMNS
            + ",\n"
            + one(
                    "taxonomy_detail",
                    "select " + TAXONOMY_COLUMNS + " from directory.public_taxonomy x where x.id = t.taxonomy_id");

    private static final String ORGANIZATION_COLUMNS = """
            o.id, o.name, o.alternate_name, o.description, o.email, o.website, o.tax_status, o.tax_id,
            o.year_incorporated, o.legal_status, o.logo, o.uri, o.parent_organization_id, o.kind,
            nullif(o.translations, '{}') as translations
            """;

    private static final String PROGRAM_COLUMNS = """
            g.id, g.organization_id, g.name, g.alternate_name, g.description,
            nullif(g.translations, '{}') as translations
            """;

    /** Modified when its provider or our directory last changed it; inactive when its source no longer has it. */
    private static final String SERVICE_COLUMNS = """
            s.id, s.organization_id, s.program_id, s.name, s.alternate_name, s.description, s.url, s.email,
            case when s.gone_at is null then s.status else 'inactive' end as status,
            s.interpretation_services, s.application_process, s.fees_description, s.wait_time, s.fees,
            s.accreditations, s.eligibility_description, s.minimum_age, s.maximum_age, s.assured_date,
            s.assurer_email, s.licenses, s.alert, greatest(s.last_modified, s.changed_at) as last_modified,
            s.service_kind, s.sensitive, s.referral_needed, s.papers_needed, s.free_of_charge,
            nullif(s.translations, '{}') as translations
            """;

    private static final String LOCATION_COLUMNS = """
            l.id, l.location_type, l.url, l.organization_id, l.name, l.alternate_name, l.description,
            l.transportation, l.latitude, l.longitude, l.external_identifier, l.external_identifier_type,
            nullif(l.confidential, false) as confidential, l.zone, l.area,
            nullif(l.translations, '{}') as translations
            """;

    private static final String AT_COLUMNS = """
            a.id, a.service_id, a.location_id, a.description, a.stop_position,
            nullif(a.translations, '{}') as translations
            """;

    private static final String LANGUAGES =
            "select v.id, v.name, v.code, v.note from directory.public_language v where v.";

    private static final String PHONES = """
            select p.id, p.number, p.extension, p.type, p.description,
                   %s,
                   nullif(p.translations, '{}') as translations
            from directory.public_phone p
            where p.""".formatted(many("languages", LANGUAGES + "phone_id = p.id"));

    private static final String CONTACTS = """
            select c.id, c.name, c.title, c.department, c.email,
                   %s,
                   nullif(c.translations, '{}') as translations
            from directory.public_contact c
            where c.""".formatted(many("phones", PHONES + "contact_id = c.id"));

    private static final String SCHEDULES = """
            select h.id, h.valid_from, h.valid_to, h.dtstart, h.timezone, h.until, h.count, h.wkst, h.freq,
                   h."interval", h.byday, h.byweekno, h.bymonthday, h.byyearday, h.description, h.opens_at,
                   h.closes_at, h.schedule_link, h.attending_type, h.notes,
                   nullif(h.closed, false) as closed, nullif(h.by_appointment, false) as by_appointment,
                   nullif(h.holidays, 'closed') as holidays, nullif(h.parsed, false) as parsed,
                   nullif(h.translations, '{}') as translations
            from directory.public_schedule h
            where h.""";

    private static final String AREAS = """
            select e.id, e.name, e.description, e.extent, e.extent_type, e.uri,
                   nullif(e.translations, '{}') as translations
            from directory.public_service_area e
            where e.""";

    private static final String NOTICES = """
            select n.id, n.kind, n.message, n.starts_at, n.ends_at, n.opens_at, n.closes_at, n.moved_to_id,
                   nullif(n.translations, '{}') as translations
            from directory.public_notice n
            where n.""";

    private static final String FUNDING = """
            select f.id, f.source, nullif(f.translations, '{}') as translations
            from directory.public_funding f
            where f.""";

    private static final String URLS = "select u.id, u.label, u.url from directory.public_url u where u.";

    private static final String ATTRIBUTES = """
            select b.id, b.link_id, b.taxonomy_term_id, b.link_type, b.link_entity, b.value, b.label,
                   %s
            from directory.public_attribute b
            where b.link_id = """.formatted(one(
            "taxonomy_term",
            "select " + TAXONOMY_TERM + " from directory.public_taxonomy_term t where t.id = b.taxonomy_term_id"));

    private static final String METADATA = """
            select m.id, m.resource_id, m.resource_type, m.last_action_date, m.last_action_type, m.field_name,
                   m.previous_value, m.replacement_value, m.updated_by
            from directory.public_metadata m
            where m.resource_id = """;

    private static final String PROGRAM =
            one("program", "select " + PROGRAM_COLUMNS + " from directory.public_program g where g.id = s.program_id");

    private static final String ORGANIZATION = one(
            "organization",
            "select " + ORGANIZATION_COLUMNS + " from directory.public_organization o where o.id = s.organization_id");

    private static final String LOCATION_CHILDREN = String.join(
            ",\n",
            many("languages", LANGUAGES + "location_id = l.id"),
            many("addresses", """
                    select d.id, d.attention, d.address_1, d.address_2, d.city, d.region, d.state_province,
                           d.postal_code, d.country, d.address_type,
                           nullif(d.translations, '{}') as translations
                    from directory.public_address d
                    where d.location_id = l.id"""),
            many("contacts", CONTACTS + "location_id = l.id"),
            many("accessibility", """
                    select y.id, y.description, y.details, y.url, y.feature,
                           nullif(y.translations, '{}') as translations
                    from directory.public_accessibility y
                    where y.location_id = l.id"""),
            many("phones", PHONES + "location_id = l.id"),
            many("schedules", SCHEDULES + "location_id = l.id"),
            many("attributes", ATTRIBUTES + "l.id and b.link_entity = 'location'"),
            many("notices", NOTICES + "location_id = l.id"));

    private static final String AT_CHILDREN = String.join(
            ",\n",
            many("service_areas", AREAS + "service_at_location_id = a.id"),
            many("contacts", CONTACTS + "service_at_location_id = a.id"),
            many("phones", PHONES + "service_at_location_id = a.id"),
            many("schedules", SCHEDULES + "service_at_location_id = a.id"),
            one(
                    "location",
                    "select " + LOCATION_COLUMNS + ",\n" + LOCATION_CHILDREN
                            + " from directory.public_location l where l.id = a.location_id"),
            many("attributes", ATTRIBUTES + "a.id and b.link_entity = 'service_at_location'"));

    /** Beyond HSDS: the stops of a mobile unit in their order, each with the times it is there. */
    private static final String ROUTE = """
            (select json_agg(each order by each.position, each.service_at_location_id)
             from (
                select p.stop_position as position, p.id as service_at_location_id, p.location_id, l.name, l.area, l.zone,
                       l.latitude, l.longitude, %s
                from directory.public_service_at_location p
                join directory.public_location l on l.id = p.location_id
                where s.service_kind = 'mobile' and p.service_id = s.id and p.stop_position is not null
                  and p.gone_at is null and l.gone_at is null) each) as route
            """.formatted(many("times", SCHEDULES + "service_at_location_id = p.id"));

    private static final String SERVICE_CHILDREN = String.join(
            ",\n",
            many("additional_urls", URLS + "service_id = s.id"),
            many("phones", PHONES + "service_id = s.id"),
            many("schedules", SCHEDULES + "service_id = s.id"),
            many("service_areas", AREAS + "service_id = s.id"),
            many("languages", LANGUAGES + "service_id = s.id"),
            ORGANIZATION,
            many("funding", FUNDING + "service_id = s.id"),
            many("cost_options", """
                    select k.id, k.valid_from, k.valid_to, k.option, k.currency, k.amount, k.amount_description,
                           nullif(k.translations, '{}') as translations
                    from directory.public_cost_option k
                    where k.service_id = s.id"""),
            PROGRAM,
            many("required_documents", """
                    select r.id, r.document, r.uri, nullif(r.translations, '{}') as translations
                    from directory.public_required_document r
                    where r.service_id = s.id"""),
            many("contacts", CONTACTS + "service_id = s.id"),
            many("capacities", """
                    select q.id, q.unit_id, %s,
                           q.available, q.maximum, q.description, q.updated, q.target_group_id, q.funding_id,
                           q.funded_share, nullif(q.translations, '{}') as translations
                    from directory.public_service_capacity q
                    where q.service_id = s.id""".formatted(one("unit", """
                            select w.id, w.name, w.scheme, w.identifier, w.uri,
                                   nullif(w.translations, '{}') as translations
                            from directory.public_unit w
                            where w.id = q.unit_id"""))),
            many("attributes", ATTRIBUTES + "s.id and b.link_entity = 'service'"),
            many("metadata", METADATA + "s.id and m.resource_type = 'service'"),
            many("notices", NOTICES + "service_id = s.id"),
            ROUTE);

    /** One service, s, as lists give it. */
    static final String SERVICE = SERVICE_COLUMNS + ",\n" + ORGANIZATION + ",\n" + PROGRAM;

    /** One service, s, with all that hangs on it. */
    static final String SERVICE_FULL = SERVICE_COLUMNS
            + ",\n"
            + SERVICE_CHILDREN
            + ",\n"
            + many(
                    "service_at_locations",
                    "select " + AT_COLUMNS + ",\n" + AT_CHILDREN
                            + " from directory.public_service_at_location a"
                            + " where a.service_id = s.id and a.gone_at is null");

    /** One organisation, o, as lists give it. */
    static final String ORGANIZATION_LISTED = ORGANIZATION_COLUMNS;

    private static final String ORGANIZATION_CHILDREN = String.join(
            ",\n",
            many("additional_websites", URLS + "organization_id = o.id"),
            many("funding", FUNDING + "organization_id = o.id"),
            many("contacts", CONTACTS + "organization_id = o.id"),
            many("phones", PHONES + "organization_id = o.id"),
            many(
                    "locations",
                    "select " + LOCATION_COLUMNS + ",\n" + LOCATION_CHILDREN
                            + " from directory.public_location l where l.organization_id = o.id and l.gone_at is null"),
            many(
                    "programs",
                    "select " + PROGRAM_COLUMNS
                            + " from directory.public_program g where g.organization_id = o.id and g.gone_at is null"),
            many("organization_identifiers", """
                    select i.id, i.identifier_scheme, i.identifier_type, i.identifier
                    from directory.public_organization_identifier i
                    where i.organization_id = o.id"""),
            many("attributes", ATTRIBUTES + "o.id and b.link_entity = 'organization'"),
            many("metadata", METADATA + "o.id and m.resource_type = 'organization'"),
            many("notices", NOTICES + "organization_id = o.id"));

    /** One organisation, o, with all that hangs on it and the names of its services. */
    static final String ORGANIZATION_FULL =
            ORGANIZATION_COLUMNS + ",\n" + ORGANIZATION_CHILDREN + ",\n" + many("services", """
                    select s.id, s.name, s.status, nullif(s.translations, '{}') as translations
                    from directory.public_service s
                    where s.organization_id = o.id and s.gone_at is null""");

    /** One organisation, o, with all that hangs on it and its services in full. */
    static final String ORGANIZATION_FULL_SERVICE = ORGANIZATION_COLUMNS
            + ",\n"
            + ORGANIZATION_CHILDREN
            + ",\n"
            + many(
                    "services",
                    "select " + SERVICE_FULL
                            + " from directory.public_service s where s.organization_id = o.id and s.gone_at is null");

    /** One service at one location, a, as lists give it. */
    static final String AT = AT_COLUMNS
            + ",\n"
            + one(
                    "location",
                    "select " + LOCATION_COLUMNS + " from directory.public_location l where l.id = a.location_id")
            + ",\n"
            + one("service", "select " + SERVICE + " from directory.public_service s where s.id = a.service_id");

    /** One service at one location, a, with all that hangs on it and on both. */
    static final String AT_FULL = AT_COLUMNS
            + ",\n"
            + AT_CHILDREN
            + ",\n"
            + one(
                    "service",
                    "select " + SERVICE_COLUMNS + ",\n" + SERVICE_CHILDREN
                            + " from directory.public_service s where s.id = a.service_id");

    private Documents() {}

    /** Rows as a JSON array; none at all where there are no rows. */
    private static String many(String name, String rows) {
        return "(select json_agg(each order by each.id) from (" + rows + ") each) as " + name;
    }

    /** A row as a JSON object. */
    private static String one(String name, String row) {
        return "(select row_to_json(each) from (" + row + ") each) as " + name;
    }
}
