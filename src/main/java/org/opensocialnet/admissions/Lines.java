package org.opensocialnet.admissions;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.admissions.Line.Decision;
import org.opensocialnet.admissions.Line.Finding;
import org.opensocialnet.admissions.Line.Outcome;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.parcels.Sheet;
import org.opensocialnet.vault.Vault;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The rows of lists, sealed as long as they are needed. */
@Repository
@Transactional
class Lines {

    static final int AT_ONCE = 200;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Vault vault;
    private final Clock clock;

    Lines(JdbcClient jdbc, JdbcTemplate batches, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.vault = vault;
        this.clock = clock;
    }

    /** How many rows are in one state, as the page counts them. */
    record Count(String finding, String decision, String outcome, boolean faulty, int rows) {}

    /** A column in which values cannot be, why, and in how many rows. */
    record Faulty(int position, String reason, int rows, int first) {}

    void keep(UUID admission, UUID organization, List<Sheet.Line> rows) {
        batches.batchUpdate("""
                insert into admissions.line (admission, number, organization, once, sealed) values (?, ?, ?, ?, ?)
                """, rows, AT_ONCE, (insert, row) -> {
            insert.setObject(1, admission);
            insert.setInt(2, row.number());
            insert.setObject(3, organization);
            insert.setObject(4, Uuid7.next());
            insert.setBytes(
                    5,
                    vault.seal(
                            admission, field(row.number()), JsonMapper.shared().writeValueAsString(row.cells())));
        });
    }

    static String field(int number) {
        return "admission-line-" + number;
    }

    @Transactional(readOnly = true)
    public List<Line> after(UUID admission, int number, int atMost) {
        return jdbc.sql("""
                select * from admissions.line
                where admission = :admission and number > :number
                order by number
                limit :most
                """)
                .param("admission", admission)
                .param("number", number)
                .param("most", atMost)
                .query((row, _) -> line(row))
                .list();
    }

    /** Rows of one kind: of a finding, with faults, or of an outcome. */
    @Transactional(readOnly = true)
    public List<Line> which(UUID admission, String which, int after, int atMost) {
        return jdbc.sql("""
                select * from admissions.line
                where admission = :admission and number > :number
                  and case :which when 'faulty' then faults > 0
                                  else :which in (finding, outcome) end
                order by number
                limit :most
                """)
                .param("admission", admission)
                .param("number", after)
                .param("which", which)
                .param("most", atMost)
                .query((row, _) -> line(row))
                .list();
    }

    @Transactional(readOnly = true)
    public List<Count> counts(UUID admission) {
        return jdbc.sql("""
                select coalesce(finding, '') as finding, coalesce(decision, '') as decision,
                       coalesce(outcome, '') as outcome, faults > 0 as faulty, count(*)::int as rows
                from admissions.line
                where admission = :admission
                group by 1, 2, 3, 4
                """)
                .param("admission", admission)
                .query((row, _) -> new Count(
                        row.getString("finding"),
                        row.getString("decision"),
                        row.getString("outcome"),
                        row.getBoolean("faulty"),
                        row.getInt("rows")))
                .list();
    }

    @Transactional(readOnly = true)
    public List<Faulty> faults(UUID admission) {
        return jdbc.sql("""
                select position, reason, count(*)::int as rows, min(number) as first
                from admissions.fault
                where admission = :admission
                group by position, reason
                order by position, reason
                """)
                .param("admission", admission)
                .query((row, _) -> new Faulty(
                        row.getInt("position"), row.getString("reason"), row.getInt("rows"), row.getInt("first")))
                .list();
    }

    void forgetFindings(UUID admission) {
        jdbc.sql("delete from admissions.fault where admission = :admission")
                .param("admission", admission)
                .update();
        jdbc.sql("""
                update admissions.line
                set finding = null, faults = 0, persons = '{}', earlier = '{}', decision = null
                where admission = :admission
                """).param("admission", admission).update();
    }

    void decide(UUID admission, int number, @Nullable Decision decision) {
        jdbc.sql("""
                update admissions.line set decision = :decision
                where admission = :admission and number = :number and finding = 'alike' and outcome is null
                """)
                .param("decision", decision == null ? null : decision.name().toLowerCase(Locale.ROOT), Types.VARCHAR)
                .param("admission", admission)
                .param("number", number)
                .update();
    }

    /** What became of one row, of which nothing was added to somebody who was there. */
    record Done(int number, Outcome outcome, @Nullable UUID person) {}

    void done(UUID admission, List<Done> rows) {
        jdbc.sql("""
                update admissions.line l
                set outcome = d.outcome, person = coalesce(d.person, l.person), added = '{}', done_at = :now
                from unnest(:numbers::int[], :outcomes::text[], :persons::uuid[]) as d (number, outcome, person)
                where l.admission = :admission and l.number = d.number
                """)
                .param("numbers", rows.stream().map(Done::number).toArray(Integer[]::new))
                .param("outcomes", rows.stream().map(row -> code(row.outcome())).toArray(String[]::new))
                .param("persons", rows.stream().map(Done::person).toArray(UUID[]::new))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("admission", admission)
                .update();
    }

    private static String code(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    void done(UUID admission, int number, Outcome outcome, @Nullable UUID person, List<UUID> added) {
        jdbc.sql("""
                update admissions.line
                set outcome = :outcome, person = coalesce(:person::uuid, person), added = :added, done_at = :now
                where admission = :admission and number = :number
                """)
                .param("outcome", code(outcome))
                .param("person", person, Types.OTHER)
                .param("added", added.toArray(UUID[]::new))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("admission", admission)
                .param("number", number)
                .update();
    }

    void shred(UUID admission) {
        jdbc.sql("update admissions.line set sealed = null, persons = '{}' where admission = :admission")
                .param("admission", admission)
                .update();
    }

    /** When lists brought her in or completed what is known of her. */
    @Transactional(readOnly = true)
    public List<Instant> entered(UUID person) {
        return jdbc.sql("select done_at from admissions.line where person = :person order by done_at desc limit 100")
                .param("person", person)
                .query((row, _) ->
                        row.getObject("done_at", OffsetDateTime.class).toInstant())
                .list();
    }

    void erase(UUID person) {
        jdbc.sql("update admissions.line set person = null, added = '{}' where person = :person")
                .param("person", person)
                .update();
        jdbc.sql("""
                update admissions.line set persons = array_remove(persons, :person::uuid)
                where persons @> array[:person::uuid]
                """).param("person", person).update();
    }

    private Line line(ResultSet row) throws SQLException {
        var admission = row.getObject("admission", UUID.class);
        int number = row.getInt("number");
        var sealed = row.getBytes("sealed");
        return new Line(
                number,
                row.getObject("once", UUID.class),
                sealed == null
                        ? List.of()
                        : List.of(JsonMapper.shared()
                                .readValue(vault.open(admission, field(number), sealed), String[].class)),
                constant(Finding.class, row.getString("finding")),
                row.getInt("faults"),
                Arrays.asList((UUID[]) array(row.getArray("persons"))),
                Arrays.asList((Integer[]) array(row.getArray("earlier"))),
                constant(Decision.class, row.getString("decision")),
                constant(Outcome.class, row.getString("outcome")),
                row.getObject("person", UUID.class),
                Arrays.asList((UUID[]) array(row.getArray("added"))),
                row.getObject("done_at", OffsetDateTime.class));
    }

    private static Object array(Array array) throws SQLException {
        return array.getArray();
    }

    private static <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable String code) {
        return code == null
                ? null
                : Enum.valueOf(type, code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
