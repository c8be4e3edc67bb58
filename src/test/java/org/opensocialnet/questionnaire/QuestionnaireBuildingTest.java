package org.opensocialnet.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.opensocialnet.access.AtTheDesk;
import org.opensocialnet.access.Role;
import org.opensocialnet.forms.Kind;
import org.opensocialnet.forms.Soundness;
import org.opensocialnet.forms.XlsForm;
import org.opensocialnet.upkeep.Filled;
import org.springframework.beans.factory.annotation.Autowired;

/** Building questionnaires at the desk, block by block and from files. */
class QuestionnaireBuildingTest extends QuestionnaireWorld {

    @Autowired
    Questionnaires questionnaires;

    @Autowired
    KnownRecords records;

    @Test
    void theStandardQuestionsCoverWhatTheCityMapped() {
        var standard = Questionnaires.standard();
        assertThat(Soundness.faults(standard)).isEmpty();
        assertThat(standard.pages()).hasSize(5);
        assertThat(standard.questions()).allSatisfy(question -> {
            assertThat(question.label().greek()).isNotEmpty();
            assertThat(question.label().english()).isNotEmpty();
        });
        for (var question : standard.questions()) {
            assertThat(question.kind() == Kind.TABLE
                            || question.means().isEmpty()
                            || Means.of(question).isPresent())
                    .as(question.name())
                    .isTrue();
            assertThat(question.columns())
                    .allSatisfy(column -> assertThat(Means.of(column)
                                    .map(means -> means.fits(question.rows()))
                                    .orElse(column.means().isEmpty()))
                            .as(column.name())
                            .isTrue());
        }
    }

