package org.opensocialnet.exchange;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opensocialnet.database.Sight;
import org.opensocialnet.directory.HsdsTable;
import org.opensocialnet.kernel.OperatorError;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** Another directory's file, from the terminal into the database. */
@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES)
class ImportHsdsTest {

    static final String SOURCE = "import-test";

    @Autowired
    ImportHsds importing;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    @TempDir
    Path dir;

    final Said said = new Said();

    @AfterEach
    void forget() {
        forget(SOURCE);
    }

    @Test
    void aFileIsTakenInAndASecondTimeChangesNothing() throws IOException {
        tables("Κουζίνα", "");

        assertThat(run(dir, "--source", SOURCE, "--name", "Δοκιμή")).isZero();
        assertThat(said.text()).contains("reading organizations.csv", "Kept.");
        assertThat(names("organization")).containsExactly("Κουζίνα");
        assertThat(jdbc.sql("select name from directory.public_source where id = ?")
                        .param(SOURCE)
                        .query(String.class)
                        .single())
                .isEqualTo("Δοκιμή");

        said.lines.clear();
        assertThat(run(dir, "--source", SOURCE)).isZero();
        assertThat(said.lines)
                .filteredOn(line -> line.startsWith("total"))
                .singleElement()
                .asString()
                .matches("total +2 +0 +0 +2 +0 +0");
    }

