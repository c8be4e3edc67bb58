package org.opensocialnet.doubles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opensocialnet.access.AtTheDesk;
import org.opensocialnet.access.AtTheDesk.Visitor;
import org.opensocialnet.access.Role;
import org.opensocialnet.database.Sight;
import org.opensocialnet.intake.Given;
import org.opensocialnet.intake.IntakeOptions;
import org.opensocialnet.intake.IntakeReport;
import org.opensocialnet.intake.Intakes;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Over real HTTP: one kitchen came from two directories; the coordination team makes one of the two, and two again. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class DoublesTest {

    static final Pattern CHECKED =
            Pattern.compile("type=\"radio\" id=\"[^\"]*\" name=\"([^\"]+)\" value=\"([^\"]+)\" checked");

    @Autowired
    ApplicationContext context;

    @Autowired
    Intakes intakes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    Visitor team;
    Given here;
    Given there;
    String name;
    String phone;

    @BeforeEach
    void twoDirectories() {
        team = AtTheDesk.of(context).as(Role.COORDINATOR, null);
        here = new Given(intakes, "h-" + UUID.randomUUID());
        there = new Given(intakes, "t-" + UUID.randomUUID());
        name = "Kouzina " + UUID.randomUUID().toString().replaceAll("[^a-f]", "")
                + UUID.randomUUID().toString().replaceAll("\\d|-", "");
        phone = "21"
                + String.valueOf(UUID.randomUUID().getMostSignificantBits())
                        .replaceAll("\\D", "")
                        .substring(0, 8);
        assertThat(bring(here, "Συσσίτιο κάθε μέρα", "").problems()).isEmpty();
        assertThat(bring(there, "Ζεστό φαγητό", "").problems()).isEmpty();
    }

    IntakeReport bring(Given source, String description, String more) {
        return source.take(
                IntakeOptions.wholeSource(),
                "organization | id=o | name=Φορέας της " + name,
                "service | id=s | organization_id=o | name=%s | description=%s | status=active"
                        .formatted(name, description),
                "location | id=l | location_type=physical | name=Αίθουσα | organization_id=o | latitude=37.98 | longitude=23.72",
                "service_at_location | id=at | service_id=s | location_id=l",
                "phone | id=p | service_id=s | number=" + phone,
                "phone | id=q | service_id=s | number=69%s".formatted(source == here ? "00000001" : "00000002"),
                "phone | id=r | organization_id=o | number=" + phone);
    }

    UUID id(Given source, String table, String id) {
        return UUID.fromString(source.id(table, id));
    }

    static String page(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    void search() {
        assertThat(team.post("/desk/doubles/search", Map.of()).statusCode()).isIn(302, 409);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !team.get("/desk/doubles").body().contains("Γίνεται αναζήτηση"));
    }

    /** The pair of two records, if there is one. */
    String pair(String table, String id) {
        var one = id(here, table, id);
        var found = new String[] {""};
        Sight.job("test")
                .run(() -> transactions.executeWithoutResult(_ -> jdbc.sql(
                                "select id from doubles.pair where :one in (left_id, right_id) and :other in (left_id, right_id)")
                        .param("one", one)
                        .param("other", id(there, table, id))
                        .query(String.class)
                        .optional()
                        .ifPresent(known -> found[0] = "/desk/doubles/" + known)));
        return found[0];
    }

    boolean isLeft(String pair, UUID record) {
        return page(team.get(pair)).indexOf(record.toString())
                < page(team.get(pair)).indexOf("Δεύτερη");
    }

    /** What the form of a pair chooses by itself, with some choices changed. */
    Map<String, String> chosen(String pair, Map<String, String> changes) {
        var fields = new LinkedHashMap<String, String>();
        CHECKED.matcher(page(team.get(pair))).results().forEach(each -> fields.put(each.group(1), each.group(2)));
        assertThat(fields).containsKey("stays");
        fields.putAll(changes);
        return fields;
    }

    @Test
    void aSearchFindsThePairWithItsReasonsAndChangesNothing() {
        search();
        var pair = pair("service", "s");
        assertThat(page(team.get("/desk/doubles?kind=service"))).contains("Κοινά:");
        assertThat(page(team.get(pair)))
                .contains("ίδιο όνομα", "ίδιο τηλέφωνο", "Συσσίτιο κάθε μέρα", "Ζεστό φαγητό", "Ποια εγγραφή μένει;");
        assertThat(page(team.get("/service/" + id(here, "service", "s")))).contains("Συσσίτιο κάθε μέρα");
        assertThat(page(team.get("/service/" + id(there, "service", "s")))).contains("Ζεστό φαγητό");
    }

    @Test
    void whatSomebodyCalledDifferentIsNotAskedAgain() {
        search();
        var pair = pair("service", "s");
        assertThat(team.post(pair + "/different", Map.of()).statusCode()).isEqualTo(302);
        search();
        assertThat(page(team.get(pair))).contains("Δεν περιμένει απόφαση");
        assertThat(page(team.get("/desk/doubles/decided"))).contains("Διαφορετικά, είπε Ελένη Δοκιμή");
        assertThat(team.post(pair + "/merger", Map.of("stays", "left")).statusCode())
                .isIn(409, 422);
        assertThat(team.post(pair + "/question", Map.of()).statusCode()).isEqualTo(302);
        assertThat(page(team.get(pair))).contains("Ποια εγγραφή μένει;");
    }

    @Test
    void oneOfTwoStaysWithWhatWasChosenTheOldAddressLeadsOnAndAllOfItIsTakenBack() {
        search();
        var pair = pair("service", "s");
        var ours = id(here, "service", "s");
        var theirs = id(there, "service", "s");
        boolean left = isLeft(pair, ours);
        var choice = chosen(pair, Map.of("stays", left ? "left" : "right", "f-description", left ? "right" : "left"));

        assertThat(page(team.post(pair + "/preview", choice)))
                .contains("Έτσι θα ήταν η σελίδα", "Ζεστό φαγητό", "6900000001", "6900000002");
        assertThat(page(team.get("/service/" + ours))).contains("Συσσίτιο κάθε μέρα");

        assertThat(team.post(pair + "/merger", choice).statusCode()).isEqualTo(302);
        assertThat(page(team.get("/service/" + ours))).contains("Ζεστό φαγητό", "6900000001", "6900000002");
        var led = team.get("/service/" + theirs);
        assertThat(led.statusCode()).isEqualTo(302);
        assertThat(led.headers().firstValue("Location").orElse("")).endsWith("/service/" + ours);
        assertThat(page(team.get("/desk/records/service/" + theirs + "/history")))
                .contains("μαζί με άλλες εγγραφές");
        assertThat(team.post(pair + "/merger", choice).statusCode()).isEqualTo(409);

        // its source comes again, with another place for it
        assertThat(bring(there, "Νέα περιγραφή", "").problems()).isEmpty();
        assertThat(team.get("/service/" + theirs).statusCode()).isEqualTo(302);
        assertThat(page(team.get("/service/" + ours))).doesNotContain("Νέα περιγραφή");
        search();
        assertThat(page(team.get(pair))).contains("Ενώθηκαν");

        assertThat(team.post(pair + "/undo", Map.of()).statusCode()).isEqualTo(302);
        assertThat(page(team.get("/service/" + ours)))
                .contains("Συσσίτιο κάθε μέρα", "6900000001")
                .doesNotContain("6900000002");
        assertThat(page(team.get("/service/" + theirs))).contains("Ζεστό φαγητό", "6900000002");
        assertThat(bring(there, "Νέα περιγραφή", "").problems()).isEmpty();
        assertThat(page(team.get("/service/" + theirs))).contains("Νέα περιγραφή");
    }

    @Test
    void anOrganisationsServicesAndPlacesGoOverAndWhatItsSourceBringsLaterFollows() {
        search();
        var pair = pair("organization", "o");
        var ours = id(here, "organization", "o");
        var theirs = id(there, "organization", "o");
        var choice = chosen(pair, Map.of("stays", isLeft(pair, ours) ? "left" : "right"));
        assertThat(team.post(pair + "/merger", choice).statusCode()).isEqualTo(302);
        assertThat(owner(id(there, "service", "s"))).isEqualTo(ours);
        assertThat(team.get("/organization/" + theirs)
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .endsWith("/organization/" + ours);

        there.take(
                IntakeOptions.singleRows(), "service | id=later | organization_id=o | name=Αργότερα | status=active");
        assertThat(owner(id(there, "service", "later"))).isEqualTo(ours);

        assertThat(team.post(pair + "/undo", Map.of()).statusCode()).isEqualTo(302);
        assertThat(owner(id(there, "service", "s"))).isEqualTo(theirs);
        assertThat(page(team.get("/organization/" + theirs))).contains(name);
    }

    UUID owner(UUID service) {
        return jdbc.sql("select organization_id from directory.service where id = :id")
                .param("id", service)
                .query(UUID.class)
                .single();
    }

    @Test
    void ofTwoPeopleWhoMergeAtOnceOneDoes() {
        search();
        var pair = pair("location", "l");
        if (pair.isEmpty()) {
            pair = pair("service", "s");
        }
        var path = pair;
        var choice = chosen(path, Map.of());
        var other = AtTheDesk.of(context).as(Role.COORDINATOR, null);
        var codes = Stream.of(team, other)
                .map(who -> CompletableFuture.supplyAsync(
                        () -> who.post(path + "/merger", choice).statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(codes).containsExactlyInAnyOrder(302, 409);
    }

    @Test
    void whatStandsOnTheMergerKeepsItFromBeingTakenBack() {
        search();
        var pair = pair("service", "s");
        var ours = id(here, "service", "s");
        boolean left = isLeft(pair, ours);
        var choice = chosen(pair, Map.of("stays", left ? "left" : "right", "f-description", left ? "right" : "left"));
        assertThat(team.post(pair + "/merger", choice).statusCode()).isEqualTo(302);
        intakes.amend(new org.opensocialnet.intake.Amendment(
                "own",
                java.util.List.of(new org.opensocialnet.intake.Amendment.Put(
                        "service", ours, Map.of("description", "Αλλαγμένο")))));
        assertThat(team.post(pair + "/undo", Map.of()).statusCode()).isEqualTo(409);
        assertThat(page(team.get("/service/" + ours))).contains("Αλλαγμένο");
    }
}
