package org.opensocialnet.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opensocialnet.database.Rows;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ApplicationModuleTest(mode = BootstrapMode.DIRECT_DEPENDENCIES)
class HsdsTableTest {

    /** Kept by the directory itself, never brought in a row. */
    static final List<String> KEPT_BY_US = List.of("record_source", "gone_at", "changed_in", "changed_at");

    @Autowired
    JdbcClient jdbc;

    static Stream<HsdsTable> tables() {
        return HsdsTable.all().stream();
    }

    record Column(String columnName, String dataType, boolean nullable, boolean defaulted) {}

    private List<Column> inDatabase(String table) {
        return jdbc.sql("""
                        select column_name, data_type, is_nullable = 'YES' as nullable, column_default is not null as defaulted
                        from information_schema.columns
                        where table_schema = 'directory' and table_name = ? order by ordinal_position""").param(table).query(Rows.of(Column.class)).list();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void theDatabaseHasTheSameColumns(HsdsTable table) {
        var columns = inDatabase(table.name());
        assertThat(columns.stream().map(Column::columnName).filter(name -> !KEPT_BY_US.contains(name)))
                .containsExactlyInAnyOrderElementsOf(
                        table.columns().stream().map(HsdsColumn::name).toList());
        assertThat(columns.stream().anyMatch(column -> column.columnName().equals("gone_at")))
                .isEqualTo(table.root());
        for (var column : table.columns()) {
            var stored = columns.stream()
                    .filter(each -> each.columnName().equals(column.name()))
                    .findFirst()
                    .orElseThrow();
            assertThat(stored.dataType())
                    .as(column.name())
                    .isEqualTo(column.type().sql());
            assertThat(stored.nullable())
                    .as("%s may be empty", column.name())
                    .isEqualTo(!column.required() && column.fallback() == null);
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void thePublicViewHasThePublishedColumns(HsdsTable table) {
        var view = inDatabase("public_" + table.name()).stream()
                .map(Column::columnName)
                .filter(name -> !KEPT_BY_US.contains(name));
        assertThat(view)
                .containsExactlyInAnyOrderElementsOf(
                        table.publishedColumns().stream().map(HsdsColumn::name).toList());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void theDatabaseRefersToTheSameTables(HsdsTable table) {
        for (var column : table.columns()) {
            var referenced = jdbc.sql("""
                            select confrelid::regclass::text || ' ' || (confdeltype = 'c')
                            from pg_constraint c
                            join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
                            where c.contype = 'f' and c.conrelid = ('directory.' || ?)::regclass and a.attname = ?""")
                    .param(table.name())
                    .param(column.name())
                    .query((row, number) -> row.getString(1))
                    .list();
            var expected = column.references() == null
                    ? List.of()
                    : List.of("directory." + column.references() + " " + (column.owner() || isATie(table, column)));
            assertThat(referenced).as(table.name() + "." + column.name()).isEqualTo(expected);
        }
    }

    /** A tie to a term goes with the term, but hangs on the record. */
    private static boolean isATie(HsdsTable table, HsdsColumn column) {
        return table.name().equals("attribute") && column.name().equals("taxonomy_term_id");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void hsdsHasTheSameColumnsInTheSameOrder(HsdsTable table) throws Exception {
        var schema = schema(table.name());
        if (table.ours()) {
            assertThat(schema).doesNotExist();
            return;
        }
        assumeTrue(Files.exists(schema), "HSDS 3.1 schemas are not in " + schema.getParent());
        var json = JsonMapper.builder().build().readTree(Files.readString(schema));
        var plain = json.get("properties").properties().stream()
                .filter(property -> property.getValue().path("type").isString()
                        && !property.getValue().path("type").stringValue().matches("array|object"))
                .map(java.util.Map.Entry::getKey)
                .toList();
        var flat = new TreeSet<>(plain);
        flat.addAll(texts(json.path("tabular_required")));
        assertThat(new TreeSet<>(
                        table.hsdsColumns().stream().map(HsdsColumn::name).toList()))
                .isEqualTo(flat);
        assertThat(table.hsdsColumns().stream().map(HsdsColumn::name).filter(plain::contains))
                .containsExactlyElementsOf(plain);
        for (var column : table.hsdsColumns()) {
            var allowed = texts(json.get("properties").path(column.name()).path("enum"));
            if (!allowed.isEmpty()) {
                assertThat(column.allowed()).isEqualTo(allowed);
            }
        }
        for (var required : texts(json.path("required"))) {
            table.column(required)
                    .ifPresent(column -> assertThat(column.required() || column.fallback() != null)
                            .as("%s is never empty", required)
                            .isTrue());
        }
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::stringValue)
                .toList();
    }

    static Path schema(String table) {
        var shared = System.getenv()
                .getOrDefault("OSN_SHARED_DATA", System.getProperty("OSN_SHARED_DATA", "../shared/data"));
        return Path.of(shared, "directory/hsds-3.1/schema", table + ".json");
    }
}