    @Test
    void aBadRowIsLeftOutAndNamedInTheReport() throws IOException {
        tables("Κουζίνα", "22222222-2222-4222-8222-222222222222,,Χωρίς όνομα\n=1+1,A\n");
        var csv = dir.resolve("report.csv");
        var json = dir.resolve("report.json");

        assertThat(run(dir.resolve("organizations.csv"), "--source", SOURCE, "--report", csv.toString()))
                .isEqualTo(1);
        run(dir.resolve("organizations.csv"), "--source", SOURCE, "--report=" + json);

        assertThat(names("organization")).containsExactly("Κουζίνα");
        assertThat(Files.readString(csv))
                .contains("file,row,table,column,value,reason,left out", "organizations.csv,3,organization,name,")
                .contains("organizations.csv,4,organization,,'=1+1,");
        assertThat(JsonMapper.shared()
                        .readTree(Files.readAllBytes(json))
                        .path("problems")
                        .path(0)
                        .path("line")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void strictRefusesAllForOneBadRow() throws IOException {
        tables("Κουζίνα", "22222222-2222-4222-8222-222222222222,,Χωρίς όνομα\n");

        assertThat(run(dir, "--source", SOURCE, "--strict")).isEqualTo(1);
        assertThat(names("organization")).isEmpty();
        assertThat(said.text()).contains("Nothing was kept: --strict");
    }

    @Test
    void aDryRunKeepsNothing() throws IOException {
        tables("Κουζίνα", "");

        assertThat(run(dir, "--source", SOURCE, "--dry-run")).isZero();
        assertThat(names("organization")).isEmpty();
        assertThat(said.text()).contains("dry run", "Nothing was kept.");
    }

    @Test
    void whatTheSourceNoLongerHasBecomesInactive() throws IOException {
        tables("Κουζίνα", "");
        run(dir, "--source", SOURCE);
        Files.writeString(dir.resolve("services.csv"), "id,organization_id,name,status\n");

        run(dir, "--source", SOURCE);

        assertThat(jdbc.sql("select gone_at is not null from directory.public_service where record_source = ?")
                        .param(SOURCE)
                        .query(Boolean.class)
                        .list())
                .containsExactly(true);
    }

    @Test
    void theHistoriesOfItsRecordsTellWhatItChanged() throws IOException {
        var id = UUID.randomUUID();
        var file = dir.resolve("organizations.csv");
        Files.writeString(file, "id,name,description\n" + id + ",Κουζίνα,\n");
        assertThat(run(file, "--source", SOURCE, "--name", "Δοκιμή", "--dry-run"))
                .isZero();
        assertThat(history(id)).isEmpty();
        run(file, "--source", SOURCE, "--name", "Δοκιμή");
        run(file, "--source", SOURCE, "--name", "Δοκιμή");
        Files.writeString(file, "id,name,description\n" + id + ",Μεγάλη κουζίνα,\n");
        assertThat(run(file, "--source", SOURCE, "--name", "Δοκιμή", "--everything"))
                .isZero();

        assertThat(history(id))
                .as("that it came, nothing of the second time, and what the third changed")
                .containsExactly("imported Δοκιμή", "imported Δοκιμή name: Κουζίνα -> Μεγάλη κουζίνα");
        assertThat(jdbc.sql("""
                        select last_action_type || ' ' || field_name || ' ' || updated_by
                        from directory.public_metadata where resource_id = ?
                        """).param(id).query(String.class).list())
                .as("the public reads it too")
                .containsExactly("import name Δοκιμή");
        assertThat(asJob("select count(*) from exchange.arrival", Integer.class))
                .containsExactly(0);
    }

    private List<String> history(UUID record) {
        return asJob("""
                select concat_ws(' ', s.what, s.member_name, c.column_name || ': ' || c.before || ' -> ' || c.after)
                from drafts.change_set s left join drafts.change c on c.change_set = s.id
                where s.record = '%s' order by s.at, s.id, c.position
                """.formatted(record), String.class);
    }

    private <T> List<T> asJob(String sql, Class<T> type) {
        return Sight.job("test")
                .call(() -> requireNonNull(
                        transactions.execute(_ -> jdbc.sql(sql).query(type).list())));
    }

    @Test
    void textInOtherLanguagesIsKept() throws IOException {
        Files.writeString(dir.resolve("o.json"), """
                {"id":"11111111-1111-4111-8111-111111111111","name":"Κουζίνα","description":"",
                 "translations":{"ar":{"name":"مطبخ"}},"phones":[{"id":"33333333-3333-4333-8333-333333333333","number":"210"}]}
                """);

        assertThat(run(dir.resolve("o.json"), "--source", SOURCE)).isZero();
        assertThat(jdbc.sql(
                                "select translations #>> '{ar,name}' from directory.public_organization where record_source = ?")
                        .param(SOURCE)
                        .query(String.class)
                        .single())
                .isEqualTo("مطبخ");
    }

    @Test
    void anUnknownColumnIsNamedOnce() throws IOException {
        Files.writeString(dir.resolve("organizations.csv"), """
                id,name,description,mood
                11111111-1111-4111-8111-111111111111,A,B,good
                22222222-2222-4222-8222-222222222222,C,D,bad
                """);

        run(dir.resolve("organizations.csv"), "--source", SOURCE);

        assertThat(said.lines).filteredOn(line -> line.contains("mood")).hasSize(1);
    }

    @Test
    void whatWasTypedWronglyIsExplained() {
        assertThatThrownBy(() -> importing.run(List.of(), said))
                .isInstanceOf(OperatorError.class)
                .hasMessageContaining("Usage: import-hsds FILE");
        assertThatThrownBy(() -> run(dir, "--sauce")).hasMessageContaining("There is no option --sauce");
        assertThatThrownBy(() -> run(dir, "--source")).hasMessageContaining("--source needs a value");
        assertThatThrownBy(() -> run(dir, "--source", "San Mateo"))
                .hasMessageContaining("small letters, digits and hyphens");
        assertThatThrownBy(() -> run(dir.resolve("none.zip"))).hasMessageContaining("there is no such file");
    }

    @Test
    void theExamplesOfHsdsAreTakenIn() throws IOException {
        var examples = SharedData.file("directory/hsds-3.1/examples");
        for (var file : List.of(
                "organization_full.json",
                "service_full.json",
                "service_at_location_full.json",
                "organization_list.json",
                "service_list.json",
                "taxonomy_term.json",
                "taxonomy.json")) {
            said.lines.clear();
            // Some name a parent or a wider term that is not among them: that alone is left away, and said.
            run(examples.resolve(file), "--source", SOURCE);
            assertThat(said.text()).as(file).contains("Kept.");
        }
        assertThat(names("organization")).contains("Example Organization Inc.");
        assertThat(names("service")).contains("Community Counselling");
    }

    @Test
    void sanMateoIsTakenInWhollyAndASecondTimeChangesNothing() throws IOException {
        var file = SharedData.file("directory/san-mateo-hsds3.zip");
        try {
            run(file, "--source", "san-mateo-test", "--report", "target/san-mateo-report.csv");
            Files.write(Path.of("target/san-mateo-report.txt"), said.lines, StandardCharsets.UTF_8);
            assertThat(count("service", "san-mateo-test")).isEqualTo(1_695);
            assertThat(count("organization", "san-mateo-test")).isEqualTo(1_367);
            assertThat(count("location", "san-mateo-test")).isEqualTo(1_713);

            said.lines.clear();
            run(file, "--source", "san-mateo-test");
            assertThat(said.lines)
                    .filteredOn(line -> line.startsWith("total"))
                    .singleElement()
                    .asString()
                    .matches("total +[\\d,]+ +0 +0 +[\\d,]+ +0 +\\d+");
        } finally {
            forget("san-mateo-test");
        }
    }

    private void tables(String name, String more) throws IOException {
        Files.writeString(
                dir.resolve("organizations.csv"),
                "id,name,description\n11111111-1111-4111-8111-111111111111," + name + ",\n" + more);
        Files.writeString(dir.resolve("services.csv"), """
                id,organization_id,name,status
                44444444-4444-4444-8444-444444444444,11111111-1111-4111-8111-111111111111,Συσσίτιο,active
                """);
    }

    private int run(Path file, String... options) throws IOException {
        var arguments = new ArrayList<>(List.of(file.toString()));
        arguments.addAll(List.of(options));
        return importing.run(arguments, said);
    }

    private List<String> names(String table) {
        return jdbc.sql("select name from directory.public_" + table + " where record_source = ?")
                .param(SOURCE)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private int count(String table, String source) {
        return jdbc.sql("select count(*) from directory.public_" + table + " where record_source = ?")
                .param(source)
                .query(Integer.class)
                .single();
    }

    private void forget(String source) {
        for (var table : HsdsTable.all().reversed()) {
            jdbc.sql("delete from directory." + table.name() + " where record_source = ?")
                    .param(source)
                    .update();
        }
        jdbc.sql("delete from directory.source where id = ?").param(source).update();
    }
}
