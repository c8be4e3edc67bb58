package org.opensocialnet.admissions;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opensocialnet.admissions.Line.Finding;
import org.opensocialnet.people.Crowd.Seen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what was found in the rows of a list, many at once. */
@Repository
@Transactional
class FoundLines {

    private final JdbcClient jdbc;

    FoundLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was found in one row, and who she may be. */
    record Found(int number, Finding finding, Reading reading, Seen seen) {

        /** Those of the registry, as an array is written. */
        String persons() {
            return seen.known().stream()
                    .map(one -> one.person().id().value().toString())
                    .collect(Collectors.joining(",", "{", "}"));
        }

        String earlier() {
            return seen.before().stream().limit(20).map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
        }
    }

    void keep(UUID admission, List<Found> rows) {
        jdbc.sql("""
                update admissions.line l
                set finding = f.finding, faults = f.faults, persons = f.persons::uuid[], earlier = f.earlier::int[]
                from unnest(:numbers::int[], :findings::text[], :faults::int[], :persons::text[], :earlier::text[])
                    as f (number, finding, faults, persons, earlier)
                where l.admission = :admission and l.number = f.number
                """)
                .param("numbers", rows.stream().map(Found::number).toArray(Integer[]::new))
                .param(
                        "findings",
                        rows.stream()
                                .map(row -> row.finding().name().toLowerCase(Locale.ROOT))
                                .toArray(String[]::new))
                .param(
                        "faults",
                        rows.stream().map(row -> row.reading().faults().size()).toArray(Integer[]::new))
                .param("persons", rows.stream().map(Found::persons).toArray(String[]::new))
                .param("earlier", rows.stream().map(Found::earlier).toArray(String[]::new))
                .param("admission", admission)
                .update();
        faulty(admission, rows);
    }

    private void faulty(UUID admission, List<Found> rows) {
        record Fault(int number, int position, String reason) {}
        var faults = rows.stream()
                .flatMap(row -> row.reading().faults().stream()
                        .map(fault -> new Fault(row.number(), fault.position(), fault.reason())))
                .toList();
        if (faults.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into admissions.fault (admission, number, position, organization, reason)
                select l.admission, l.number, f.position, l.organization, f.reason
                from unnest(:numbers::int[], :positions::int[], :reasons::text[]) as f (number, position, reason)
                join admissions.line l on l.admission = :admission and l.number = f.number
                on conflict (admission, number, position) do nothing
                """)
                .param("numbers", faults.stream().map(Fault::number).toArray(Integer[]::new))
                .param("positions", faults.stream().map(Fault::position).toArray(Integer[]::new))
                .param("reasons", faults.stream().map(Fault::reason).toArray(String[]::new))
                .param("admission", admission)
                .update();
    }
}
