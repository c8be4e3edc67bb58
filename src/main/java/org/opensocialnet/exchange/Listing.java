package org.opensocialnet.exchange;

/** The lists HSDS offers: where each lies, what a record of it looks like, and how one is singled out. */
enum Listing {
    SERVICES("public_service s", "s", Documents.SERVICE, Documents.SERVICE_FULL),
    ORGANIZATIONS("public_organization o", "o", Documents.ORGANIZATION_LISTED, Documents.ORGANIZATION_FULL),
    SERVICE_AT_LOCATIONS("public_service_at_location a", "a", Documents.AT, Documents.AT_FULL),
    TAXONOMIES("public_taxonomy x", "x", Documents.TAXONOMY, Documents.TAXONOMY),
    TAXONOMY_TERMS("public_taxonomy_term t", "t", Documents.TAXONOMY_TERM, Documents.TAXONOMY_TERM);

    private static final String MINIMAL = "s.id, greatest(s.last_modified, s.changed_at) as modified_date";

    private final String view;
    private final String letter;
    private final String listed;
    private final String full;

    Listing(String view, String letter, String listed, String full) {
        this.view = view;
        this.letter = letter;
        this.listed = listed;
        this.full = full;
    }

    /** By the name in the address: "service_at_locations". */
    static Listing named(String name) {
        return valueOf(name.toUpperCase(java.util.Locale.ROOT));
    }

    /** Whether the search index holds its records, or what they are of; vocabularies it does not. */
    boolean isSearchable() {
        return this == SERVICES || this == ORGANIZATIONS || this == SERVICE_AT_LOCATIONS;
    }

    String view() {
        return "directory." + view;
    }

    String letter() {
        return letter;
    }

    /** The one record of an id, whole. */
    String one(boolean fullService) {
        return """
                select json_strip_nulls(row_to_json(document))
                from (select %s from %s where %s.id = ?) document
                """.formatted(document(true, false, fullService), view(), letter);
    }

    /** All records of a selection, in the order of their ids. */
    String all(Asked asked, Selection selection) {
        return """
                select json_strip_nulls(row_to_json(document))
                from (select %1$s from %2$s where %3$s order by %4$s.id) document
                """.formatted(
                document(asked.full(), asked.minimal(), asked.fullService()), view(), selection.condition(), letter);
    }

    /** One page of a selection: first its ids, so that documents are built for this page alone. */
    String page(Asked asked, Selection selection) {
        return """
                select json_strip_nulls(row_to_json(document))
                from (
                    select %1$s
                    from (select %4$s.id from %2$s where %3$s order by %4$s.id limit ? offset ?) chosen
                    join %2$s on %4$s.id = chosen.id
                    order by %4$s.id) document
                """.formatted(
                document(asked.full(), asked.minimal(), asked.fullService()), view(), selection.condition(), letter);
    }

    String count(Selection selection) {
        return "select count(*) from %s where %s".formatted(view(), selection.condition());
    }

    private String document(boolean whole, boolean minimal, boolean fullService) {
        if (this == SERVICES && minimal) {
            return MINIMAL;
        }
        if (this == ORGANIZATIONS && fullService) {
            return Documents.ORGANIZATION_FULL_SERVICE;
        }
        return whole ? full : listed;
    }
}
