package org.opensocialnet.reports;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.opensocialnet.access.AtTheDesk;
import org.opensocialnet.access.AtTheDesk.Visitor;
import org.opensocialnet.access.Role;
import org.opensocialnet.database.JobBook;
import org.opensocialnet.database.Sight;
import org.opensocialnet.directory.Subject;
import org.opensocialnet.intake.Given;
import org.opensocialnet.intake.IntakeOptions;
import org.opensocialnet.intake.Intakes;
import org.opensocialnet.messaging.LetterBook;
import org.opensocialnet.settings.Settings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Somebody reads on the public page of a kitchen's meals that something is wrong, and says so. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
class ReportsTest {

    static final Pattern PROOF = Pattern.compile("/reports/[\\w-]{43}");

    @Autowired
    ApplicationContext context;

    @Autowired
    Intakes intakes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    LetterBook letters;

    @Autowired
    ReportBox box;

    Given given;
    String office;
    String reader;
    UUID meals;
    Visitor team;
    Visitor maria;
    Visitor eleni;
    Visitor anybody;

    @BeforeEach
    void twoOrganisations() {
        given = new Given(intakes, "w-" + UUID.randomUUID());
        office = "office-" + UUID.randomUUID() + "@example.org";
        reader = "reader-" + UUID.randomUUID() + "@example.org";
        var report = given.take(
                IntakeOptions.wholeSource(),
                "organization | id=kitchen | name=Κουζίνα | email=" + office,
                "organization | id=shelter | name=Ξενώνας",
                "service | id=meals | organization_id=kitchen | name=Συσσίτιο | status=active",
                "service | id=staff | organization_id=kitchen | name=Εσωτερικό | status=active | visibility=professionals");
        assertThat(report.problems()).isEmpty();
        meals = id("service", "meals");
        var desk = AtTheDesk.of(context);
        team = desk.as(Role.COORDINATOR, null);
        maria = desk.as(Role.EDITOR, id("organization", "kitchen"));
        eleni = desk.as(Role.EDITOR, id("organization", "shelter"));
        anybody = desk.stranger();
    }

    UUID id(String table, String name) {
        return UUID.fromString(given.id(table, name));
    }