    @Test
    void aQuestionnaireIsBuiltBlockByBlock() {
        var made = id(team.post("/desk/questionnaires", Map.of("source", "empty", "title", "Υπνωτήρια")));
        var path = "/desk/questionnaires/" + made;
        assertThat(page(team.get(path))).contains("Δεν ρωτά τίποτα ακόμη");
        add(path, "section", Map.of("label-el", "Κρεβάτια"));
        add(path, "number", Map.of("label-el", "Πόσα;", "label-en", "How many?", "least", "0", "most", "500"));
        add(path, "one", Map.of("label-el", "Ζώα;", "options", "yes | Ναι | Yes\nno | Όχι | No"));
        add(
                path,
                "table",
                Map.of(
                        "label-el", "Βραδιές",
                        "columns",
                                "day | line! | Μέρα | Day\ngroup | one | Ομάδα | Group | | groups\nfull | one | Γεμάτο | Full | | yes=Ναι/Yes, no=Όχι/No"));
        var built = as(() -> questionnaires.one(made)).questions();
        assertThat(Soundness.faults(built)).isEmpty();
        assertThat(built.questions())
                .extracting(question -> question.kind())
                .containsExactly(Kind.SECTION, Kind.NUMBER, Kind.ONE, Kind.TABLE);
        assertThat(built.question("number_1").orElseThrow().most()).isEqualTo(500);
        assertThat(built.question("table_1").orElseThrow().columns()).hasSize(3);
        assertThat(page(team.get(path + "/preview/1"))).contains("Πόσα;", "Βραδιές", "Γυναίκες");

        var shown = Filled.form(page(team.get(path + "/questions/table_1")));
        assertThat(team.post(path + "/questions/table_1", shown).statusCode()).isEqualTo(302);
        assertThat(as(() -> questionnaires.one(made)).questions())
                .as("a block that is saved as it is shown stays as it is")
                .isEqualTo(built);
        var version = shown.get("version");
        assertThat(team.post(path + "/questions/one_1/order", Map.of("then", "up", "version", version))
                        .statusCode())
                .as("somebody has saved since")
                .isEqualTo(409);
        var now = Filled.form(page(team.get(path + "/questions/table_1"))).get("version");
        assertThat(team.post(path + "/questions/one_1/order", Map.of("then", "up", "version", now))
                        .statusCode())
                .isEqualTo(302);
        assertThat(as(() -> questionnaires.one(made))
                        .questions()
                        .questions()
                        .get(1)
                        .name())
                .isEqualTo("one_1");
        assertThat(team.post(path + "/removal", Map.of()).statusCode()).isEqualTo(302);
        assertThat(team.get(path).statusCode()).isEqualTo(404);
        assertThat(team.post("/desk/questionnaires/" + form + "/removal", Map.of())
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void everyBlockOfTheStandardQuestionsSurvivesBeingSavedAsItIsShown() {
        var path = "/desk/questionnaires/" + form + "/questions/";
        for (var question : Questionnaires.standard().questions()) {
            var fields = Filled.form(page(team.get(path + question.name())));
            var answer = team.post(path + question.name(), fields);
            assertThat(answer.statusCode()).as(question.name() + answer.body()).isEqualTo(302);
        }
        assertThat(as(() -> questionnaires.one(form)).questions()).isEqualTo(Questionnaires.standard());
        var fields = Filled.form(page(team.get(path + "referrals")));
        fields.put("options", "both | Ναι\\|όχι, ή/και | Yes");
        assertThat(team.post(path + "referrals", fields).statusCode()).isEqualTo(302);
        assertThat(as(() -> questionnaires.one(form))
                        .questions()
                        .question("referrals")
                        .orElseThrow()
                        .options()
                        .getFirst()
                        .label()
                        .greek())
                .isEqualTo("Ναι|όχι, ή/και");
    }

    private void add(String path, String kind, Map<String, String> typed) {
        var fields = Filled.form(page(team.get(path + "/questions?kind=" + kind)));
        fields.putAll(typed);
        var answer = team.post(path + "/questions", fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    }

    @Test
    void aBlockThatIsWrongSaysWhy() {
        var path = "/desk/questionnaires/" + form;
        var fields = Filled.form(page(team.get(path + "/questions?kind=one")));
        assertThat(team.post(path + "/questions", fields).statusCode()).isEqualTo(422);
        fields.putAll(Map.of("label-el", "Ζώα;", "options", "Ναι | Ναι"));
        assertThat(team.post(path + "/questions", fields).body()).contains("λατινικά γράμματα");
        fields.putAll(Map.of("options", "yes | Ναι", "name", "staff"));
        assertThat(team.post(path + "/questions", fields).body()).contains("Το όνομα υπάρχει ήδη");
        fields.putAll(Map.of("name", "animals", "means", "service.hours"));
        assertThat(team.post(path + "/questions", fields).body()).contains("μόνο στήλη πίνακα");
        var table = Filled.form(page(team.get(path + "/questions?kind=table")));
        table.putAll(Map.of("label-el", "Π", "rows", "services", "columns", "a | number | Α | A | capacity.maximum"));
        assertThat(team.post(path + "/questions", table).body()).contains("δεν ταιριάζει");
    }

    @Test
    void aQuestionnaireLeavesAsXlsFormAndComesBackTheSame() throws Exception {
        var request = team.asked("/desk/questionnaires/" + form + "/form.xlsx").GET();
        var file = java.net.http.HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.ofByteArray())
                .body();
        var read = XlsForm.read(file);
        assertThat(read.remarks()).isEmpty();
        assertThat(read.form()).contains(Questionnaires.standard());
        var made = id(upload("form.xlsx", file));
        assertThat(as(() -> questionnaires.one(made)).questions()).isEqualTo(Questionnaires.standard());
        var refused = upload("notes.xlsx", "not a workbook".getBytes(StandardCharsets.UTF_8));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("δεν είναι βιβλίο εργασίας");
        var large = upload("large.xlsx", new byte[3 << 20]);
        assertThat(large.statusCode()).isEqualTo(303);
        assertThat(team.get("/desk/questionnaires?large=yes").body()).contains("πολύ μεγάλο");
        assertThat(team.post("/desk/questionnaires", Map.of("source", "file")).statusCode())
                .isEqualTo(422);
    }

    private HttpResponse<String> upload(String name, byte[] file) {
        var body = new ByteArrayOutputStream();
        var boundary = "----osn-boundary";
        var part = "--" + boundary + "\r\nContent-Disposition: form-data; ";
        body.writeBytes((part + "name=\"_csrf\"\r\n\r\n" + team.token() + "\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes((part + "name=\"source\"\r\n\r\nfile\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(
                (part + "name=\"file\"; filename=\"" + name + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return team.send(team.asked("/desk/questionnaires")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    @Test
    void onlyTheCoordinationTeamAsks() {
        var desk = AtTheDesk.of(context);
        assertThat(desk.as(Role.EDITOR, kitchen).get("/desk/questionnaires").statusCode())
                .isEqualTo(403);
        assertThat(desk.as(Role.EDITOR, kitchen)
                        .get("/desk/editions/" + edition)
                        .statusCode())
                .isEqualTo(404);
        assertThat(team.get("/desk/questionnaires/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
        assertThat(page(team.get("/en/desk/questionnaires"))).contains("Mapping of services and gaps");
    }
}
