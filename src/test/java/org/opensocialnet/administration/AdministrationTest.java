package org.opensocialnet.administration;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opensocialnet.access.AtTheDesk;
import org.opensocialnet.access.AtTheDesk.Visitor;
import org.opensocialnet.access.Role;
import org.opensocialnet.audit.TrailDayClosed;
import org.opensocialnet.database.JobBook;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.settings.Emblems;
import org.opensocialnet.settings.Settings;
import org.opensocialnet.web.Language;
import org.opensocialnet.web.Words;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionOperations;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = "osn.site.contact=set by the environment")
class AdministrationTest {

    static final UUID SUN = Uuid7.next();

    @Autowired
    ApplicationContext context;

    @Autowired
    Settings settings;

    @Autowired
    Emblems emblems;

    @Autowired
    MessageSource sentences;

    @Autowired
    TransactionOperations transaction;

    AtTheDesk desk;
    Visitor administrator;
    Visitor auditor;

    @BeforeEach
    void arrive() {
        desk = AtTheDesk.of(context);
        administrator = desk.as(Role.ADMINISTRATOR, null);
        auditor = desk.as(Role.AUDITOR, null);
    }

    @AfterEach
    void asItWas() {
        Sight.job("settings")
                .run(() -> transaction.executeWithoutResult(_ -> {
                    for (var key : List.of("site.name", "site.city", "site.funders", "map.style")) {
                        settings.reset(settings.named(key).orElseThrow());
                    }
                    emblems.ofCity().ifPresent(emblem -> emblems.remove(emblem.id()));
                    emblems.ofFunders().forEach(emblem -> emblems.remove(emblem.id()));
                }));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void onlyWhoMayOpensThesePages(Role role) {
        var visitor = desk.as(role, role.ofTheNetwork() ? null : SUN);
        for (var path : List.of(
                "/desk/settings",
                "/desk/settings/site",
                "/desk/settings/emblems",
                "/desk/settings/history",
                "/desk/health")) {
            assertThat(visitor.get(path).statusCode())
                    .as("%s at %s", role, path)
                    .isIn(role == Role.ADMINISTRATOR ? List.of(200) : List.of(403, 404));
        }
        for (var path : List.of("/desk/trail", "/desk/trail.csv", "/desk/trail.xlsx")) {
            assertThat(visitor.get(path).statusCode())
                    .as("%s at %s", role, path)
                    .isIn(role == Role.AUDITOR ? List.of(200) : List.of(403, 404));
        }
        if (role != Role.ADMINISTRATOR) {
            assertThat(visitor.post("/desk/settings/site", Map.of("site.name", "Mine"))
                            .statusCode())
                    .isIn(403, 404);
            assertThat(visitor.post("/desk/settings/emblems/" + SUN + "/removal", Map.of())
                            .statusCode())
                    .isIn(403, 404);
        }
        assertThat(desk.stranger().get("/desk/settings").statusCode()).isNotEqualTo(200);
    }

    @Test
    void aNameIsLookedAtFirstAndThenHoldsOnEveryPage() {
        var typed = Map.of(
                "site.name", "Δίκτυο της Πόλης", "site.city", "Δήμος Ήλιου", "site.funders", "Ταμείο Α\nΤαμείο Β");
        var looked = administrator.post("/desk/settings/site", with(typed, "act", "look"));
        assertThat(looked.statusCode()).isEqualTo(200);
        assertThat(looked.body()).contains("Έτσι θα φαίνονται", "Ταμείο Α, Ταμείο Β");
        assertThat(administrator.get("/privacy").body()).doesNotContain("Δίκτυο της Πόλης");

        assertThat(administrator
                        .post("/desk/settings/site", with(typed, "act", "keep"))
                        .statusCode())
                .isIn(302, 303);
        assertThat(administrator.get("/privacy").body())
                .contains("Δίκτυο της Πόλης", "Δήμος Ήλιου", "Ταμείο Α, Ταμείο Β");
        assertThat(administrator.get("/desk/settings/history").body())
                .contains(
                        "Όνομα του ιστότοπου",
                        "Open Social Net",
                        "Δίκτυο της Πόλης",
                        administrator.member().toString());
    }

    @Test
    void whatCannotBeAcceptedIsGivenBackWithTheFieldAndTheRemedy() {
        var answer = administrator.post(
                "/en/desk/settings/site", Map.of("site.name", "", "site.exit", "javascript:alert(1)", "act", "keep"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Name of the site: Enter something here.", "href=\"#site.exit\"", "javascript:alert(1)")
                .doesNotContain("<script>alert");
        assertThat(administrator.get("/privacy").body()).contains("Open Social Net");
    }

    @Test
    void whatTheEnvironmentGivesIsShownAndCannotBeChanged() {
        assertThat(administrator.get("/en/desk/settings/site").body())
                .contains("set by the environment", "osn.site.contact")
                .doesNotContain("name=\"site.contact\"");
        administrator.post("/desk/settings/site", Map.of("site.contact", "mine", "act", "keep"));
        assertThat(administrator.get("/privacy").body()).contains("set by the environment");
    }

    @Test
    void thePolicyFollowsTheMapsStyle() {
        assertThat(policy()).doesNotContain("tiles.example");
        administrator.post(
                "/desk/settings/map", Map.of("map.style", "https://tiles.example/style.json", "act", "keep"));
        assertThat(policy()).contains("connect-src 'self' https://tiles.example;");
        assertThat(administrator
                        .post(
                                "/desk/settings/map",
                                Map.of("map.style", "https://x.example; script-src *", "act", "keep"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(policy()).doesNotContain("script-src *");
    }

    private String policy() {
        return administrator
                .get("/privacy")
                .headers()
                .firstValue("Content-Security-Policy")
                .orElseThrow();
    }

    @Test
    void anEmblemIsOnEveryPageUntilItIsTakenAway() throws IOException {
        assertThat(upload("city", "Δήμος Ήλιου", png()).statusCode()).isIn(302, 303);
        var page = administrator.get("/privacy").body();
        var address = Pattern.compile("/emblems/[0-9a-f]{32}\\.png").matcher(page);
        assertThat(address.find()).isTrue();
        var picture = administrator.get(address.group());
        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");

        var emblem = emblems.ofCity().orElseThrow();
        administrator.post("/desk/settings/emblems/" + emblem.id() + "/removal", Map.of());
        assertThat(administrator.get("/privacy").body()).doesNotContain("/emblems/");
        assertThat(administrator.get(emblem.path()).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "%PDF-1.7"})
    void whatIsNoPictureIsRefusedWithWords(String file) {
        var answer = upload("funder", "Ταμείο", file.getBytes(UTF_8));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("PNG ή JPEG", "href=\"#picture\"");
        assertThat(emblems.ofFunders()).isEmpty();
    }

    @Test
    void everySettingHasItsWordsInBothLanguages() {
        for (var language : List.of("el", "en")) {
            assertThat(settings.all())
                    .isNotEmpty()
                    .allSatisfy(setting -> assertThat(
                                    List.of(said(setting.label(), language), said(setting.hint(), language)))
                            .as(setting.key())
                            .doesNotContain("missing"));
        }
    }

    private String said(String key, String language) {
        return String.valueOf(sentences.getMessage(key, null, "missing", java.util.Locale.of(language)));
    }

    @Test
    void theAuditorFindsWhatTheAdministratorDidAndEachLookIsThereToo() {
        administrator.post("/desk/settings/site", Map.of("site.name", "Δίκτυο", "act", "keep"));
        var found = auditor.get("/desk/trail?member=" + administrator.member()).body();
        assertThat(found).contains("settings.value.changed", "Διαχείριση συστήματος");

        assertThat(auditor.get("/desk/trail?member=" + auditor.member()).body()).contains("audit.trail.read");
        var table = auditor.get("/desk/trail.csv?member=" + auditor.member());
        assertThat(table.body()).contains("id,at,member", "audit.trail.exported", "audit.trail.read");
        assertThat(auditor.get("/desk/trail.csv?member=" + administrator.member())
                        .body())
                .as("what was typed stays with the settings")
                .contains("settings.value.changed")
                .doesNotContain("Δίκτυο");
        assertThat(auditor.get("/desk/trail.xlsx?act=settings.")
                        .headers()
                        .firstValue("Content-Type")
                        .orElseThrow())
                .contains("spreadsheetml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "member=x",
                "subject=1%27%20or%20%271%27=%271",
                "act=%3Cscript%3Ealert(1)%3C/script%3E",
                "from=31/2/2026",
                "organization=00000000"
            })
    void aQuestionThatCannotBeUnderstoodIsAnsweredWithWords(String query) {
        var answer = auditor.get("/desk/trail?" + query);

        assertThat(answer.statusCode()).isIn(400, 422);
        assertThat(answer.body()).doesNotContain("<script>alert", "SQL");
        assertThat(auditor.get("/desk/trail.csv?" + query).statusCode()).isEqualTo(400);
    }

    @Test
    void pagesOfTheTrailGoOnAndAWrongPlaceBeginsAnew() {
        for (int i = 0; i < 55; i++) {
            auditor.get("/desk/trail?act=audit.");
        }
        var first = auditor.get("/desk/trail?member=" + auditor.member()).body();
        var next = Pattern.compile("href=\"([^\"]*after=[^\"]*)\"").matcher(first);
        assertThat(next.find()).isTrue();
        assertThat(auditor.get(next.group(1).replace("&amp;", "&")).statusCode())
                .isEqualTo(200);
        assertThat(auditor.get("/desk/trail?after=nonsense").statusCode()).isEqualTo(200);
    }

    @Test
    void theTrailSaysItsCodesInWordsAndNamesWhoMayBeKnown() {
        auditor.post("/desk/trail/verification", Map.of());
        var page = auditor.get("/en/desk/trail?member=" + auditor.member()).body();
        assertThat(page).contains("Trail verified", "Audit, data protection", "Ελένη Δοκιμή", "audit.trail.verified");
        assertThat(auditor.get("/desk/trail?member=" + auditor.member()).body()).contains("Έλεγχος του ίχνους");
        assertThat(auditor.get("/desk/trail.csv?member=" + auditor.member()).body())
                .doesNotContain("Ελένη Δοκιμή");
    }

    Words english() {
        return context.getBean(Words.Dictionary.class).in(Language.ENGLISH);
    }

    @Test
    void theHashOfAClosedDayIsSentOutOfTheHouseWhereSomebodyKeepsIt() {
        var closed = new TrailDayClosed(LocalDate.of(2026, 11, 20), 17, "0123456789abcdef");
        tell(closed);
        assertThat(closingLetters()).isEmpty();
        decide("audit.closing-address", "auditor@outside.example");

        tell(closed);

        assertThat(closingLetters()).containsExactly("auditor@outside.example");
        decide("audit.closing-address", "");
    }

    void tell(TrailDayClosed closed) {
        Sight.job("sealing").run(() -> transaction.executeWithoutResult(_ -> context.publishEvent(closed)));
    }

    void decide(String key, String value) {
        Sight.job("settings")
                .run(() -> transaction.executeWithoutResult(_ -> assertThat(
                                settings.change(Map.of(settings.named(key).orElseThrow(), value)))
                        .isEmpty()));
    }

    List<String> closingLetters() {
        var found = new ArrayList<String>();
        Sight.job("letters")
                .run(() -> transaction.executeWithoutResult(_ -> found.addAll(context.getBean(JdbcClient.class)
                        .sql("select address from messaging.letter where kind = 'administration.trail-closed'")
                        .query(String.class)
                        .list())));
        return found;
    }

    @Test
    void everyJobOfTheProgramIsShownAlsoOneThatFailed() {
        var jobs = context.getBean(JobBook.class);
        jobs.run("messaging.tidy", () -> true);
        jobs.run("audit.at-night", () -> {
            throw new IllegalStateException("on purpose");
        });

        var page = administrator.get("/en/desk/health").body();

        assertThat(page)
                .contains(
                        "Jobs of the program",
                        "Tidying of letters",
                        "Failed (IllegalStateException)",
                        "Sealing of the trail")
                .doesNotContain("on purpose");
        jobs.run("audit.at-night", () -> true);
        assertThat(administrator.get("/en/desk/health").body()).doesNotContain("IllegalStateException");
    }

    @Test
    void healthNamesWhatThereIs() {
        assertThat(administrator.get("/en/desk/health").body())
                .contains("Database", "Disk", "Backups", "Letters", "Verification of the trail", "PostgreSQL", "Java");
    }

    private HttpResponse<String> upload(String place, String name, byte[] picture) {
        var border = "----border";
        var token = administrator.token();
        var body = new StringBuilder();
        for (var field : Map.of("_csrf", token, "place", place, "name", name).entrySet()) {
            body.append(
                    "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\nContent-Type: text/plain;charset=UTF-8\r\n\r\n%s\r\n"
                            .formatted(
                                    border,
                                    field.getKey(),
                                    new String(field.getValue().getBytes(UTF_8), ISO_8859_1)));
        }
        body.append(
                "--%s\r\nContent-Disposition: form-data; name=\"picture\"; filename=\"emblem.png\"\r\nContent-Type: image/png\r\n\r\n%s\r\n--%1$s--\r\n"
                        .formatted(border, new String(picture, ISO_8859_1)));
        return administrator.send(administrator
                .asked("/desk/settings/emblems")
                .header("Content-Type", "multipart/form-data; boundary=" + border)
                .POST(BodyPublishers.ofByteArray(body.toString().getBytes(ISO_8859_1))));
    }

    private static byte[] png() throws IOException {
        var image = new BufferedImage(200, 100, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 200; x++) {
            image.setRGB(x, x / 2, 0x4b6b3c);
        }
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        var all = new java.util.HashMap<>(fields);
        all.put(name, value);
        return all;
    }
}
