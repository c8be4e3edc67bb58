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

    /** One day on which something changed, by what kind of act; of a file, whose it was. */
    record Trace(LocalDate day, String act, String source, String fields) {}

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
            var day = t.date(trace.day());
            var what = String.join(", ", fields);
            return switch (trace.act()) {
                case "import" -> t.of("finding.changes.import", day, trace.source(), what);
                case "import-undone" -> t.of("finding.changes.import-undone", day, trace.source(), what);
                case "merger" -> t.of("finding.changes.merger", day, what);
                case "merger-undone" -> t.of("finding.changes.merger-undone", day, what);
                case "succession" -> t.of("finding.changes.succession", day, what);
                case "succession-undone" -> t.of("finding.changes.succession-undone", day, what);
                default -> t.of("finding.changes.line", day, what);
            };
        }
    }

    private final JdbcClient jdbc;
    private final FieldWords words;

    Traces(JdbcClient jdbc, FieldWords words) {
        this.jdbc = jdbc;
        this.words = words;
    }

    /** The newest ten. */
    History of(String table, UUID record) {
        var traces = jdbc.sql("""
                        select day, act, source, string_agg(distinct field_name, chr(10) order by field_name) as fields
                        from (
                            select last_action_date as day, field_name,
                                   case when last_action_type similar to '(import|merger|succession)(-undone)?'
                                        then last_action_type else 'update' end as act,
                                   case when last_action_type in ('import', 'import-undone') then updated_by else '' end as source
                            from directory.public_metadata
                            where resource_id = :record and resource_type = :table) line
                        group by day, act, source
                        order by day desc, act, source
                        limit 10
                        """)
                .param("record", record)
                .param("table", table)
                .query(Rows.of(Trace.class))
                .list();
        return new History(table, traces, words);
    }
}
