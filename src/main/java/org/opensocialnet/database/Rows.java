package org.opensocialnet.database;

import org.springframework.jdbc.core.RowMapper;

/** How rows become records. */
public final class Rows {

    private Rows() {}

    /** Reads each row into a record, matching column names to component names: {@code valid_from} to validFrom. */
    public static <T> RowMapper<T> of(Class<T> type) {
        return new RowsOfRecords<>(type);
    }
}
