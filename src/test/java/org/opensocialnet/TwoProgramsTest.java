package org.opensocialnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.opensocialnet.database.TestDatabase;
import org.opensocialnet.mail.ScriptedServer;
import org.opensocialnet.signin.Browsing;
import org.opensocialnet.upkeep.Filled;

/** Two programs on one database, as behind any balancer; in the end one of them is killed in the middle of work. */
@Tag("programs")
@TestMethodOrder(OrderAnnotation.class)
class TwoProgramsTest {

    static final String DATABASE = "two_programs";
    static final String PASSWORD = "demo-demo-demo-demo";
    static final int LETTERS = 6;
    static final Pattern SERVICE = Pattern.compile("/desk/records/service/([0-9a-f-]{36})");

    @TempDir
    static Path folder;

    static ScriptedServer mail;
    static RunningProgram first;
    static RunningProgram second;

    /** Both start at once on an empty database, each with a folder of its own and both with the same keys. */
    @BeforeAll
    static void start() throws Exception {
        mail = new ScriptedServer(Map.of());
        var postgres = TestDatabase.postgres().address();
        var environment = new HashMap<>(Map.of(
                "OSN_DATABASE_URL", TestDatabase.empty(DATABASE),
                "OSN_DATABASE_USER", postgres.user(),
                "OSN_DATABASE_PASSWORD", postgres.password(),
                "OSN_KEYS_DIRECTORY", folder.resolve("keys").toString(),
                "OSN_SEARCH_POLL", "1s",
                "OSN_LETTERS_POLL", "1s",
                "OSN_LETTERS_LEASE", "3s",
                "OSN_MAIL_HOST", "127.0.0.1",
                "OSN_MAIL_PORT", Integer.toString(mail.port())));
        environment.put("OSN_MAIL_SECURITY", "none");
        environment.put("OSN_MAIL_FROM", "Network <network@demo.example.org>");
        environment.put("SPRING_DATASOURCE_HIKARI_MAXIMUMPOOLSIZE", "8");
        first = new RunningProgram(Files.createDirectory(folder.resolve("first")), environment, "--demo");
        second = new RunningProgram(Files.createDirectory(folder.resolve("second")), environment, "--demo");
        first.awaitReady(Duration.ofSeconds(90));
        second.awaitReady(Duration.ofSeconds(90));
    }

    @AfterAll
    static void stop() {
        first.close();
        second.close();
        mail.close();
    }

    static Browsing signedIn(String who) {
        var browser = new Browsing(first.port());
        assertThat(browser.fill("/sign-in", "email", who + "@demo.example.org", "password", PASSWORD)
                        .statusCode())
                .isEqualTo(302);
        return browser;
    }

