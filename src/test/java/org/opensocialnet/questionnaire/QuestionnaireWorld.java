package org.opensocialnet.questionnaire;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.opensocialnet.access.AtTheDesk;
import org.opensocialnet.access.AtTheDesk.Visitor;
import org.opensocialnet.access.Role;
import org.opensocialnet.database.JobBook;
import org.opensocialnet.database.Sight;
import org.opensocialnet.intake.Given;
import org.opensocialnet.intake.IntakeOptions;
import org.opensocialnet.intake.Intakes;
import org.opensocialnet.messaging.LetterBook;
import org.opensocialnet.settings.Settings;
import org.opensocialnet.upkeep.Filled;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Two organisations, one with an e-mail, and an edition of the standard questionnaire whose letters were sent. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class QuestionnaireWorld {

    static final Pattern LINK = Pattern.compile("/answer/[\\w-]{43}");
    static final String SERVICES = "2";
    static final String PLACES = "3";
    static final String GAPS = "4";
    static final String PRACTICE = "5";

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
    Editions editions;

    @Autowired
    EditionBoard board;

    Given given;

    String email;

    UUID kitchen;

    UUID shelter;

    UUID meals;

    UUID form;

    UUID edition;

    Visitor team;

    Visitor anybody;

    @BeforeEach
    void anEditionThatWasSent() {
        given = new Given(intakes, "q-" + UUID.randomUUID());
        email = "kitchen-" + UUID.randomUUID() + "@example.org";
        var report = given.take(
                IntakeOptions.wholeSource(),
                "organization | id=kitchen | name=Κουζίνα | email=" + email,
                "organization | id=shelter | name=Ξενώνας",
                "service | id=meals | organization_id=kitchen | name=Συσσίτιο | status=active | assured_date=2024-01-10",
                "service | id=clothes | organization_id=kitchen | name=Ρούχα | status=active",
                "service | id=beds | organization_id=shelter | name=Κρεβάτια | status=active",
                "schedule | id=h | service_id=meals | freq=WEEKLY | byday=MO,TU | opens_at=09:00 | closes_at=14:00",
                "language | id=l | service_id=meals | code=el",
                "unit | id=u | name=Θέσεις",
                "service_capacity | id=c | service_id=meals | unit_id=u | available=3 | maximum=40 | updated=2026-01-01T10:00:00Z");
        assertThat(report.problems()).isEmpty();
        kitchen = id("organization", "kitchen");
        shelter = id("organization", "shelter");
        meals = id("service", "meals");
        var desk = AtTheDesk.of(context);
        team = desk.as(Role.COORDINATOR, null);
        anybody = desk.stranger();
        form = id(team.post("/desk/questionnaires", Map.of("source", "standard")));
        edition = made("Δεκέμβριος 2021", 21);
        assertThat(team.post("/desk/editions/" + edition + "/sending", Map.of()).statusCode())
                .isEqualTo(302);
    }

    UUID made(String name, int days) {
        return as(() -> editions.make(new Editions.Wanted(
                form,
                name,
                "Ρωτήστε την Ηρώ.",
                today().plusDays(days),
                List.of(7, 2),
                "",
                "",
                Set.of(kitchen, shelter))));
    }

    /** The record an answer leads to. */
    static UUID id(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return UUID.fromString(
                answer.headers().firstValue("Location").orElseThrow().replaceFirst(".*/", ""));
    }

    UUID id(String table, String name) {
        return UUID.fromString(given.id(table, name));
    }

    LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/Athens"));
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

    /** The link of the newest letter. */
    String link() {
        return links().getFirst();
    }

    List<String> links() {
        return as(() -> letters.lines(null, null, null, 2000).stream()
                .filter(line -> email.equals(line.address()))
                .map(line -> LINK.matcher(letters.shown(line.id()).orElseThrow().body()))
                .filter(java.util.regex.Matcher::find)
                .map(java.util.regex.MatchResult::group)
                .toList());
    }

    Respondent respondent(UUID organization) {
        return as(() -> board.respondents(edition, null, "", 1, 100)).stream()
                .filter(asked -> asked.organization().equals(organization))
                .findFirst()
                .orElseThrow();
    }

    static String page(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    /** Fills in a page of an answer and saves it. */
    HttpResponse<String> fill(Visitor who, String base, String number, Map<String, String> changes) {
        var path = base + "/page/" + number;
        var fields = Filled.form(page(who.get(path)));
        fields.putAll(changes);
        return who.post(path, fields);
    }

    /** Saves a page and expects it to be kept whole. */
    void filled(Visitor who, String base, String number, Map<String, String> changes) {
        var answer = fill(who, base, number, changes);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    }

    String field(String table, UUID row, String column) {
        return table + "--" + row + "--" + column;
    }

    /** Answers what must be answered and sends it. */
    void sent(Visitor who, String base) {
        filled(who, base, PRACTICE, Map.of("referrals", "no"));
        assertThat(who.post(base + "/end", Map.of()).statusCode()).isEqualTo(302);
    }

    int count(String sql, UUID of) {
        return as(() -> jdbc.sql(sql).param(of).query(Integer.class).single());
    }

    EditionJobs jobs(LocalDate day) {
        var at = Clock.fixed(
                day.atTime(9, 0).atZone(ZoneId.of("Europe/Athens")).toInstant(), ZoneId.of("Europe/Athens"));
        return new EditionJobs(
                new EditionBoard(jdbc, at),
                context.getBean(EditionLetters.class),
                context.getBean(Settings.class),
                jdbc,
                transactions,
                context.getBean(JobBook.class),
                at);
    }

    int mailsAfter(LocalDate day) {
        Sight.job("questionnaire").run(() -> jobs(day).remind());
        return links().size();
    }
}
