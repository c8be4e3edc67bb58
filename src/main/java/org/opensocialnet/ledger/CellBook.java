package org.opensocialnet.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.opensocialnet.ledger.Cell.Measure;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the numbers of cells mean, kept in memory: cells are made and never changed, and each is asked for by whoever was shown
 * its page, so that nobody learns of one through another's eyes.
 */
@Component
class CellBook {

    private final JdbcClient jdbc;
    private final Map<Integer, Cell> known = new ConcurrentHashMap<>();

    CellBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<Integer, Cell> of(Collection<Integer> ids) {
        var missing = ids.stream().filter(id -> !known.containsKey(id)).toArray(Integer[]::new);
        if (missing.length > 0) {
            jdbc.sql("""
                    select id, measure, service_type, target_group, zone, organization, source, reason, unit
                    from ledger.cell where id = any (:ids)
                    """).param("ids", missing).query((RowCallbackHandler)
                    row -> known.put(row.getInt("id"), cell(row)));
        }
        return known;
    }

    static Cell cell(ResultSet row) throws SQLException {
        return new Cell(
                measure(row.getString("measure")),
                row.getString("service_type").intern(),
                row.getString("target_group").intern(),
                row.getString("zone").intern(),
                row.getObject("organization", UUID.class),
                row.getString("source").intern(),
                row.getString("reason").intern(),
                row.getString("unit").intern());
    }

    private static Measure measure(String code) {
        return Measure.valueOf(code.toUpperCase(Locale.ROOT));
    }
}