    static String service(Browsing editor) {
        var found = SERVICE.matcher(editor.get("/desk/records").body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    /** Opens the form of a service, calls it something else, and saves that as a draft. */
    static void rename(Browsing editor, String service, String name) {
        var path = "/desk/records/service/" + service + "/edit/basics";
        var fields = Filled.form(editor.get(path).body());
        fields.put("r0-name", name);
        assertThat(editor.post(
                                path,
                                fields.entrySet().stream()
                                        .flatMap(field -> List.of(field.getKey(), field.getValue()).stream())
                                        .toArray(String[]::new))
                        .statusCode())
                .isEqualTo(302);
    }

    static void awaiting(String what, Condition condition) throws Exception {
        for (var end = System.nanoTime() + Duration.ofSeconds(20).toNanos(); !condition.holds(); Thread.sleep(50)) {
            assertThat(System.nanoTime()).as("waiting until " + what).isLessThan(end);
        }
    }

    /** What is waited for. */
    interface Condition {
        boolean holds() throws Exception;
    }

    static long number(Connection keeper, String question) throws SQLException {
        try (var statement = keeper.createStatement();
                var row = statement.executeQuery(question)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    @Order(1)
    void whatOneKnowsTheOtherKnows() throws Exception {
        var editor = signedIn("editor");
        assertThat(editor.at(second.port()).get("/desk").statusCode())
                .as("the session")
                .isEqualTo(200);

        var service = service(editor);
        rename(editor, service, "Ζεστό γεύμα στην Αταλάντη");
        assertThat(editor.at(first.port())
                        .post("/desk/records/service/" + service + "/draft/publication")
                        .statusCode())
                .as("a draft saved there is published here")
                .isEqualTo(302);
        for (var node : List.of(first, second)) {
            var reader = new Browsing(node.port());
            awaiting(
                    "the search knows the news",
                    () -> reader.get("/find?q=%CE%91%CF%84%CE%B1%CE%BB%CE%AC%CE%BD%CF%84%CE%B7")
                            .body()
                            .contains("/service/" + service));
        }

        var administrator = signedIn("administrator");
        administrator.fill("/desk/settings/site", "site.name", "Δίκτυο Αταλάντη", "act", "keep");
        awaiting(
                "the setting holds there too",
                () -> new Browsing(second.port()).get("/privacy").body().contains("Δίκτυο Αταλάντη"));

        var guesser = new Browsing(first.port());
        for (int tried = 0; tried < 5; tried++) {
            for (var node : List.of(first, second)) {
                guesser.at(node.port())
                        .fill("/sign-in", "email", "researcher@demo.example.org", "password", "wrong wrong wrong");
            }
        }
        assertThat(guesser.fill("/sign-in", "email", "researcher@demo.example.org", "password", PASSWORD)
                        .body())
                .as("tries are counted over both")
                .contains("πολλές προσπάθειες");
        try (var keeper = TestDatabase.keeper(DATABASE)) {
            awaiting(
                    "the trail is sealed once, by either",
                    () -> number(
                                    keeper,
                                    "select count(*) from audit.act a where not exists (select from audit.link l where l.act = a.id)")
                            == 0);
            assertThat(number(keeper, "select count(*) - count(distinct act) from audit.link"))
                    .isZero();
        }
    }

    @Test
    @Order(2)
    void oneThatIsKilledInTheMiddleOfWorkLosesNothingAndTheOtherGoesOn() throws Exception {
        var editor = signedIn("editor");
        var administrator = signedIn("administrator");
        var service = service(editor);
        rename(editor, service, "Τσάι στην Αταλάντη");
        mail.slow(Duration.ofMillis(700));
        try (var keeper = TestDatabase.keeper(DATABASE);
                var other = TestDatabase.keeper(DATABASE)) {
            var published = number(keeper, changes(service));
            invite(administrator);
            holdUp(other, service);
            Thread.ofVirtual().start(() -> publish(editor, service));
            awaiting(
                    "it waits in the middle of a publication and of its letters",
                    () -> number(keeper, """
                            select count(*) from pg_stat_activity
                            where datname = current_database() and wait_event = 'advisory'
                            """) > 0 && !invitations().isEmpty());

            first.kill();
            other.rollback();

            assertThat(invitations()).as("letters were on their way").hasSizeLessThan(LETTERS + 1);
            editor.at(second.port());
            assertThat(editor.get("/desk").statusCode())
                    .as("the session lives on")
                    .isEqualTo(200);
            assertThat(number(keeper, changes(service)))
                    .as("nothing half published")
                    .isEqualTo(published);
            assertThat(editor.get("/desk/records/service/" + service + "/draft").body())
                    .as("the draft is whole")
                    .contains("Τσάι στην Αταλάντη");
            assertThat(editor.post("/desk/records/service/" + service + "/draft/publication")
                            .statusCode())
                    .isEqualTo(302);
            assertThat(number(keeper, changes(service))).isEqualTo(published + 1);
            assertThat(number(
                            keeper,
                            "select count(*) from audit.act where what = 'drafts.record.changed' and subject = '"
                                    + service + "'"))
                    .as("each publication has its line, and no line is without one")
                    .isEqualTo(published + 1);
            mail.slow(Duration.ZERO);
            awaiting(
                    "every letter was sent",
                    () -> number(
                                    keeper,
                                    "select count(*) from messaging.letter where state = 'sent' and kind = 'signin.first-entry'")
                            == LETTERS);
        }
        assertThat(invitations())
                .hasSize(LETTERS)
                .allSatisfy((reader, numbers) -> assertThat(numbers)
                        .as("a letter sent twice is the same one: %s", reader)
                        .hasSize(1));
    }

    static String changes(String service) {
        return "select count(*) from drafts.change_set where record = '" + service + "'";
    }

    static void invite(Browsing administrator) {
        IntStream.range(0, LETTERS)
                .forEach(number -> assertThat(administrator
                                .fill(
                                        "/desk/members/new",
                                        "name",
                                        "Προσκεκλημένη " + number,
                                        "email",
                                        "invited-" + number + "@demo.example.org",
                                        "language",
                                        "el",
                                        "organization",
                                        "",
                                        "roles",
                                        "researcher")
                                .statusCode())
                        .isEqualTo(302));
    }

    /** As somebody who publishes the same record at this moment would. */
    static void holdUp(Connection other, String service) throws SQLException {
        other.setAutoCommit(false);
        try (var statement = other.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(hashtextextended('" + service + "', 46))");
        }
    }

    static void publish(Browsing editor, String service) {
        try {
            editor.post("/desk/records/service/" + service + "/draft/publication");
        } catch (IllegalStateException killed) {
            assertThat(killed).hasCauseInstanceOf(IOException.class);
        }
    }

    /** The numbers of the invitations the mail server read, by reader. */
    static Map<String, List<String>> invitations() {
        var found = new HashMap<String, List<String>>();
        for (var letter : mail.letters()) {
            var to = header(letter, "To");
            if (to.contains("invited-")) {
                found.computeIfAbsent(to, _ -> new ArrayList<>()).add(header(letter, "Message-ID"));
            }
        }
        return found.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().stream().distinct().toList()));
    }

    static String header(String letter, String name) {
        var found = Pattern.compile("(?mi)^" + name + ":\\s*(.*)$").matcher(letter);
        return found.find() ? found.group(1).strip() : "";
    }
}
