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
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
import org.opensocialnet.messaging.LetterUndelivered;
import org.opensocialnet.settings.Settings;
import org.opensocialnet.upkeep.Filled;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The coordination team asks a kitchen, which reads e-mail, and a shelter, which has none. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class RoundsTest {

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

    @Test
    void aRoundAsksAboutWhatNobodyConfirmedLately() {
        var draft = page(team.get("/desk/rounds/" + made(21, Subject.Kind.SERVICE)));
        assertThat(draft).contains("Κουζίνα", "Ξενώνας", email, "Χωρίς e-mail");
        assertThat(asked(kitchen).records()).isEqualTo(5);
        var page = page(anybody.get(link()));
        assertThat(page).contains("Συσσίτιο", "Ρούχα", "210 000 0001").doesNotContain("Φρέσκια", "Κρεβάτια");
    }

    @Test
    void theDeskMakesARoundFromItsForm() {
        var form = Filled.form(page(team.get("/desk/rounds/new")));
        form.putAll(Map.of("name", "Άνοιξη", "q", "κουζινα", "months", "6"));
        var made = team.post("/desk/rounds/new", form);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(302);
        var path = made.headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]+", "");
        assertThat(page(team.get(path))).contains("Άνοιξη", "Κουζίνα").doesNotContain("Ξενώνας");
        form.put("deadline-year", "2019");
        assertThat(team.post("/desk/rounds/new", form).statusCode()).isEqualTo(422);
        form.remove("kinds");
        assertThat(team.post("/desk/rounds/new", form).body()).contains("govuk-error-summary");
    }

    @Test
    void nothingHasChangedIsOneClick() {
        assertThat(assured(meals)).isBefore(today());
        assertThat(anybody.post(link() + "/all", Map.of()).statusCode()).isEqualTo(302);
        assertThat(page(anybody.get(link()))).contains("Ευχαριστούμε");
        assertThat(assured(meals)).isEqualTo(today());
        assertThat(assured(id("service", "clothes"))).isEqualTo(today());
        assertThat(asked(kitchen).progress()).isEqualTo(Asked.Progress.UNCHANGED);
        assertThat(page(team.get("/desk/records/service/" + meals + "/history")))
                .contains("Κουζίνα", "το είπε ο φορέας με τον σύνδεσμό του");
    }

    @Test
    void aMailProgramThatOpensLinksConfirmsNothing() {
        var path = link();
        for (var what : List.of("", "/all", "/end", "/record/" + meals, "/record/" + meals + "/same")) {
            anybody.get(path + what);
            anybody.send(anybody.asked(path + what).method("HEAD", HttpRequest.BodyPublishers.noBody()));
        }
        assertThat(assured(meals)).isBefore(today());
        assertThat(asked(kitchen).isAnswered()).isFalse();
        assertThat(asked(kitchen).told()).isZero();
        assertThat(asked(kitchen).progress()).isEqualTo(Asked.Progress.OPENED);
    }

    @Test
    void correctionsWaitUntilTheDeskAcceptsThemFieldByField() {
        assertThat(fill(
                                anybody,
                                said("/edit/basics", meals),
                                Map.of("r0-description", "Δύο πιάτα", "r0-name", "Γεύματα"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(fill(anybody, said("/edit/phones", meals), Map.of("r0-number", "210 999 9999"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(fill(anybody, said("/edit/hours", meals), Map.of("hours", "Δευτέρα-Παρασκευή 8:30-14:30"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(page(anybody.get(link() + "/record/" + meals)))
                .contains("Δύο πιάτα", "210 999 9999", "Δευτέρα ως Παρασκευή, 08:30 ως 14:30");
        assertThat(page(anybody.get("/service/" + meals))).doesNotContain("Δύο πιάτα", "210 999 9999");
        anybody.post(link() + "/end", Map.of("note", ""));

        var asked = asked(kitchen);
        assertThat(asked.progress()).isEqualTo(Asked.Progress.DIFFERENT);
        assertThat(page(team.get("/desk"))).contains("/desk/rounds/");
        assertThat(decide(asked, "accept", "Περιγραφή", "Αριθμός")).isEqualTo(302);
        var service = page(anybody.get("/service/" + meals));
        assertThat(service).contains("Δύο πιάτα").doesNotContain("Γεύματα</h1>");
        assertThat(decide(asked, "refuse", "Όνομα")).isEqualTo(302);
        assertThat(assured(meals)).isBefore(today());
        assertThat(decide(asked, "accept")).isEqualTo(302);
        assertThat(page(anybody.get("/service/" + meals)))
                .contains("210 999 9999")
                .doesNotContain("Γεύματα</h1>");
        assertThat(assured(meals)).isEqualTo(today());
        assertThat(asked(kitchen).isToBeLookedAt()).isFalse();

        var history = page(team.get("/desk/records/service/" + meals + "/history"));
        assertThat(history).contains("Γύρος επιβεβαίωσης «Φθινόπωρο»", "Δύο πιάτα");
        var undo = history.replaceAll("(?s).*action=\"([^\"]+/undo)\".*", "$1");
        assertThat(team.post(undo, Map.of()).statusCode()).isEqualTo(302);
        assertThat(page(anybody.get("/service/" + meals))).doesNotContain("Δύο πιάτα");
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

    @Test
    void whatChangedSinceItWasShownIsLookedAtAgain() {
        fill(anybody, said("/edit/basics", meals), Map.of("r0-description", "Δύο πιάτα"));
        anybody.post(link() + "/end", Map.of("note", "Ξεκινάμε και πρωινό."));
        var path = "/desk/rounds/asked/" + asked(kitchen).id();
        var seen = page(team.get(path)).replaceAll("(?s).*name=\"seen\" value=\"([^\"]+)\".*", "$1");
        fill(team, "/desk/records/service/" + meals + "/edit/basics", Map.of("r0-description", "Τρία πιάτα"));
        team.post("/desk/records/service/" + meals + "/draft/publication", Map.of());

        var late = team.post(path + "/decision/" + meals, Map.of("then", "accept", "seen", seen, "take-" + meals, "0"));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Τρία πιάτα", "Δείτε ξανά");
        assertThat(team.post(path + "/decision/" + meals, Map.of("then", "accept", "seen", seen))
                        .statusCode())
                .isEqualTo(422);
        assertThat(decide(asked(kitchen), "refuse")).isEqualTo(302);
        assertThat(page(anybody.get("/service/" + meals))).contains("Τρία πιάτα");
        assertThat(asked(kitchen).isToBeLookedAt()).isTrue();
        assertThat(team.post(path + "/settling", Map.of()).statusCode()).isEqualTo(302);
        assertThat(asked(kitchen).isToBeLookedAt()).isFalse();
    }

    @Test
    void aServiceThatIsNoLongerOfferedGoesOutOfUseWhenTheDeskSaysSo() {
        fill(anybody, said("/edit/state", meals), Map.of("r0-status", "inactive"));
        anybody.post(link() + "/end", Map.of());
        assertThat(anybody.get("/service/" + meals).statusCode()).isEqualTo(200);
        assertThat(decide(asked(kitchen), "accept")).isEqualTo(302);
        assertThat(page(team.get("/desk/records?shown=out-of-use&q=Συσσίτιο"))).contains(meals.toString());
    }

    @Test
    void whoTakesCorrectionsBackMayStillSayThatAllIsRight() {
        fill(anybody, said("/edit/phones", meals), Map.of("r0-gone", "yes"));
        assertThat(anybody.post(said("/same", meals), Map.of()).statusCode()).isEqualTo(409);
        assertThat(anybody.post(said("/again", meals), Map.of()).statusCode()).isEqualTo(302);
        assertThat(anybody.post(said("/same", meals), Map.of()).statusCode()).isEqualTo(302);
        assertThat(asked(kitchen).told()).isOne();
        fill(anybody, said("/edit/phones", meals), Map.of("r1-number", "210 222 2222"));
        assertThat(page(anybody.get(link()))).contains("210 222 2222");
        assertThat(fill(anybody, said("/edit/phones", meals), Map.of("r1-number", "hello"))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void hoursNobodyCanReadStayAsTheyWereWritten() {
        fill(anybody, said("/edit/hours", meals), Map.of("hours", "όποτε έχει ήλιο"));
        assertThat(page(anybody.get(link()))).contains("όποτε έχει ήλιο");
    }

    @Test
    void whereAConfidentialPlaceIsNoLinkTells() {
        var house = id("location", "house");
        var page = page(anybody.get(link() + "/record/" + house));
        assertThat(page).contains("Κέντρο", "απόρρητη").doesNotContain("Μυστική", "Κρυφό σπίτι");
        for (var part : List.of("address", "basics", "position", "secrecy", "contacts")) {
            assertThat(anybody.get(said("/edit/" + part, house)).statusCode())
                    .as(part)
                    .isEqualTo(404);
        }
    }

    @Test
    void aLinkOpensNothingThatIsNotItsOrganisationsInThisRound() {
        var beds = id("service", "beds");
        for (var what : List.of("", "/edit/basics")) {
            assertThat(anybody.get(said(what, beds)).statusCode()).isEqualTo(404);
        }
        for (var what : List.of("/edit/basics", "/same", "/again")) {
            assertThat(anybody.post(said(what, beds), Map.of()).statusCode()).isEqualTo(404);
            assertThat(anybody.post(said(what, id("service", "fresh")), Map.of())
                            .statusCode())
                    .isEqualTo(404);
        }
        var stolen = Filled.form(page(anybody.get(said("/edit/phones", meals))));
        stolen.put("r0", given.id("service", "beds"));
        stolen.put("r0-number", "210 666 6666");
        assertThat(anybody.post(said("/edit/phones", meals), stolen).statusCode())
                .isIn(302, 404, 422);
        var basics = Filled.form(page(anybody.get(said("/edit/basics", meals))));
        basics.put("r0", beds.toString());
        assertThat(anybody.post(said("/edit/basics", meals), basics).statusCode())
                .isEqualTo(404);
        assertThat(anybody.get("/confirm/" + "x".repeat(43)).statusCode()).isEqualTo(404);
        assertThat(anybody.post(link() + "x/all", Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    void anExpiredAWithdrawnAndAClosedLinkSayWhatToDo() {
        var old = link();
        var asked = asked(kitchen);
        as(() -> jdbc.sql("update rounds.link set expires_at = now() - interval '1 minute' where asked = ?")
                .param(asked.id())
                .update());
        assertThat(anybody.get(old).statusCode()).isEqualTo(410);
        assertThat(anybody.get(old).body()).contains("έληξε", "νέο σύνδεσμο").doesNotContain("Συσσίτιο");
        assertThat(anybody.post(old + "/all", Map.of()).statusCode()).isEqualTo(410);

        team.post("/desk/rounds/asked/" + asked.id() + "/letter", Map.of());
        var fresh = link();
        assertThat(fresh).isNotEqualTo(old);
        assertThat(page(anybody.get(fresh))).contains("Συσσίτιο");
        team.post("/desk/rounds/asked/" + asked.id() + "/withdrawal", Map.of());
        assertThat(anybody.get(fresh).body()).contains("αποσύρθηκε").doesNotContain("Συσσίτιο");
        assertThat(anybody.post(fresh + "/all", Map.of()).statusCode()).isEqualTo(410);

        team.post("/desk/rounds/asked/" + asked.id() + "/letter", Map.of());
        var last = link();
        team.post("/desk/rounds/" + round + "/closing", Map.of());
        assertThat(anybody.get(last).body()).contains("Ο γύρος έχει κλείσει");
        assertThat(anybody.post(last + "/record/" + meals + "/same", Map.of()).statusCode())
                .isEqualTo(410);
        assertThat(assured(meals)).isBefore(today());
    }

    @Test
    void aLinkIsUsedOnceAndSaysSoAfterwards() {
        var path = link();
        anybody.post(path + "/all", Map.of());
        var again = anybody.post(path + "/all", Map.of());
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("Ευχαριστούμε").doesNotContain("Συσσίτιο");
        assertThat(anybody.post(path + "/record/" + meals + "/edit/basics", Map.of())
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void ofManyWhoAnswerAtOnceOneDoes() throws Exception {
        var path = link();
        try (var many = Executors.newFixedThreadPool(6)) {
            var answers = many.invokeAll(IntStream.range(0, 6)
                    .<Callable<Integer>>mapToObj(
                            _ -> () -> anybody.post(path + "/all", Map.of()).statusCode())
                    .toList());
            var codes = new java.util.ArrayList<Integer>();
            for (var answer : answers) {
                codes.add(answer.get());
            }
            assertThat(codes).containsOnly(302, 409).containsOnlyOnce(302);
        }
        assertThat(jdbcCount("select count(*) from drafts.change_set where record = ? and what = 'confirmed'", meals))
                .isOne();
    }

    int jdbcCount(String sql, UUID of) {
        return as(() -> jdbc.sql(sql).param(of).query(Integer.class).single());
    }

    @Test
    void anOrganisationWithoutEmailAnswersOnThePhone() {
        var asked = asked(shelter);
        assertThat(asked.progress()).isEqualTo(Asked.Progress.NO_EMAIL);
        var phone = "/desk/rounds/asked/" + asked.id() + "/phone";
        var beds = id("service", "beds");
        assertThat(fill(team, phone + "/record/" + beds + "/edit/phones", Map.of("r0-number", "210 333 3333"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(team.post(phone + "/end", Map.of("by", "", "role", "")).statusCode())
                .isEqualTo(422);
        assertThat(fill(team, phone, Map.of()).statusCode()).isEqualTo(404);
        var form = Filled.form(page(team.get(phone)));
        form.putAll(Map.of("by", "Δανάη Υποθέτου", "role", "γραμματεία"));
        assertThat(team.post(phone + "/end", form).statusCode()).isEqualTo(302);
        assertThat(page(team.get("/desk/rounds/asked/" + asked.id())))
                .contains("Δανάη Υποθέτου", "γραμματεία", "τηλεφωνικά", "210 333 3333");
        assertThat(decide(asked(shelter), "accept")).isEqualTo(302);
        assertThat(page(anybody.get("/service/" + beds))).contains("210 333 3333");
        assertThat(page(team.get("/desk/records/service/" + beds + "/history")))
                .contains("το είπε ο φορέας στο τηλέφωνο")
                .doesNotContain("Δανάη");
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

    @Test
    void remindersGoOnTheDeclaredDaysOnceAndNotToWhoAnswered() {
        var deadline = asked(kitchen).deadline();
        assertThat(mailsAfter(deadline.minusDays(8))).isEqualTo(1);
        assertThat(mailsAfter(deadline.minusDays(7))).isEqualTo(2);
        assertThat(mailsAfter(deadline.minusDays(7))).isEqualTo(2);
        assertThat(mailsAfter(deadline.minusDays(4))).isEqualTo(2);
        assertThat(mailsAfter(deadline.minusDays(1))).isEqualTo(3);
        assertThat(mailsAfter(deadline.plusDays(1))).isEqualTo(3);
        var links = links();
        assertThat(Set.copyOf(links)).hasSize(3);
        for (var each : links) {
            assertThat(anybody.get(each).statusCode()).as("earlier links go on").isEqualTo(200);
        }
        team.post("/desk/rounds/" + round + "/reminders", Map.of());
        assertThat(links()).hasSize(4);
        anybody.post(link() + "/all", Map.of());
        team.post("/desk/rounds/" + round + "/reminders", Map.of());
        assertThat(links()).hasSize(4);
    }

    @Test
    void whatHadItsTimeIsForgotten() {
        var asked = asked(kitchen);
        team.post("/desk/rounds/" + round + "/closing", Map.of());
        Sight.job("rounds").run(() -> jobs(today().plusDays(20)).forget());
        assertThat(jdbcCount("select count(*) from rounds.link where asked = ?", asked.id()))
                .isOne();
        Sight.job("rounds").run(() -> jobs(today().plusDays(91)).forget());
        assertThat(jdbcCount("select count(*) from rounds.link where asked = ?", asked.id()))
                .isZero();
        assertThat(asked(kitchen).email()).isNull();
        Sight.job("rounds").run(() -> jobs(today().plusDays(731)).forget());
        assertThat(jdbcCount("select count(*) from rounds.round where id = ?", round))
                .isZero();
    }

    @Test
    void whatThePostCannotDeliverIsSeenAtTheDesk() {
        var asked = asked(kitchen);
        as(() -> {
            context.publishEvent(
                    new LetterUndelivered(UUID.randomUUID(), "rounds.request", null, asked.id(), "refused"));
            return 1;
        });
        assertThat(asked(kitchen).progress()).isEqualTo(Asked.Progress.UNDELIVERED);
        var path = "/desk/rounds/asked/" + asked.id();
        assertThat(team.post(path + "/address", Map.of("email", "nobody")).statusCode())
                .isEqualTo(422);
        email = "new-" + UUID.randomUUID() + "@example.org";
        assertThat(team.post(path + "/address", Map.of("email", email)).statusCode())
                .isEqualTo(302);
        assertThat(team.post(path + "/letter", Map.of()).statusCode()).isEqualTo(302);
        assertThat(page(anybody.get(link()))).contains("Συσσίτιο");
    }

    @Test
    void theListIsNarrowedPagedAndTakenAwayAsATable() {
        anybody.post(link() + "/all", Map.of());
        assertThat(page(team.get("/desk/rounds/" + round + "?state=unchanged")))
                .contains("Κουζίνα")
                .doesNotContain("Ξενώνας</a>");
        assertThat(page(team.get("/desk/rounds/" + round + "?state=no-email&q=ξεν")))
                .contains("Ξενώνας");
        assertThat(page(team.get("/desk/rounds"))).contains("Φθινόπωρο");
        var csv = team.get("/desk/rounds/" + round + "/progress.csv");
        assertThat(page(csv)).contains("Κουζίνα", email, "τίποτα δεν άλλαξε", "Ξενώνας");
    }

    @Test
    void othersSeeNothingOfRounds() {
        var editor = AtTheDesk.of(context).as(Role.EDITOR, kitchen);
        assertThat(editor.get("/desk/rounds").statusCode()).isEqualTo(403);
        assertThat(editor.get("/desk/rounds/" + round).statusCode()).isEqualTo(404);
        var other = AtTheDesk.of(context).as(Role.EDITOR, shelter);
        assertThat(other.get("/desk/rounds/asked/" + asked(kitchen).id()).statusCode())
                .isEqualTo(404);
        int seen = Integer.parseInt(String.valueOf(rowsAs(shelter)));
        assertThat(seen).isOne();
    }

    /** What an organisation's own eyes see of a round. */
    Object rowsAs(UUID organization) {
        return Sight.link(organization, "rounds", "test")
                .call(() -> transactions.execute(_ -> jdbc.sql("select count(*) from rounds.asked where round = ?")
                        .param(round)
                        .query(Integer.class)
                        .single()));
    }

    @Test
    void aMemberOfTheOrganisationAnswersWithoutTheLetter() {
        var editor = AtTheDesk.of(context).as(Role.EDITOR, kitchen);
        var own = "/desk/rounds/own/" + asked(kitchen).id();
        assertThat(page(editor.get("/desk"))).contains(own);
        assertThat(page(editor.get(own))).contains("Ισχύουν ακόμη");
        var begun = editor.post(own, Map.of());
        var link = begun.headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]+", "");
        assertThat(page(anybody.get(link))).contains("Συσσίτιο");
        anybody.post(link + "/all", Map.of());
        assertThat(asked(kitchen).isAnswered()).isTrue();
        assertThat(page(editor.get("/desk"))).doesNotContain(own);
        var other = AtTheDesk.of(context).as(Role.EDITOR, shelter);
        assertThat(other.post(own, Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    void theTrailKnowsTheActsAndNoAddresses() {
        anybody.post(link() + "/all", Map.of());
        var asked = asked(kitchen).id();
        var acts = as(() -> jdbc.sql("select what || ' ' || coalesce(why, '') from audit.act where subject = any(?)")
                .param(new UUID[] {round, asked})
                .query(String.class)
                .list());
        assertThat(acts).contains("rounds.round.sent ", "rounds.answer.given answer.by-link");
    }
}
