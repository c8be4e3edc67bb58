package org.opensocialnet.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.database.Rows;
import org.opensocialnet.intake.Difference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The records an import changes, and each value of them. */
@Component
@Transactional(readOnly = true)
class LoadRecords {

    static final int PAGE = 20;

    private static final String SELECT =
            "select table_name, id, kind, name, differences, outcome from imports.record where run = :run ";

    /** What becomes of a record. */
    enum Kind {
        NEW,
        BACK,
        CHANGED,
        GONE
    }

    /** What became of it when the import was taken back. */
    enum Outcome {
        TAKEN_BACK,

        /** It was changed by somebody else since, and waits for a decision. */
        KEPT,

        /** Somebody decided that it stays. */
        LEFT
    }

    /** One record; its name where the file tells it. */
    record Touched(
            String tableName,
            UUID id,
            Kind kind,
            @Nullable String name,
            long differences,
            @Nullable Outcome outcome) {}

    /** How many records of a table become what. */
    record Sum(String tableName, Kind kind, long records) {}

    /** What became, or would become, of one table's rows. */
    record Counted(String tableName, long read, long added, long changed, long unchanged, long gone, long leftOut) {}

    private record Line(
            UUID recordId,
            String tableName,
            UUID rowId,
            String kind,
            String columnName,
            @Nullable String before,
            @Nullable String after) {

        Difference difference() {
            return new Difference(tableName, rowId, Difference.Kind.valueOf(kind), columnName, before, after);
        }
    }

    private final JdbcClient jdbc;

    LoadRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Sum> sums(Load load) {
        return jdbc.sql("""
                        select table_name, kind, count(*) as records from imports.record
                        where run = :run
                        group by table_name, kind
                        """).param("run", load.run()).query(Rows.of(Sum.class)).list();
    }

    public List<Counted> counted(Load load) {
        return jdbc.sql("""
                        select table_name, read, added, changed, unchanged, gone, left_out
                        from imports.counted
                        where run = :run
                        order by array_position(array['organization', 'service', 'location'], table_name), position
                        """)
                .param("run", load.run())
                .query(Rows.of(Counted.class))
                .list();
    }

    public long count(Load load) {
        return jdbc.sql("select count(*) from imports.record where run = :run")
                .param("run", load.run())
                .query(Long.class)
                .single();
    }

    /** How many were kept at the undo and still wait for a decision. */
    public long waiting(Load load) {
        return jdbc.sql("select count(*) from imports.record where run = :run and outcome = 'KEPT'")
                .param("run", load.run())
                .query(Long.class)
                .single();
    }

    /** One page and the first of the next; empty texts do not narrow it. */
    public List<Touched> page(Load load, String table, String kind, int page) {
        return jdbc.sql(SELECT + """
                          and (:table = '' or table_name = :table) and (:kind = '' or kind = :kind)
                        order by array_position(array['organization', 'service', 'location'], table_name), name, id
                        limit :size offset :offset
                        """)
                .param("run", load.run())
                .param("table", table)
                .param("kind", kind)
                .param("size", PAGE + 1)
                .param("offset", Math.max(0, page - 1) * (long) PAGE)
                .query(Rows.of(Touched.class))
                .list();
    }

    public List<Touched> kept(Load load, int page) {
        return jdbc.sql(SELECT + "and outcome = 'KEPT' order by name, id limit :size offset :offset")
                .param("run", load.run())
                .param("size", PAGE + 1)
                .param("offset", Math.max(0, page - 1) * (long) PAGE)
                .query(Rows.of(Touched.class))
                .list();
    }

    public Optional<Touched> one(Load load, UUID id) {
        return jdbc.sql(SELECT + "and id = :id order by table_name limit 1")
                .param("run", load.run())
                .param("id", id)
                .query(Rows.of(Touched.class))
                .optional();
    }

    /** Organisations, services and places of it, some of one kind at a time, from one on. */
    public List<Touched> following(Load load, String table, @Nullable UUID after, int most) {
        return jdbc.sql(SELECT + """
                          and table_name = :table and (cast(:after as uuid) is null or id > cast(:after as uuid))
                        order by id
                        limit :most
                        """)
                .param("run", load.run())
                .param("table", table)
                .param("after", after == null ? null : after.toString(), java.sql.Types.VARCHAR)
                .param("most", most)
                .query(Rows.of(Touched.class))
                .list();
    }

    /** Some of which nothing was said yet. */
    public List<Touched> undecided(Load load, int most) {
        return jdbc.sql(SELECT + "and outcome is null order by table_name, id limit :most")
                .param("run", load.run())
                .param("most", most)
                .query(Rows.of(Touched.class))
                .list();
    }

    /** Each value of some records, by record; of very long ones the first. */
    public Map<UUID, List<Difference>> differences(Load load, Collection<Touched> records, int atMost) {
        return jdbc
                .sql("""
                        select record_id, table_name, row_id, kind, column_name, before, after
                        from (
                            select d.*, row_number() over (
                                       partition by record_table, record_id
                                       order by d.table_name <> d.record_table, d.position) as nth
                            from imports.difference d
                            join unnest(cast(:tables as text[]), cast(:ids as uuid[])) r (table_name, id)
                              on r.table_name = d.record_table and r.id = d.record_id
                            where d.run = :run) numbered
                        where nth <= :most
                        order by nth
                        """)
                .param("run", load.run())
                .param("tables", array(records.stream().map(Touched::tableName).toList()))
                .param("ids", array(records.stream().map(Touched::id).toList()))
                .param("most", atMost)
                .query(Rows.of(Line.class))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Line::recordId, Collectors.mapping(Line::difference, Collectors.toCollection(ArrayList::new))));
    }

    @Transactional
    public void note(Load load, Collection<Touched> records, Outcome outcome) {
        jdbc.sql("""
                        update imports.record r set outcome = :outcome
                        from unnest(cast(:tables as text[]), cast(:ids as uuid[])) x (table_name, id)
                        where r.run = :run and r.table_name = x.table_name and r.id = x.id
                        """)
                .param("outcome", outcome.name())
                .param("run", load.run())
                .param("tables", array(records.stream().map(Touched::tableName).toList()))
                .param("ids", array(records.stream().map(Touched::id).toList()))
                .update();
    }

    private static String array(List<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }
}
