package org.opensocialnet.finding;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.opensocialnet.database.Rows;
import org.opensocialnet.drafts.FieldWords;
import org.opensocialnet.web.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what the public is told of a record's changes: on which day, and which fields; never who. */
@Component
class Traces {

    /** One day on which something changed. */
    record Trace(LocalDate day, String fields) {}

    /** A record's changes with the words for them. */
    record History(String table, List<Trace> traces, FieldWords words) {

        boolean isEmpty() {
            return traces.isEmpty();
        }

        String line(Words t, Trace trace) {
            var fields = Arrays.stream(trace.fields().split("\n"))
                    .map(field -> words.label(t, table, field))
                    .distinct()
                    .toList();
            return t.of("finding.changes.line", t.date(trace.day()), String.join(", ", fields));
        }
    }

    private final JdbcClient jdbc;
    private final FieldWords words;

    Traces(JdbcClient jdbc, FieldWords words) {
        this.jdbc = jdbc;
        this.words = words;
    }

    /** The newest ten days. */
    History of(String table, UUID record) {
        var traces = jdbc.sql("""
                        select last_action_date as day, string_agg(distinct field_name, chr(10) order by field_name) as fields
                        from directory.public_metadata
                        where resource_id = :record and resource_type = :table
                        group by last_action_date
                        order by last_action_date desc
                        limit 10
                        """)
                .param("record", record)
                .param("table", table)
                .query(Rows.of(Trace.class))
                .list();
        return new History(table, traces, words);
    }
}