    static String page(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    <T> T as(Callable<T> work) {
        return Sight.job("test")
                .call(() -> requireNonNull(transactions.execute(_ -> {
                    try {
                        return work.call();
                    } catch (RuntimeException e) {
                        throw e;
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                })));
    }

    /** Sends the public page's form; gives the page of the report at the desk. */
    String reported(Map<String, String> more) {
        var fields = new HashMap<>(Map.of("kind", "phone", "message", "Δεν απαντά κανείς " + UUID.randomUUID()));
        fields.putAll(more);
        var answer = anybody.post("/service/" + meals + "/report", fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return "/desk/reports/"
                + as(() -> jdbc.sql(
                                "select id from reports.report where service_id = ? order by reported_at desc limit 1")
                        .param(meals)
                        .query(UUID.class)
                        .single());
    }

    String reported() {
        return reported(Map.of());
    }

    /** What the newest letter to an address says. */
    String letter(String address) {
        return as(() -> letters.lines(null, null, null, 2000).stream()
                .filter(line -> address.equals(line.address()))
                .map(line -> letters.shown(line.id()).orElseThrow().body())
                .findFirst()
                .orElseThrow());
    }

    @Test
    void whatLooksLikeSomebodysIdentityIsPointedOutToTheReaderBeforeItIsKept() {
        var words = "Η Μαρία Ν. με 6900000057 δεν πήρε απάντηση " + UUID.randomUUID();
        var form = new HashMap<>(Map.of("kind", "other", "message", words));
        var path = "/service/" + meals + "/report";

        var asked = anybody.post(path, form);
        assertThat(asked.statusCode()).isEqualTo(400);
        assertThat(asked.body()).contains("Αυτό μοιάζει με τηλέφωνο", words, "name=\"stays\"");
        assertThat(as(() -> jdbc.sql("select count(*) from reports.report where message = ?")
                        .param(words)
                        .query(Integer.class)
                        .single()))
                .isZero();

        form.put("stays", "yes");
        assertThat(anybody.post(path, form).statusCode()).isEqualTo(302);
        assertThat(anybody.post(path, Map.of("kind", "phone", "message", "Το σωστό είναι 2100000057"))
                        .statusCode())
                .as("the number that is right")
                .isEqualTo(302);
    }

    @Test
    void aReportReachesWhoKeepsTheRecordByAClaimOrAsItsParent() {
        var path = reported();
        assertThat(eleni.get(path).statusCode()).isEqualTo(404);
        as(() -> jdbc.sql("""
                        insert into drafts.claim (id, organization, claimed, reason, asked_by, asked_at, decided_at, granted)
                        values (:id, :shelter, :kitchen, 'ours', :id, now(), now(), true)
                        """)
                .param("id", UUID.randomUUID())
                .param("shelter", id("organization", "shelter"))
                .param("kitchen", id("organization", "kitchen"))
                .update());
        assertThat(page(eleni.get("/desk/reports"))).contains(path, "Συσσίτιο");
        assertThat(page(eleni.get(path))).contains("Δεν απαντά κανείς");
        assertThat(eleni.post(path + "/looking", Map.of()).statusCode()).isEqualTo(302);
        var parent = AtTheDesk.of(context).as(Role.EDITOR, parentOf("kitchen"));
        assertThat(page(parent.get("/desk/reports"))).contains(path);
        assertThat(parent.get(path).statusCode()).isEqualTo(200);
    }

    UUID parentOf(String unit) {
        given.take(
                IntakeOptions.singleRows(),
                "organization | id=house | name=Σπίτι",
                "organization | id=%s | name=Κουζίνα | parent_organization_id=house".formatted(unit));
        return id("organization", "house");
    }

    @Test
    void somethingWrongWithAnOrganisationOrAPlaceIsSaidOnItsPage() {
        given.take(
                IntakeOptions.singleRows(),
                "organization | id=kitchen | name=Κουζίνα | email=" + office,
                "location | id=hall | organization_id=kitchen | name=Αίθουσα | location_type=physical");
        for (var page :
                List.of("/organization/" + id("organization", "kitchen"), "/location/" + id("location", "hall"))) {
            assertThat(page(anybody.get(page))).contains("action=\"" + page + "/report#report\"");
            var empty = anybody.post(page + "/report", Map.of("kind", "other"));
            assertThat(empty.statusCode()).isEqualTo(400);
            assertThat(empty.body()).contains("r-error");
            var said = "Άλλαξε το τηλέφωνο " + UUID.randomUUID();
            var sent = anybody.post(page + "/report", Map.of("kind", "phone", "message", said));
            assertThat(sent.statusCode()).isEqualTo(302);
            assertThat(page(anybody.get(page + "?reported=yes"))).contains("osn-notice__title");
            assertThat(page(team.get("/desk/reports"))).contains(page.contains("location") ? "Αίθουσα" : "Κουζίνα");
        }
        assertThat(page(maria.get("/desk/reports"))).contains("Αίθουσα", "Κουζίνα");
        assertThat(page(eleni.get("/desk/reports"))).doesNotContain("Αίθουσα");
        assertThat(anybody.post("/organization/" + UUID.randomUUID() + "/report", Map.of("message", "x"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aReportArrivesAtTheTeamAndAtWhoKeepsTheRecordAndAtNobodyElse() {
        var path = reported();
        assertThat(page(team.get("/desk"))).contains("/desk/reports?state=new");
        assertThat(page(maria.get("/desk"))).contains("/desk/reports?state=new");
        assertThat(page(maria.get("/desk/reports"))).contains(path, "Συσσίτιο");
        assertThat(page(maria.get(path))).contains("Δεν απαντά κανείς", "/desk/records/service/" + meals);
        assertThat(page(eleni.get("/desk/reports"))).doesNotContain(path);
        assertThat(eleni.get(path).statusCode()).isEqualTo(404);
        assertThat(eleni.post(path + "/closing", Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    void itIsTakenUpAnsweredAndClosedOnce(CapturedOutput output) {
        var path = reported(Map.of("email", reader));
        assertThat(maria.post(path + "/looking", Map.of()).statusCode()).isEqualTo(302);
        assertThat(page(team.get(path))).contains("Την κοιτάμε", "Άφησε e-mail").doesNotContain(reader);
        assertThat(maria.post(path + "/answer", Map.of("answer", " ")).statusCode())
                .isEqualTo(422);
        assertThat(maria.post(path + "/answer", Map.of("answer", "Το διορθώσαμε."))
                        .statusCode())
                .isEqualTo(302);
        assertThat(letter(reader)).contains("Το διορθώσαμε.", "/service/" + meals);
        assertThat(page(maria.get(path)))
                .contains("Απαντήθηκε", "Το διορθώσαμε.")
                .doesNotContain(reader);
        assertThat(team.post(path + "/answer", Map.of("answer", "Και πάλι.")).statusCode())
                .isEqualTo(409);
        assertThat(team.post(path + "/looking", Map.of()).statusCode()).isEqualTo(302);
        assertThat(team.post(path + "/closing", Map.of()).statusCode()).isEqualTo(302);
        var trail = as(() -> jdbc.sql("select string_agg(a::text, ' ') from audit.act a where subject = ?")
                .param(UUID.fromString(path.substring(path.length() - 36)))
                .query(String.class)
                .single());
        assertThat(trail).contains("reports.report.answered").doesNotContain(reader, "διορθώσαμε");
        assertThat(output.getAll()).doesNotContain(reader);
    }

    @Test
    void whoLeftNoEmailGetsNoAnswerButTheReportIsClosed() {
        var path = reported();
        assertThat(page(team.get(path))).contains("Δεν άφησε e-mail").doesNotContain("name=\"answer\"");
        assertThat(team.post(path + "/answer", Map.of("answer", "Ναι")).statusCode())
                .isEqualTo(409);
        assertThat(team.post(path + "/closing", Map.of()).statusCode()).isEqualTo(302);
        assertThat(page(team.get("/desk/reports?state=closed"))).contains(path);
    }

    @Test
    void whoSaysToBeTheProviderIsAskedForAtTheAddressTheDirectoryHas() {
        var path = reported(Map.of("email", reader, "provider", "yes"));
        assertThat(page(team.get(path))).contains("Λέει ότι είναι ο φορέας", "Δεν το έχουμε ελέγξει");
        assertThat(maria.post(path + "/provider", Map.of("then", "by-hand")).statusCode())
                .isEqualTo(404);
        assertThat(team.post(path + "/provider", Map.of("then", "ask")).statusCode())
                .isEqualTo(302);
        var link = PROOF.matcher(letter(office));
        assertThat(link.find()).isTrue();
        assertThat(page(anybody.get(link.group())))
                .contains("Δεν απαντά κανείς")
                .doesNotContain(reader);
        assertThat(page(team.get(path))).as("looking says nothing").contains("Ρωτήσαμε το e-mail");
        assertThat(page(anybody.post(link.group(), Map.of("then", "yes")))).contains("Ευχαριστούμε");
        assertThat(page(team.get(path))).contains("Το επιβεβαίωσε το e-mail της καταχώρισης");
        assertThat(anybody.post(link.group(), Map.of("then", "no")).statusCode())
                .isEqualTo(410);
        assertThat(anybody.get(link.group()).statusCode()).isEqualTo(410);
        assertThat(anybody.get("/reports/" + "x".repeat(43)).statusCode()).isEqualTo(410);
    }

    @Test
    void orSomebodyFindsOutByHand() {
        var path = reported(Map.of("provider", "yes"));
        assertThat(team.post(path + "/provider", Map.of("then", "maybe")).statusCode())
                .isEqualTo(409);
        team.post(path + "/provider", Map.of("then", "by-hand"));
        assertThat(page(team.get(path))).contains("Το ελέγξαμε αλλιώς");
        assertThat(team.post(reported() + "/provider", Map.of("then", "by-hand"))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void aWrongAddressIsSaidAndNothingTypedIsLost() {
        var answer = anybody.post(
                "/service/" + meals + "/report",
                Map.of("kind", "hours", "message", "Κλειστά τις Τρίτες", "email", "nobody", "provider", "yes"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Κλειστά τις Τρίτες", "value=\"nobody\"", "r-email-error");
    }

    @Test
    void whatReadersCannotSeeTheyCannotReport() {
        assertThatThrownBy(() -> box.take(told(id("service", "staff"), "phone", "x")))
                .hasMessage("directory.record.unknown");
        assertThatThrownBy(() -> box.take(told(meals, "other", " "))).hasMessage("reports.take.empty");
        assertThatThrownBy(() -> box.take(told(meals, "phone", "x".repeat(2001))))
                .hasMessage("reports.take.unreadable");
        assertThatThrownBy(() -> box.take(told(meals, "hello", "x"))).hasMessage("reports.take.kind");
    }

    static Told told(UUID service, String kind, String message) {
        return new Told(Subject.service(service), kind, message, "el", "", false);
    }

    @Test
    void aReadersAddressIsForgottenAndLaterTheReport() {
        var path = reported(Map.of("email", reader));
        var open = reported(Map.of("email", reader));
        team.post(path + "/closing", Map.of());
        later(Duration.ofDays(29));
        assertThat(readers(path)).isOne();
        later(Duration.ofDays(31));
        assertThat(readers(path)).isZero();
        assertThat(readers(open)).isOne();
        later(Duration.ofDays(181));
        assertThat(readers(open)).isZero();
        assertThat(page(team.get(open))).contains("Δεν άφησε e-mail");
        later(Duration.ofDays(366));
        assertThat(team.get(path).statusCode()).isEqualTo(404);
        assertThat(team.get(open).statusCode()).isEqualTo(200);
    }

    void later(Duration time) {
        var clock = Clock.fixed(Instant.now().plus(time), ZoneId.of("Europe/Athens"));
        var jobs = new ReportJobs(
                context.getBean(Settings.class), jdbc, transactions, context.getBean(JobBook.class), clock);
        Sight.job("retention").run(jobs::forget);
    }

    int readers(String path) {
        return as(() -> jdbc.sql("select count(*) from reports.reader where report = ?")
                .param(UUID.fromString(path.substring(path.length() - 36)))
                .query(Integer.class)
                .single());
    }

    @Test
    void withoutEyesThereIsNothingToRead() {
        reported(Map.of("email", reader));
        for (var table : List.of("report", "reader", "proof")) {
            assertThat(jdbc.sql("select count(*) from reports." + table)
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }
}
