package org.opensocialnet.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opensocialnet.access.AtTheDesk;
import org.opensocialnet.access.Role;
import org.opensocialnet.directory.Subject;
import org.opensocialnet.drafts.Section;
import org.opensocialnet.drafts.Section.Shape;
import org.opensocialnet.intake.Given;
import org.opensocialnet.intake.IntakeOptions;

/** Organisations keep their records: drafts, publication, undo, claims, and what belongs to others. */
class UpkeepTest extends UpkeepWorld {

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
