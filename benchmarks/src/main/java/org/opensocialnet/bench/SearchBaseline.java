package org.opensocialnet.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * The same search as one statement in PostgreSQL, as well as we would write it: one narrow table with a text vector, a
 * point, the open hours as ranges and the facets as numbers, all indexed where an index helps.
 */
final class SearchBaseline implements Load.Client {

    private static final String SEARCH = """
            with matched as materialized (
                select id, facets, ts_rank(words, query) as rank, place <-> point(?, ?) as distance
                from bench.entry, websearch_to_tsquery('simple', ?) query
                where words @@ query and open @> ?::int
            )
            select
                (select json_agg(best.id) from (
                    select id from matched order by rank desc, distance limit 20) best),
                (select json_object_agg(facet, counted) from (
                    select facet, count(*) as counted
                    from matched, unnest(facets) facet
                    group by facet) counts)
            """;

    private final Connection connection;
    private final PreparedStatement statement;

    SearchBaseline(Connection connection) throws SQLException {
        this.connection = connection;
        this.statement = connection.prepareStatement(SEARCH);
    }

    /** Makes the table; nothing of it is the product's. */
    static void prepare(Server server) throws SQLException, IOException {
        try (var connection = server.database();
                var statement = connection.createStatement()) {
            statement.execute("""
                    create schema if not exists bench;
                    drop table if exists bench.entry;
                    create table bench.entry as
                    select at.id,
                           point(coalesce(l.longitude, 0), coalesce(l.latitude, 0)) as place,
                           to_tsvector('simple', concat_ws(' ', s.name, s.description, o.name, terms.names)) as words,
                           coalesce(terms.facets, '{}') as facets,
                           coalesce(week.open, '{}') as open
                    from directory.public_service_at_location at
                    join directory.public_service s on s.id = at.service_id
                    join directory.public_organization o on o.id = s.organization_id
                    join directory.public_location l on l.id = at.location_id
                    left join lateral (
                        select string_agg(t.name, ' ') as names, array_agg(hashtext(t.id::text)) as facets
                        from directory.public_attribute a
                        join directory.public_taxonomy_term t on t.id = a.taxonomy_term_id
                        where a.link_id = s.id) terms on true
                    left join lateral (
                        select range_agg(int4range(
                                   day * 1440 + 60 * extract(hour from c.opens_at)::int,
                                   day * 1440 + 60 * extract(hour from c.opens_at)::int + 480)) as open
                        from directory.public_schedule c, generate_series(0, 6) day
                        where c.opens_at is not null
                          and (c.service_id = s.id or c.service_at_location_id = at.id)) week on true;
                    create index on bench.entry using gin (words);
                    vacuum analyze bench.entry
                    """.replace("vacuum analyze bench.entry", ""));
            statement.execute("vacuum analyze bench.entry");
        }
    }

    @Override
    public void once(int turn) throws SQLException {
        var spot = Searches.spot(turn);
        statement.setDouble(1, spot.longitude());
        statement.setDouble(2, spot.latitude());
        statement.setString(3, Searches.words(turn));
        statement.setInt(4, 600);
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                rows.getString(1);
                rows.getString(2);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
