package org.opensocialnet.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.opensocialnet.directory.DirectoryChanged;
import org.opensocialnet.search.Search;
import org.postgresql.PGStatement;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Takes ready documents out of the database as the bytes they are: no row becomes an object on the way. Streams
 * read with a cursor, so that the longest list costs no more memory than the shortest.
 */
@Repository
class Records {

    /** Another node may have changed the directory without our hearing of it: a count is kept this long. */
    private static final long COUNT_KEPT_NANOS = 10_000_000_000L;

    private static final int ROWS_AT_ONCE = 500;

    private record Count(long total, long at) {}

    private final DataSource database;
    private final Search search;
    private final Map<List<Object>, Count> counts = new ConcurrentHashMap<>();

    Records(DataSource database, Search search) {
        this.database = database;
        this.search = search;
    }

    Optional<byte[]> one(Listing listing, UUID id, boolean fullService) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(listing.one(fullService))) {
            // long to plan and quick to run: the plan is kept from the first time on, not from the fifth
            query.unwrap(PGStatement.class).setPrepareThreshold(1);
            query.setObject(1, id);
            try (var rows = query.executeQuery()) {
                return rows.next() ? Optional.of(rows.getBytes(1)) : Optional.empty();
            }
        }
    }

    /** Writes one page's records, with commas between them; answers how many there were. */
    int page(Listing listing, Asked asked, OutputStream out) throws SQLException, IOException {
        var selection = selection(listing, asked);
        int written = 0;
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(listing.page(asked, selection))) {
            int next = fill(query, selection);
            query.setInt(next, asked.perPage());
            query.setLong(next + 1, (asked.page() - 1L) * asked.perPage());
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    if (written++ > 0) {
                        out.write(',');
                    }
                    out.write(rows.getBytes(1));
                }
            }
        }
        return written;
    }

    /** Writes all records of a selection, one in a line. */
    void all(Listing listing, Asked asked, OutputStream out) throws SQLException, IOException {
        var selection = selection(listing, asked);
        try (var connection = database.getConnection();
                var query = streaming(connection, listing.all(asked, selection))) {
            fill(query, selection);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    out.write(rows.getBytes(1));
                    out.write('\n');
                }
            } finally {
                connection.rollback();
            }
        }
    }

    long count(Listing listing, Asked asked) throws SQLException {
        var selection = selection(listing, asked);
        List<Object> key = List.of(listing, selection.key());
        var known = counts.get(key);
        if (known != null && System.nanoTime() - known.at() < COUNT_KEPT_NANOS) {
            return known.total();
        }
        long at = System.nanoTime();
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(listing.count(selection))) {
            fill(query, selection);
            try (var rows = query.executeQuery()) {
                rows.next();
                if (counts.size() > 1_000) {
                    counts.clear();
                }
                counts.put(key, new Count(rows.getLong(1), at));
                return rows.getLong(1);
            }
        }
    }

    /** Words are looked for in the index of the search page, which knows them in Greeklish, misspelt and by their stems. */
    private Selection selection(Listing listing, Asked asked) {
        boolean indexed = listing.isSearchable() && !asked.search().isEmpty();
        return Selection.of(
                listing,
                asked,
                indexed ? search.matching(String.join(" ", asked.search())).orElse(null) : null);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(DirectoryChanged change) {
        counts.clear();
    }

    /** The pool gives the connection back to the next with autocommit on, as it was. */
    private static PreparedStatement streaming(Connection connection, String sql) throws SQLException {
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        var query = connection.prepareStatement(sql);
        query.setFetchSize(ROWS_AT_ONCE);
        return query;
    }

    private static int fill(PreparedStatement query, Selection selection) throws SQLException {
        int next = 1;
        for (var value : selection.values()) {
            if (value instanceof String[] words) {
                query.setArray(next++, query.getConnection().createArrayOf("text", words));
            } else {
                query.setObject(next++, value);
            }
        }
        return next;
    }
}
