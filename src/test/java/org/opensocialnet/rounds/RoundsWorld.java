package org.opensocialnet.rounds;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
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
import org.opensocialnet.directory.Subject;
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

/** Two organisations, one with an e-mail, and a round of which the letters were sent. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class RoundsWorld {

    static final Pattern LINK = Pattern.compile("/confirm/[\\w-]{43}");

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
    Rounds rounds;

    @Autowired
    Board board;

    Given given;

    String email;

    UUID kitchen;

    UUID shelter;

    UUID meals;

    UUID round;

    Visitor team;

    Visitor anybody;

    @BeforeEach
    void aRoundThatWasSent() {
        given = new Given(intakes, "r-" + UUID.randomUUID());
        email = "kitchen-" + UUID.randomUUID() + "@example.org";
        var report = given.take(
                IntakeOptions.wholeSource(),
                "organization | id=kitchen | name=Κουζίνα | email=" + email,
                "organization | id=shelter | name=Ξενώνας",
                "service | id=meals | organization_id=kitchen | name=Συσσίτιο | description=Ζεστό φαγητό | status=active | assured_date=2024-01-10",
                "service | id=clothes | organization_id=kitchen | name=Ρούχα | status=active",
                "service | id=fresh | organization_id=kitchen | name=Φρέσκια | status=active | assured_date=" + today(),
                "service | id=beds | organization_id=shelter | name=Κρεβάτια | status=active",
                "location | id=hall | location_type=physical | name=Αίθουσα | organization_id=kitchen | latitude=37.98 | longitude=23.72",
                "location | id=house | location_type=physical | name=Κρυφό σπίτι | area=Κέντρο | confidential=true | organization_id=kitchen",
                "address | id=hidden | location_id=house | address_1=Μυστική 1 | city=Αθήνα | state_province=Αττική | postal_code=10000 | country=GR | address_type=physical",
                "service_at_location | id=at | service_id=meals | location_id=hall",
                "schedule | id=h | service_id=meals | freq=WEEKLY | byday=MO,TU | opens_at=09:00 | closes_at=14:00",
                "phone | id=p | service_id=meals | number=210 000 0001");
        assertThat(report.problems()).isEmpty();
        kitchen = id("organization", "kitchen");
        shelter = id("organization", "shelter");
        meals = id("service", "meals");
        var desk = AtTheDesk.of(context);
        team = desk.as(Role.COORDINATOR, null);
        anybody = desk.stranger();
        round = made(21, Subject.Kind.SERVICE, Subject.Kind.LOCATION, Subject.Kind.ORGANIZATION);
        assertThat(team.post("/desk/rounds/" + round + "/sending", Map.of()).statusCode())
                .isEqualTo(302);
    }

    UUID id(String table, String name) {
        return UUID.fromString(given.id(table, name));
    }

    LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/Athens"));
    }

    UUID made(int days, Subject.Kind... kinds) {
        return as(() -> rounds.make(new Wanted(
                "Φθινόπωρο",
                "Ρωτήστε την Ηρώ.",
                today().plusDays(days),
                List.of(7, 2),
                Set.of(kinds),
                6,
                "",
                "",
                Set.of(kitchen, shelter))));
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

    Asked asked(UUID organization) {
        return as(() -> board.asked(round, null, "", 1, 100)).stream()
                .filter(asked -> asked.organization().equals(organization))
                .findFirst()
                .orElseThrow();
    }

    static String page(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    HttpResponse<String> fill(Visitor who, String path, Map<String, String> changes) {
        var fields = Filled.form(page(who.get(path)));
        fields.putAll(changes);
        return who.post(path, fields);
    }

    LocalDate assured(UUID service) {
        return jdbc.sql("select assured_date from directory.public_service where id = ?")
                .param(service)
                .query(LocalDate.class)
                .optional()
                .orElse(LocalDate.EPOCH);
    }

    String said(String what, UUID record) {
        return link() + "/record/" + record + what;
    }

    /** Ticks the differences whose names begin so, or all, and presses a button. */
    int decide(Asked asked, String then, String... fields) {
        var path = "/desk/rounds/asked/" + asked.id();
        var page = page(team.get(path));
        var form = new LinkedHashMap<String, String>();
        form.put("then", then);
        form.put("seen", page.replaceAll("(?s).*name=\"seen\" value=\"([^\"]+)\".*", "$1"));
        var boxes = Pattern.compile("name=\"(take-[^\"]+)\" value=\"(\\d+)\" checked><label[^>]*>([^<]*)<")
                .matcher(page);
        String typed = "";
        while (boxes.find()) {
            var label = boxes.group(3);
            if (fields.length == 0 || List.of(fields).stream().anyMatch(label::startsWith)) {
                typed += "&" + boxes.group(1) + "=" + boxes.group(2);
            }
        }
        var record = typed.replaceAll("^&take-([0-9a-f-]+)=.*", "$1");
        return team.send(team.asked(path + "/decision/" + record)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "_csrf=" + team.token() + "&then=" + then + "&seen=" + form.get("seen") + typed)))
                .statusCode();
    }

    int jdbcCount(String sql, UUID of) {
        return as(() -> jdbc.sql(sql).param(of).query(Integer.class).single());
    }

    RoundJobs jobs(LocalDate day) {
        var at = Clock.fixed(
                day.atTime(9, 0).atZone(ZoneId.of("Europe/Athens")).toInstant(), ZoneId.of("Europe/Athens"));
        return new RoundJobs(
                new Board(jdbc, at),
                context.getBean(RoundLetters.class),
                context.getBean(Settings.class),
                jdbc,
                transactions,
                context.getBean(JobBook.class),
                at);
    }

    int mailsAfter(LocalDate day) {
        Sight.job("rounds").run(() -> jobs(day).remind());
        return links().size();
    }

    /** What an organisation's own eyes see of a round. */
    Object rowsAs(UUID organization) {
        return Sight.link(organization, "rounds", "test")
                .call(() -> transactions.execute(_ -> jdbc.sql("select count(*) from rounds.asked where round = ?")
                        .param(round)
                        .query(Integer.class)
                        .single()));
    }
}
