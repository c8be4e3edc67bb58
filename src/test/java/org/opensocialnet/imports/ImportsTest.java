package org.opensocialnet.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opensocialnet.access.AtTheDesk;
import org.opensocialnet.access.AtTheDesk.Visitor;
import org.opensocialnet.access.Role;
import org.opensocialnet.database.Sight;
import org.opensocialnet.intake.Amendment;
import org.opensocialnet.intake.Amendment.Put;
import org.opensocialnet.intake.Intakes;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Over real HTTP: the coordination team brings in a neighbouring town's directory, and takes it back. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ImportsTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Intakes intakes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    Visitor team;
    Visitor admin;
    String town;
    UUID org;
    UUID kitchen;

    @BeforeEach
    void whoIsThere() {
        var desk = AtTheDesk.of(context);
        team = desk.as(Role.COORDINATOR, null);
        admin = desk.as(Role.ADMINISTRATOR, null);
        town = "Anatoli " + UUID.randomUUID();
        org = UUID.randomUUID();
        kitchen = UUID.randomUUID();
    }

    byte[] directory(String... services) {
        return AnImport.zip(
                "organizations.csv",
                "id,name,description\n" + org + ",Δήμος Ανατολής,Ένας δήμος\n",
                "services.csv",
                Stream.concat(Stream.of("id,organization_id,name,status,email,minimum_age"), Stream.of(services))
                        .collect(Collectors.joining("\n")),
                "phones.csv",
                "id,service_id,number\np1," + kitchen + ",210 000 1111\n");
    }

    String kitchen(String name) {
        return kitchen + "," + org + "," + name + ",active,,";
    }

    static String page(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    String act(String path) {
        assertThat(team.post(path, Map.of()).statusCode()).isEqualTo(302);
        return AnImport.settled(team, path.replaceFirst("/[a-z]+$", ""));
    }

    String applied(byte[] file) {
        var path = AnImport.sent(team, town, "anatoli.zip", file);
        assertThat(AnImport.settled(team, path)).contains("Περιμένει απόφαση");
        assertThat(act(path + "/application")).contains("Μπήκε στον κατάλογο");
        return path;
    }

    String again(byte[] file) {
        var source = jdbc.sql("select id from directory.source where name = :name")
                .param("name", town)
                .query(String.class)
                .single();
        var path =
                AnImport.path(AnImport.send(team, "/desk/imports/new", Map.of("source", source), "anatoli.zip", file));
        AnImport.settled(team, path);
        return path;
    }

    @Test
    void aFileIsComparedLookedAtBroughtInAndTakenBack() {
        var path = AnImport.sent(team, town, "anatoli.zip", directory(kitchen("Κουζίνα της Ανατολής")));
        assertThat(AnImport.settled(team, path))
                .contains("Περιμένει απόφαση", "Υπηρεσίες, νέες εγγραφές: 1", "Να μπει στον κατάλογο");
        assertThat(page(team.get(path + "/records?table=service&kind=NEW")))
                .contains("Κουζίνα της Ανατολής", "210 000 1111")
                .doesNotContain("Δήμος Ανατολής</h2>");
        assertThat(team.get("/service/" + kitchen).statusCode()).isEqualTo(404);

        assertThat(act(path + "/application")).contains("Μπήκε στον κατάλογο", "Αναίρεση της εισαγωγής");
        assertThat(page(team.get("/service/" + kitchen))).contains("Κουζίνα της Ανατολής");
        assertThat(page(admin.get("/desk/imports"))).contains(town, "Ελένη Δοκιμή");

        assertThat(page(team.get(path + "/undo"))).contains("Να αναιρεθεί όλη η εισαγωγή;");
        assertThat(act(path + "/undo")).contains("Αναιρέθηκε");
        assertThat(team.get("/service/" + kitchen).statusCode()).isEqualTo(404);
        assertThat(gone("service", kitchen)).isTrue();
    }

    @Test
    void theSecondFileTellsWhatChangedValueByValueAndItsUndoBringsBackWhatWas() {
        var soup = UUID.randomUUID();
        applied(directory(kitchen("Κουζίνα"), soup + "," + org + ",Σούπα,active,,"));
        var path = again(directory(kitchen("Η νέα κουζίνα")));
        assertThat(page(team.get(path))).contains("Υπηρεσίες, με αλλαγές: 1", "Υπηρεσίες, εκτός χρήσης: 1");
        assertThat(page(team.get(path + "/records?kind=CHANGED")))
                .contains("<del>Κουζίνα</del>", "Η νέα κουζίνα</ins>")
                .doesNotContain("Σούπα");
        act(path + "/application");
        assertThat(gone("service", soup)).isTrue();

        act(path + "/undo");
        assertThat(page(team.get("/service/" + kitchen))).contains("Κουζίνα").doesNotContain("Η νέα κουζίνα");
        assertThat(gone("service", soup)).isFalse();
        assertThat(page(team.get("/service/" + soup))).contains("Σούπα");
    }

    @Test
    void aRecordsOwnHistoryNamesTheImportThatChangedItAndThatItWasTakenBack() {
        applied(directory(kitchen("Κουζίνα")));
        var path = again(directory(kitchen("Η νέα κουζίνα")));
        act(path + "/application");
        var history = "/desk/records/service/" + kitchen + "/history";
        assertThat(page(team.get(history)))
                .contains("Από αρχείο άλλου καταλόγου", town, "Η νέα κουζίνα")
                .doesNotContain("/undo\"");
        assertThat(page(team.get("/service/" + kitchen))).contains("από αρχείο «" + town + "»");
        assertThat(metadata()).containsExactly("import|name|Κουζίνα|Η νέα κουζίνα|" + town);

        act(path + "/undo");
        assertThat(page(team.get(history))).contains("Ανάκληση αρχείου άλλου καταλόγου");
        assertThat(metadata()).contains("import-undone|name|Η νέα κουζίνα|Κουζίνα|" + town);
        assertThat(page(team.get("/service/" + kitchen))).contains("ανάκληση αρχείου «" + town + "»");
    }

    /** What the public is told of the kitchen, as HSDS metadata. */
    List<@Nullable String> metadata() {
        return jdbc.sql("""
                select concat_ws('|', last_action_type, field_name, previous_value, replacement_value, updated_by)
                from directory.public_metadata
                where resource_id = :kitchen
                """).param("kitchen", kitchen).query(String.class).list();
    }

    @Test
    void dirtyRowsAreNamedAndTheirSheetStartsNoFormula() {
        var path = AnImport.sent(
                team,
                town,
                "dirty.zip",
                directory(
                        kitchen("Κουζίνα"),
                        "x," + org + ",=HYPERLINK(1),active,,πολύ",
                        "y,," + "Χωρίς φορέα,active,,"));
        assertThat(AnImport.settled(team, path)).contains("2 προβλήματα");
        assertThat(page(team.get(path + "/problems")))
                .contains("services.csv:3", "minimum_age", "πολύ", "δεν είναι αριθμός", "λείπει");
        assertThat(page(team.get("/en" + path + "/problems"))).contains("is not a number");
        jdbcAsProgram(
                "update imports.problem set value = '=cmd|calc' where reason = 'is not a number' and load = :id", path);
        var sheet = page(team.get(path + "/problems.csv"));
        assertThat(sheet).contains("services.csv,3,service,minimum_age,'=cmd|calc,δεν είναι αριθμός,ναι");
    }

    void jdbcAsProgram(String sql, String path) {
        Sight.job("test")
                .run(() -> transactions.executeWithoutResult(
                        _ -> jdbc.sql(sql).param("id", id(path)).update()));
    }

    static UUID id(String path) {
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }

    @Test
    void aZipMadeToFillADiskIsRefusedWithWordsAndNothingOfItIsKept() {
        var bomb = AnImport.zip("services.csv", "id,name\n" + "0".repeat(40 << 20));
        var path = AnImport.sent(team, town, "bomb.zip", bomb);
        assertThat(AnImport.settled(team, path))
                .contains("Δεν διαβάζεται", "φτιαγμένα για να γεμίσουν έναν δίσκο", "Τίποτα από αυτό δεν φυλάχτηκε");
        assertThat(page(admin.get("/en" + path))).contains("made to fill a disk");
        assertThat(pieces(path)).isZero();
    }

    @Test
    void aFileInAnOldGreekEncodingIsRefusedWithTheRemedy() {
        var old = "id,name\n1,Κουζίνα της γειτονιάς μας\n".getBytes(java.nio.charset.Charset.forName("windows-1253"));
        var path = AnImport.sent(team, town, "organizations.csv", old);
        assertThat(AnImport.settled(team, path)).contains("CSV UTF-8");
    }

    @Test
    void aFileThatIsTooLargeIsToldSoOnItsForm() {
        var answer = AnImport.send(
                team, "/desk/imports/new", Map.of("source", "new", "name", town), "big.zip", new byte[52 << 20]);
        assertThat(answer.statusCode()).isEqualTo(303);
        var form = team.get(answer.headers().firstValue("Location").orElseThrow());
        assertThat(form.statusCode()).isEqualTo(422);
        assertThat(form.body()).contains("Το αρχείο ξεπερνά τα 50 MB");
        var elsewhere = AnImport.send(team, "/desk/settings/emblems", Map.of(), "big.png", new byte[5 << 20]);
        assertThat(elsewhere.statusCode()).isEqualTo(413);
    }

    @Test
    void aFormWithoutFileOrSourceSaysWhatIsMissingAndKeepsWhatWasTyped() {
        var answer =
                AnImport.send(team, "/desk/imports/new", Map.of("source", "new", "name", "Όνομα <b>"), "", new byte[0]);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Διαλέξτε το αρχείο", "Όνομα &lt;b>");
        assertThat(AnImport.send(team, "/desk/imports/new", Map.of(), "a.zip", new byte[] {1})
                        .body())
                .contains("Από πού είναι το αρχείο;");
    }

    @Test
    void ofTwoPeopleWhoBringItInAtOnceOneDoes() {
        var path = AnImport.sent(team, town, "anatoli.zip", directory(kitchen("Κουζίνα")));
        AnImport.settled(team, path);
        var both = Stream.of(team, admin)
                .map(who -> CompletableFuture.supplyAsync(() -> who.post(path + "/application", Map.of())))
                .toList();
        assertThat(both.stream().map(each -> each.join().statusCode()))
                .contains(302)
                .containsAnyOf(302, 409);
        assertThat(AnImport.settled(team, path)).contains("Μπήκε στον κατάλογο");
        assertThat(lines("imports.load.applied", path)).isOne();
    }

    long lines(String what, String path) {
        return asProgram("select count(*) from audit.act where what = '" + what + "' and subject = :id", path);
    }

    long pieces(String path) {
        return asProgram("select count(*) from imports.piece where load = :id", path);
    }

    long asProgram(String sql, String path) {
        var found = new long[1];
        Sight.job("test")
                .run(() -> transactions.executeWithoutResult(_ -> found[0] =
                        jdbc.sql(sql).param("id", id(path)).query(Long.class).single()));
        return found[0];
    }

    boolean gone(String table, UUID id) {
        return jdbc.sql("select gone_at is not null from directory.%s where id = :id".formatted(table))
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** As somebody at the desk would, through the gate. */
    void byHand(UUID service, String column, String value) {
        assertThat(intakes.amend(new Amendment(
                                "own", java.util.List.of(new Put("service", service, Map.of(column, value)))))
                        .possible())
                .isTrue();
    }

    @Test
    void whatWasShownIsBroughtInOrNothing() {
        applied(directory(kitchen("Κουζίνα")));
        var path = again(directory(kitchen("Άλλη κουζίνα")));
        byHand(kitchen, "name", "Κουζίνα με τα χέρια");
        assertThat(act(path + "/application")).contains("Ο κατάλογος άλλαξε μετά τη σύγκριση", "Σύγκριση πάλι");
        assertThat(page(team.get("/service/" + kitchen))).contains("Κουζίνα με τα χέρια");
        assertThat(team.post(path + "/application", Map.of()).statusCode()).isEqualTo(409);

        assertThat(act(path + "/comparison")).contains("ο κατάλογος λέει ήδη τα ίδια");
    }

    @Test
    void recordsChangedByHandSinceStayAtTheUndoAndAreDecidedOneByOne() {
        var soup = UUID.randomUUID();
        var path = applied(directory(kitchen("Κουζίνα"), soup + "," + org + ",Σούπα,active,,"));
        byHand(kitchen, "email", "kouzina@odos.example");
        assertThat(act(path + "/undo")).contains("Μία εγγραφή έμεινε όπως είναι");
        assertThat(gone("service", soup)).isTrue();
        assertThat(gone("service", kitchen)).isFalse();

        assertThat(page(team.get(path + "/kept"))).contains("Κουζίνα", "Άλλοι πρόσθεσαν κάτι");
        var decision = path + "/kept/" + kitchen;
        assertThat(team.post(decision, Map.of("choice", "perhaps")).statusCode())
                .isEqualTo(400);
        assertThat(team.post(decision, Map.of("choice", "take-back")).statusCode())
                .isEqualTo(302);
        assertThat(gone("service", kitchen)).isTrue();
        assertThat(team.post(decision, Map.of("choice", "leave")).statusCode()).isEqualTo(409);
        assertThat(page(team.get(path + "/kept"))).contains("Δεν περιμένει καμία εγγραφή");
    }

    @Test
    void workThatANodeLeftInTheMiddleIsMarkedAndBegunAgain() {
        var path = AnImport.sent(team, town, "anatoli.zip", directory(kitchen("Κουζίνα")));
        AnImport.settled(team, path);
        jdbcAsProgram("""
                insert into chores.chore (id, kind, subject, state, role, reach, origin, asked_at, run, beat)
                values (gen_random_uuid(), 'imports.bringing-in', :id, 'running', 'coordinator', 'NETWORK', 'here',
                        now(), gen_random_uuid(), now() - interval '2 minutes')
                """, path);
        assertThat(team.get(path).body()).contains("Γίνεται τώρα");
        await().atMost(Duration.ofSeconds(20)).until(() -> team.get(path).body().contains("Η εργασία διακόπηκε"));
        assertThat(team.get("/service/" + kitchen).statusCode()).isEqualTo(404);
        assertThat(act(path + "/application")).contains("Μπήκε στον κατάλογο");
        assertThat(page(team.get("/service/" + kitchen))).contains("Κουζίνα");
    }

    @Test
    void whoDecidesAgainstItLeavesNothingBehind() {
        var path = AnImport.sent(team, town, "anatoli.zip", directory(kitchen("Κουζίνα")));
        AnImport.settled(team, path);
        assertThat(team.post(path + "/removal", Map.of()).statusCode()).isEqualTo(302);
        assertThat(pieces(path)).isZero();
        assertThat(page(team.get(path))).contains("Απορρίφθηκε");
        assertThat(team.post(path + "/application", Map.of()).statusCode()).isEqualTo(409);
    }

    @Test
    void filesAndDifferencesGoWhenTheirTimeIsOver() {
        var path = applied(directory(kitchen("Κουζίνα")));
        jdbcAsProgram("update imports.load set applied_at = now() - interval '40 days' where id = :id", path);
        context.getBean(FileShredder.class).tidy();
        assertThat(pieces(path)).isZero();
        assertThat(page(team.get(path))).contains("Αναίρεση της εισαγωγής");
        jdbcAsProgram("update imports.load set applied_at = now() - interval '200 days' where id = :id", path);
        context.getBean(FileShredder.class).tidy();
        assertThat(page(team.get(path))).contains("δεν φυλάσσονται πια").doesNotContain("Αναίρεση της εισαγωγής");
        assertThat(team.get(path + "/records").statusCode()).isEqualTo(409);
    }

    @Test
    void tenThousandRowsAreComparedBroughtInAndTakenBack() {
        var services = IntStream.range(0, 10_000)
                .mapToObj(number -> "s%d,%s,Υπηρεσία %d,active,,".formatted(number, org, number))
                .toArray(String[]::new);
        long started = System.nanoTime();
        var path = applied(directory(services));
        long brought = System.nanoTime();
        assertThat(page(team.get(path + "/records?kind=NEW&page=3"))).contains("Υπηρεσία ");
        act(path + "/undo");
        long back = System.nanoTime();
        assertThat(jdbc.sql("select count(*) from directory.service where organization_id = :org and gone_at is null")
                        .param("org", org)
                        .query(Long.class)
                        .single())
                .isZero();
        System.out.printf(
                "10,000 rows: in %.1f s, back in %.1f s%n", (brought - started) / 1e9, (back - brought) / 1e9);
    }
}
