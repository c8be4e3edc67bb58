package org.opensocialnet.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opensocialnet.access.AtTheDesk;
import org.opensocialnet.access.AtTheDesk.Visitor;
import org.opensocialnet.access.Role;
import org.opensocialnet.directory.Subject;
import org.opensocialnet.drafts.Section;
import org.opensocialnet.drafts.Section.Shape;
import org.opensocialnet.intake.Given;
import org.opensocialnet.intake.IntakeOptions;
import org.opensocialnet.intake.Intakes;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;

/** Over real HTTP: an editor of a kitchen keeps its records; somebody of a shelter is not to see them. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class UpkeepTest {

    static final String HTML = "<script>alert(1)</script>'; drop table directory.service; --";

    @Autowired
    ApplicationContext context;

    @Autowired
    Intakes intakes;

    @Autowired
    JdbcClient jdbc;

    Given given;
    String name;
    UUID kitchen;
    UUID meals;
    UUID hall;
    Visitor maria;
    Visitor eleni;
    Visitor team;

    @BeforeEach
    void twoOrganisations() {
        given = new Given(intakes, "s-" + UUID.randomUUID());
        name = "Κουζίνα " + UUID.randomUUID();
        var report = given.take(
                IntakeOptions.wholeSource(),
                "organization | id=kitchen | name=" + name,
                "organization | id=shelter | name=Ξενώνας",
                "service | id=meals | organization_id=kitchen | name=Συσσίτιο | description=Ζεστό φαγητό | status=active",
                "location | id=hall | location_type=physical | name=Αίθουσα | organization_id=kitchen | latitude=37.98 | longitude=23.72",
                "service_at_location | id=at | service_id=meals | location_id=hall",
                "schedule | id=h | service_id=meals | freq=WEEKLY | byday=MO,TU | opens_at=09:00 | closes_at=14:00",
                "phone | id=p | service_id=meals | number=210 000 0001",
                "unit | id=u | name=γεύματα",
                "service_capacity | id=cap | service_id=meals | unit_id=u | available=3 | maximum=10 | updated=2026-01-01T10:00:00Z");
        assertThat(report.problems()).isEmpty();
        kitchen = id("organization", "kitchen");
        meals = id("service", "meals");
        hall = id("location", "hall");
        var desk = AtTheDesk.of(context);
        maria = desk.as(Role.EDITOR, kitchen);
        eleni = desk.as(Role.EDITOR, id("organization", "shelter"));
        team = desk.as(Role.COORDINATOR, null);
    }

    UUID id(String table, String name) {
        return UUID.fromString(given.id(table, name));
    }

    String record() {
        return "/desk/records/service/" + meals;
    }

    static String page(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    /** Opens a form, changes some fields, sends it back. */
    HttpResponse<String> fill(Visitor who, String path, Map<String, String> changes) {
        var fields = Filled.form(page(who.get(path)));
        fields.putAll(changes);
        return who.post(path, fields);
    }

    @Test
    void anEditorChangesARecordLooksAtItPublishesItAndTakesItBack() {
        assertThat(page(maria.get("/desk/records"))).contains("Συσσίτιο").doesNotContain("Κρεβάτια");
        assertThat(page(maria.get(record()))).contains("Ζεστό φαγητό", "210 000 0001");

        var saved = fill(maria, record() + "/edit/basics", Map.of("r0-name", "Συσσίτιο της γειτονιάς"));
        assertThat(saved.statusCode()).isEqualTo(302);
        assertThat(page(maria.get(record() + "/draft"))).contains("Συσσίτιο της γειτονιάς", "<del");

        assertThat(page(maria.get(record() + "/preview"))).contains("Συσσίτιο της γειτονιάς");
        assertThat(page(maria.get("/service/" + meals))).doesNotContain("της γειτονιάς");

        assertThat(maria.post(record() + "/draft/publication", Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(page(maria.get("/service/" + meals)))
                .contains("Συσσίτιο της γειτονιάς", "Τι άλλαξε σε αυτή τη σελίδα");

        var history = page(maria.get(record() + "/history"));
        assertThat(history).contains("Ελένη Δοκιμή", "Συσσίτιο της γειτονιάς");
        var undo = history.replaceAll("(?s).*action=\"([^\"]+/undo)\".*", "$1");
        assertThat(maria.post(undo, Map.of()).statusCode()).isEqualTo(302);
        assertThat(page(maria.get("/service/" + meals))).doesNotContain("Συσσίτιο της γειτονιάς</h1>");
    }

    @Test
    void aFormThatLayOpenForLongOverwritesNothingNobodyTouchedInIt() {
        var old = Filled.form(page(maria.get(record() + "/edit/basics")));
        fill(team, record() + "/edit/basics", Map.of("r0-description", "Δύο πιάτα και φρούτο"));
        team.post(record() + "/draft/publication", Map.of());

        old.put("r0-name", "Νέο όνομα");
        maria.post(record() + "/edit/basics", old);
        maria.post(record() + "/draft/publication", Map.of());

        assertThat(page(maria.get("/service/" + meals))).contains("Νέο όνομα", "Δύο πιάτα και φρούτο");
    }

    @Test
    void aParentKeepsTheRecordsOfItsUnitsAndAUnitNothingOfItsParent() {
        var units = new Given(intakes, "u-" + UUID.randomUUID());
        var parent = kitchen.toString();
        assertThat(units.take(
                                IntakeOptions.wholeSource(),
                                "organization | id=branch | name=Παράρτημα | parent_organization_id=" + parent,
                                "organization | id=corner | name=Γωνιά | parent_organization_id=branch",
                                "service | id=soup | organization_id=corner | name=Σούπα | status=active")
                        .problems())
                .isEmpty();
        var soup = units.id("service", "soup");
        var path = "/desk/records/service/" + soup;

        assertThat(page(maria.get("/desk/records"))).contains("Σούπα");
        fill(maria, path + "/edit/basics", Map.of("r0-name", "Σούπα της ημέρας"));
        assertThat(maria.post(path + "/draft/publication", Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(page(maria.get("/service/" + soup))).contains("Σούπα της ημέρας");

        var branch = AtTheDesk.of(context).as(Role.EDITOR, UUID.fromString(units.id("organization", "branch")));
        assertThat(branch.get(path).statusCode()).isEqualTo(200);
        var corner = AtTheDesk.of(context).as(Role.EDITOR, UUID.fromString(units.id("organization", "corner")));
        assertThat(corner.get(path).statusCode()).isEqualTo(200);
        assertThat(eleni.get(path).statusCode()).as("a stranger to both").isEqualTo(404);
        for (var unit : List.of(branch, corner)) {
            assertThat(unit.get(record()).statusCode()).isEqualTo(404);
            assertThat(unit.post(record() + "/edit/basics", Map.of("r0-name", "Δικό μας"))
                            .statusCode())
                    .isEqualTo(404);
            assertThat(unit.get("/desk/records").body()).doesNotContain("Συσσίτιο");
        }
        assertThat(corner.get("/desk/records/organization/" + units.id("organization", "branch"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void thePhoneOfAContactAndARuleOfRareDaysAreEdited() {
        var more = new Given(intakes, "m-" + UUID.randomUUID());
        assertThat(more.take(
                                IntakeOptions.wholeSource(),
                                "organization | id=house | name=Σπίτι",
                                "service | id=help | organization_id=house | name=Βοήθεια | status=active",
                                "contact | id=eirini | service_id=help | title=Υποδοχή",
                                "phone | id=hers | contact_id=eirini | number=210 000 0077",
                                "schedule | id=rare | service_id=help | freq=MONTHLY | bymonthday=15 | opens_at=10:00 | closes_at=12:00")
                        .problems())
                .isEmpty();
        var path = "/desk/records/service/" + more.id("service", "help");

        assertThat(page(team.get(path + "/edit/phones"))).contains("210 000 0077");
        assertThat(fill(team, path + "/edit/phones", Map.of("r0-number", "210 000 0088"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(page(team.get(path + "/hours"))).contains("15").doesNotContain("h0-days\" value");
        assertThat(fill(team, path + "/hours", Map.of("h0-closes", "13:30", "then", "back"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(team.post(path + "/draft/publication", Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(page(team.get(path + "/edit/phones"))).contains("210 000 0088");
        assertThat(jdbc.sql("select bymonthday || ' ' || closes_at from directory.public_schedule where id = ?")
                        .param(UUID.fromString(more.id("schedule", "rare")))
                        .query(String.class)
                        .single())
                .isEqualTo("15 13:30:00");
    }

    @Test
    void countsAndNoticesAreTakenBack() {
        var capacity = given.id("service_capacity", "cap");
        maria.post("/desk/capacity/" + capacity, Map.of("act", "full"));
        var undo = undo(page(maria.get("/desk/capacity")));
        assertThat(available()).isZero();
        assertThat(eleni.post(undo, Map.of()).statusCode()).isEqualTo(404);
        assertThat(maria.post(undo, Map.of()).statusCode()).isEqualTo(302);
        assertThat(available()).isEqualTo(3);
        maria.post("/desk/capacity/" + capacity, Map.of("act", "more"));
        assertThat(maria.post(undo, Map.of()).statusCode()).as("counted since").isEqualTo(409);
        assertThat(available()).isEqualTo(4);

        fill(
                maria,
                "/desk/notices/new",
                Map.of("about", "service:" + meals, "kind", "message", "message", "Λείπει ψωμί"));
        var end = undo(page(maria.get("/desk/notices")));
        assertThat(page(maria.get("/service/" + meals))).contains("Λείπει ψωμί");
        assertThat(maria.post(end, Map.of()).statusCode()).isEqualTo(302);
        assertThat(page(maria.get("/service/" + meals))).doesNotContain("Λείπει ψωμί");
        var resume = undo(page(maria.get("/desk/notices")));
        assertThat(eleni.post(resume, Map.of()).statusCode()).isEqualTo(404);
        assertThat(maria.post(resume, Map.of()).statusCode()).isEqualTo(302);
        assertThat(page(maria.get("/service/" + meals))).contains("Λείπει ψωμί");
    }

    @Test
    void aNoticeThatSaysWhoSomebodyIsIsPointedOutBeforeItHangs() {
        var about = Map.of("about", "service:" + meals, "kind", "message");
        var naming = new HashMap<>(about);
        naming.put("message", "Ρωτήστε στο maria@example.org");
        naming.put("from-day", "1/1/2026");
        naming.put("from-time", "08:00");

        var asked = maria.post("/desk/notices/new", naming);

        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body()).contains("ηλεκτρονική διεύθυνση", "maria@example.org", "name=\"knows\"");
        naming.put("knows", "yes");
        assertThat(maria.post("/desk/notices/new", naming).statusCode()).isEqualTo(302);
    }

    /** Where the page says that what was just done is taken back. */
    static String undo(String page) {
        var found = Pattern.compile("action=\"([^\"]*/(?:undo|end|resumption)[^\"]*)\"")
                .matcher(page.substring(page.indexOf("<main")));
        assertThat(found.find()).isTrue();
        return HtmlUtils.htmlUnescape(found.group(1));
    }

    @Test
    void theSecondWriterSeesTheDifferenceAndChooses() {
        var old = Filled.form(page(maria.get(record() + "/edit/basics")));
        fill(team, record() + "/edit/basics", Map.of("r0-description", "Δύο πιάτα"));
        team.post(record() + "/draft/publication", Map.of());
        old.put("r0-description", "Τρία πιάτα");
        maria.post(record() + "/edit/basics", old);

        assertThat(maria.post(record() + "/draft/publication", Map.of()).statusCode())
                .isEqualTo(409);
        assertThat(page(maria.get(record() + "/draft"))).contains("Δύο πιάτα", "Τρία πιάτα", "Ελένη Δοκιμή");

        maria.post(record() + "/draft/choice", Map.of("service|" + meals + "|description", "mine"));
        maria.post(record() + "/draft/publication", Map.of());
        assertThat(page(maria.get("/service/" + meals))).contains("Τρία πιάτα");
    }

    @Test
    void whatBelongsToOthersIsNotThere() throws IOException {
        fill(maria, record() + "/edit/basics", Map.of("r0-name", "Πρόχειρο όνομα"));
        var set = UUID.randomUUID().toString();
        for (var line : Files.readAllLines(Path.of("src/main/resources/upkeep/routes.csv")).stream()
                .skip(1)
                .toList()) {
            var cells = line.split(",");
            if (!cells[1].contains("{")) {
                continue;
            }
            var path = cells[1].replace("{service}", meals.toString())
                    .replace("{location}", hall.toString())
                    .replace("{entry}", kitchen.toString())
                    .replace("{capacity}", id("service_capacity", "cap").toString())
                    .replace("{section}", "basics")
                    .replaceAll("\\{\\w+}", set);
            var answer = cells[0].equals("GET") ? eleni.get(path) : eleni.post(path, Map.of());
            assertThat(answer.statusCode()).as(line).isEqualTo(404);
            assertThat(answer.body()).as(line).doesNotContain("Συσσίτιο", "Πρόχειρο όνομα");
        }
        assertThat(page(eleni.get("/desk/records"))).doesNotContain("Συσσίτιο");
        assertThat(page(eleni.get("/desk/capacity"))).doesNotContain("Συσσίτιο");
        assertThat(page(eleni.get("/desk/notices/new"))).doesNotContain("Συσσίτιο");
    }

    @ParameterizedTest
    @EnumSource(Subject.Kind.class)
    void everyFieldTakesTooMuchTooLittleAndTheWrongThingWithWords(Subject.Kind kind) {
        var id = Map.of(Subject.Kind.SERVICE, meals, Subject.Kind.LOCATION, hall, Subject.Kind.ORGANIZATION, kitchen);
        var record = "/desk/records/" + kind.table() + "/" + id.get(kind);
        for (var section : Section.of(kind)) {
            if (section.shape() == Shape.SPECIAL) {
                continue;
            }
            var path = record + "/edit/" + section.code();
            var empty = Filled.form(page(maria.get(path)));
            for (var junk : List.of("x".repeat(6_000), "<b>&'\"\u0001", "-1e999", " ", "٣")) {
                var fields = new java.util.LinkedHashMap<>(empty);
                fields.replaceAll((name, value) -> name.matches("r\\d+-.*") && !name.endsWith("-gone") ? junk : value);
                fields.computeIfPresent("word", (name, value) -> junk);
                var answer = maria.post(path, fields);
                assertThat(answer.statusCode())
                        .as("%s with %s", path, junk.substring(0, 1))
                        .isIn(302, 422);
                if (answer.statusCode() == 422) {
                    assertThat(answer.body()).contains("govuk-error-summary").doesNotContain("<b>&'");
                }
            }
        }
    }

    @Test
    void markupInATextIsOnlyText() {
        fill(maria, record() + "/edit/basics", Map.of("r0-name", HTML, "r0-description", HTML));
        for (var path : List.of(record(), record() + "/draft", record() + "/preview", record() + "/edit/basics")) {
            assertThat(page(maria.get(path))).doesNotContain("<script>alert").contains("drop table directory.service");
        }
        assertThat(maria.post(record() + "/draft/publication", Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(page(maria.get("/service/" + meals))).doesNotContain("<script>alert");
        assertThat(page(maria.get("/desk/records?q=" + "%27%3B--"))).doesNotContain("<script>alert");
    }

    @Test
    void theDeskSpeaksEnglishToo() {
        var saved = fill(maria, "/en" + record() + "/edit/phones", Map.of("r1-number", "210 123 4567"));
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(302);
        assertThat(saved.headers().firstValue("Location").orElseThrow()).endsWith("/en" + record());
        assertThat(page(maria.get("/en" + record())))
                .contains("You have changes that are not published", "210 123 4567");
    }

    @Test
    void hoursAreReadBackAndSaved() {
        var path = record() + "/hours";
        var fields = Filled.form(page(maria.get(path)));
        fields.put("prose", "Δευτέρα-Παρασκευή 8:30-14:30");
        fields.put("h0-gone", "yes");
        fields.put("then", "read");
        assertThat(page(maria.post(path, fields)))
                .contains("Δευτέρα ως Παρασκευή, 08:30 ως 14:30", "Monday to Friday, 08:30 to 14:30");
        assertThat(page(maria.post(path + "/reading", fields)))
                .contains("Monday to Friday")
                .doesNotContain("<html");

        fields.put("then", "back");
        assertThat(maria.post(path, fields).statusCode()).isEqualTo(302);
        assertThat(page(maria.get(record() + "/draft"))).contains("Δευτέρα ως Παρασκευή");
        assertThat(maria.post(record() + "/draft/publication", Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(jdbc.sql("select byday || ' ' || opens_at from directory.public_schedule where service_id = ?")
                        .param(meals)
                        .query(String.class)
                        .list())
                .containsExactly("MO,TU,WE,TH,FR 08:30:00");
    }

    @Test
    void hoursThatCannotBeAreToldByTheirField() {
        var answer = fill(maria, record() + "/hours", Map.of("h0-opens", "25:00", "h0-closes", "", "prose", "όποτε"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("href=\"#h0-opens\"", "href=\"#h0-closes\"", "href=\"#prose\"", "25:00");
    }

    @Test
    void aCountIsOneTapAndNeverBelowNothingNorAboveAll() {
        var path = "/desk/capacity/" + id("service_capacity", "cap");
        maria.post(path, Map.of("act", "more"));
        assertThat(available()).isEqualTo(4);
        maria.post(path, Map.of("act", "full"));
        maria.post(path, Map.of("act", "less"));
        assertThat(available()).isZero();
        maria.post(path, Map.of("act", "free"));
        maria.post(path, Map.of("act", "more"));
        assertThat(available()).isEqualTo(10);
        assertThat(maria.post(path, Map.of("act", "set", "n-" + id("service_capacity", "cap"), "-4"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(page(maria.get("/desk/capacity"))).contains("γεύματα", "μόλις τώρα");
    }

    private int available() {
        return jdbc.sql("select available::int from directory.public_service_capacity where service_id = ?")
                .param(meals)
                .query(Integer.class)
                .single();
    }

    @Test
    void aNoticeIsUpAtOnceAndEndsEarly() {
        var path = "/desk/notices/new";
        var put = fill(
                maria, path, Map.of("about", "service:" + meals, "kind", "closed", "message", "Κλειστά για απογραφή"));
        assertThat(put.statusCode()).isEqualTo(302);
        assertThat(page(maria.get("/service/" + meals))).contains("Κλειστά για απογραφή");

        var board = page(maria.get("/desk/notices"));
        var end = board.replaceAll("(?s).*action=\"([^\"]+/end)\".*", "$1");
        assertThat(eleni.post(end, Map.of()).statusCode()).isEqualTo(404);
        assertThat(maria.post(end, Map.of()).statusCode()).isEqualTo(302);
        assertThat(page(maria.get("/service/" + meals))).doesNotContain("Κλειστά για απογραφή");
    }

    @Test
    void aNoticeThatCannotBeIsToldByItsField() {
        var answer = fill(
                maria,
                "/desk/notices/new",
                Map.of("about", "service:" + meals, "kind", "changed-hours", "from-day", "31/2/2026", "message", "x"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("href=\"#from-day\"");
        assertThat(eleni.post(
                                "/desk/notices/new",
                                Map.of("about", "service:" + meals, "kind", "closed", "from-day", "1/1/2026"))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void aStopIsAddedToARouteFromAKnownPlace() {
        fill(maria, record() + "/edit/basics", Map.of("r0-service_kind", "mobile"));
        var page = page(maria.get(record() + "/route"));
        var known = page.replaceAll("(?s).*<option value=\"(square-[^\"]+)\".*", "$1");
        var answer = fill(
                maria,
                record() + "/route",
                Map.of("s1-known", known, "s1-days", "WE", "s1-opens", "18:00", "s1-closes", "20:00"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        assertThat(maria.post(record() + "/draft/publication", Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(jdbc.sql("""
                        select l.name || ' ' || s.byday
                        from directory.public_service_at_location at
                        join directory.public_location l on l.id = at.location_id
                        join directory.public_schedule s on s.service_at_location_id = at.id
                        where at.service_id = ? and at.stop_position = 2""").param(meals).query(String.class).single()).endsWith(" WE");
    }

    @Test
    void aNewServiceGoesFromANameToThePublic() {
        var begun = fill(maria, "/desk/records/new?kind=service", Map.of("name", "Πλυντήριο"));
        var path = begun.headers().firstValue("Location").orElseThrow().replaceFirst("https?://[^/]+", "");
        assertThat(page(maria.get("/desk/records"))).contains("Πλυντήριο");
        assertThat(eleni.get(path).statusCode()).isEqualTo(404);
        assertThat(maria.post(path + "/draft/publication", Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(page(maria.get(path.replace("/desk/records", "")))).contains("Πλυντήριο");
        assertThat(fill(maria, path + "/retirement", Map.of("reason", "ended")).statusCode())
                .isEqualTo(302);
        assertThat(maria.get(path.replace("/desk/records", "")).statusCode()).isEqualTo(404);
        assertThat(page(maria.get(path))).contains("εκτός χρήσης");
        assertThat(maria.post(path + "/restoration", Map.of()).statusCode()).isEqualTo(302);
        assertThat(maria.get(path.replace("/desk/records", "")).statusCode()).isEqualTo(200);
    }

    @Test
    void anEntryIsAskedForAndGranted() {
        var asked = fill(eleni, "/desk/claims?q=" + name.substring(8), Map.of());
        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(eleni.post("/desk/claims", Map.of("q", name, "entry", kitchen.toString(), "reason", "Δικοί μας"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(eleni.get(record()).statusCode()).isEqualTo(404);
        var board = page(team.get("/desk/claims"));
        var claim = board.replaceAll("(?s).*action=\"([^\"]+/decision)\".*", "$1");
        assertThat(team.post(claim, Map.of("answer", "yes")).statusCode()).isEqualTo(302);
        assertThat(eleni.get(record()).statusCode()).isEqualTo(200);
    }
}
