package org.opensocialnet.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opensocialnet.desk.DeskRooms.MOON;
import static org.opensocialnet.desk.DeskRooms.MOON_SHELTER;
import static org.opensocialnet.desk.DeskRooms.SUN;
import static org.opensocialnet.desk.DeskRooms.SUN_KITCHEN;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opensocialnet.access.AtTheDesk;
import org.opensocialnet.access.AtTheDesk.Visitor;
import org.opensocialnet.access.Members;
import org.opensocialnet.access.Role;
import org.opensocialnet.database.Sight;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.support.TransactionOperations;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("desk-rooms")
class DeskTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Opened opened;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    AtTheDesk desk;

    @BeforeEach
    void arrive() {
        desk = AtTheDesk.of(context);
    }

    @AfterEach
    void mend() {
        DeskRooms.BREAKS.set(false);
        DeskRooms.DAWDLES.set(false);
    }

    @Test
    void atMostSevenThingsWaitAndTheMostPressingComesFirst() {
        var today = desk.as(Role.EDITOR, SUN).get("/desk").body();

        assertThat(today).contains("9 αποφάσεις για σήμερα", "Ακόμη 2, δείτε τις όλες");
        assertThat(today.indexOf("Εκκρεμότητα 9")).isLessThan(today.indexOf("Εκκρεμότητα 8"));
        assertThat(today).contains("Εκκρεμότητα 3").doesNotContain("Εκκρεμότητα 2");
    }

    @Test
    void theOthersAreOneStepAway() {
        assertThat(desk.as(Role.EDITOR, SUN).get("/desk?all=true").body()).contains("Εκκρεμότητα 1<");
    }

    @Test
    void whereNothingWaitsThePageSaysSo() {
        assertThat(desk.as(Role.RESEARCHER, null).get("/desk").body())
                .contains("Τίποτε δεν σας περιμένει", "θα το δείτε εδώ")
                .doesNotContain("osn-todo\"");
        assertThat(desk.as(Role.COORDINATOR, null).get("/desk").body()).containsPattern("\\d+ αποφάσεις για σήμερα");
    }

    @Test
    void aRoomThatBreaksTakesNothingFromTheOthersAndIsSaid() {
        DeskRooms.BREAKS.set(true);
        var today = desk.as(Role.EDITOR, SUN).get("/desk");

        assertThat(today.statusCode()).isEqualTo(200);
        assertThat(today.body()).contains("Εκκρεμότητα 9", "Ίσως λείπει κάτι");
    }

    @Test
    void aRoomThatIsLateIsNotWaitedFor() {
        DeskRooms.DAWDLES.set(true);
        var editor = desk.as(Role.EDITOR, SUN);
        var begun = System.nanoTime();

        assertThat(editor.get("/desk").body()).contains("Εκκρεμότητα 9", "Ίσως λείπει κάτι");
        assertThat((System.nanoTime() - begun) / 1_000_000).isLessThan(4000);
    }

    @Test
    void figuresStandBelowForWhomTheyAre() {
        assertThat(desk.as(Role.EDITOR, SUN).get("/desk").body()).contains("51 από 58");
        assertThat(desk.as(Role.CASEWORKER, SUN).get("/desk").body()).doesNotContain("51 από 58");
    }

    @Test
    void theNavigationHoldsWhatTheMemberMayOpenAndNothingElse() {
        assertThat(desk.as(Role.EDITOR, SUN).get("/desk").body())
                .contains("Οι υπηρεσίες μας")
                .doesNotContain("Όλος ο κατάλογος", "Ίχνος πράξεων");
        assertThat(desk.as(Role.AUDITOR, null).get("/desk").body())
                .contains("Ίχνος πράξεων")
                .doesNotContain("Οι υπηρεσίες μας", "Όλος ο κατάλογος");
        assertThat(desk.as(Role.COORDINATOR, null).get("/desk").body()).contains("Όλος ο κατάλογος");
    }

    @Test
    void thePageOneIsOnIsMarked() {
        assertThat(desk.as(Role.EDITOR, SUN).get("/desk").body())
                .containsPattern("<a href=\"/desk\" aria-current=\"page\">");
    }

    @Test
    void theSearchFindsWhatIsOnesOwnAndNotWhatBelongsToOthers() {
        var sun = desk.as(Role.CASEWORKER, SUN)
                .get("/desk/search?q=" + encoded("κουζίνα"))
                .body();
        var moon = desk.as(Role.CASEWORKER, MOON)
                .get("/desk/search?q=" + encoded("κουζίνα"))
                .body();

        assertThat(sun)
                .contains("Κουζίνα του Ήλιου", "Αναφορές", "3 αποτελέσματα")
                .doesNotContain("Σελήνης");
        assertThat(moon).contains("Κουζίνα της Σελήνης", "Ένα αποτέλεσμα").doesNotContain("Ήλιου");
    }

    @Test
    void namesFromRecordsAreTextNotMarkup() {
        assertThat(desk.as(Role.CASEWORKER, SUN)
                        .get("/desk/search?q=" + encoded("δεύτερη"))
                        .body())
                .contains("&lt;b&gt;δεύτερη")
                .doesNotContain("<b>δεύτερη");
    }

    @Test
    void aLongAnswerHasPages() {
        var member = desk.as(Role.CASEWORKER, SUN);
        var first = member.get("/desk/search?q=" + encoded("πολλά")).body();
        var second = member.get("/desk/search?page=2&q=" + encoded("πολλά")).body();

        assertThat(first).contains("Πολλά 10", "Επόμενη σελίδα").doesNotContain("Πολλά 11");
        assertThat(second).contains("Πολλά 15").doesNotContain("Πολλά 10", "Επόμενη σελίδα");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "α",
                "%00",
                "' or 1=1 --",
                "<script>alert(1)</script>",
                "%25_%25",
                "\uD83D\uDE00",
                "κκκκκκκκκκκκκκκκκκκκκκκκκκκκκκκκκκκκκκκκ"
            })
    void whateverIsAskedIsAnsweredCalmly(String typed) {
        var answer = desk.as(Role.CASEWORKER, SUN)
                .get("/desk/search?q=" + encoded(typed.repeat(typed.length() > 30 ? 20 : 1)));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("<script>alert");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "99", "999999999999", "x"})
    void aPageThatIsNoneIsTheFirstOrTheLast(String page) {
        assertThat(desk.as(Role.CASEWORKER, SUN)
                        .get("/desk/search?q=" + encoded("κουζίνα") + "&page=" + page)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void recordsOpenedLatelyAreShownToWhomOpenedThemAsLongAsTheyMaySeeThem() {
        var maria = desk.as(Role.EDITOR, SUN);
        seenBy(maria, SUN, () -> {
            opened.note("sample-service", SUN_KITCHEN);
            opened.note("sample-service", MOON_SHELTER);
        });

        assertThat(maria.get("/desk").body())
                .contains("Τα ανοίξατε τελευταία", "Κουζίνα του Ήλιου")
                .doesNotContain("Ξενώνας της Σελήνης");
        assertThat(desk.as(Role.EDITOR, SUN).get("/desk").body()).doesNotContain("Τα ανοίξατε τελευταία");
    }

    @Test
    void whatOneOpenedIsHiddenFromEveryoneElseInTheDatabaseToo() {
        var maria = desk.as(Role.EDITOR, SUN);
        var nikos = desk.as(Role.EDITOR, SUN);
        seenBy(maria, SUN, () -> opened.note("sample-service", SUN_KITCHEN));

        seenBy(nikos, SUN, () -> assertThat(rows("opened")).isZero());
        seenBy(maria, SUN, () -> assertThat(rows("opened")).isOne());
        assertThat(rows("opened")).isZero();
    }

    @Test
    void onlySoManyAreKept() {
        var maria = desk.as(Role.EDITOR, SUN);
        seenBy(maria, SUN, () -> {
            for (var i = 0; i < 30; i++) {
                opened.note("sample-service", new UUID(1, i));
            }
            assertThat(rows("opened")).isLessThanOrEqualTo(21);
        });
    }

    @Test
    void preferencesAreKeptForTheMemberAndSaidInTheChosenLanguage() {
        var maria = desk.as(Role.EDITOR, SUN);
        var saved = maria.post("/desk/preferences", Map.of("language", "en", "keys", "no"));

        assertThat(saved.statusCode()).isEqualTo(302);
        assertThat(saved.headers().firstValue("Location").orElseThrow()).contains("/en/desk/preferences");
        var after = maria.get("/en/desk/preferences").body();
        assertThat(after).contains("Your preferences are saved.", "data-osn-keys=\"off\"");
        assertThat(maria.get("/en/desk/preferences").body()).doesNotContain("Your preferences are saved.");
        assertThat(desk.as(Role.EDITOR, SUN).get("/desk").body()).contains("data-osn-keys=\"on\"");
    }

    @Test
    void aMemberChoosesWhichLettersComeAndHowOften() {
        var maria = desk.as(Role.EDITOR, SUN);
        var field = "letters-safeguards-waiting";
        assertThat(maria.get("/en/desk/preferences").body())
                .contains(
                        "Requests of authorities",
                        "Once a day, all together",
                        "Letters that always come",
                        "Emergency access")
                .doesNotContain("letters-safeguards-glass");
        for (var how : List.of("daily", "never", "at-once")) {
            assertThat(maria.post("/desk/preferences", Map.of("language", "en", "keys", "yes", field, how))
                            .statusCode())
                    .isEqualTo(302);
            assertThat(maria.get("/en/desk/preferences").body())
                    .containsPattern("name=\"" + field + "\" value=\"" + how + "\" checked");
        }
        assertThat(maria.post("/desk/preferences", Map.of("language", "en", "keys", "yes", field, "hourly"))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void whatCannotBeShownIsSaidInTheFrameOfTheDeskToWhoSitsThere() {
        var maria = desk.as(Role.EDITOR, SUN);
        for (var path : List.of("/desk/nonsense", "/desk/members", "/desk/members/" + UUID.randomUUID())) {
            var answer = maria.get("/en" + path);
            assertThat(answer.statusCode()).as(path).isIn(403, 404);
            assertThat(answer.body())
                    .as(path)
                    .contains("moj-side-navigation", "Ελένη Δοκιμή", "_csrf", "href=\"/en/desk\"")
                    .doesNotContain("Find help");
            assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
            assertThat(desk.stranger().get("/en" + path).body()).as(path).doesNotContain("moj-side-navigation");
        }
        assertThat(maria.get("/nonsense").body()).doesNotContain("moj-side-navigation");
        assertThat(maria.send(maria.asked("/desk/nonsense")
                                .setHeader("Accept", "application/json")
                                .GET())
                        .headers()
                        .firstValue("Content-Type"))
                .hasValue("application/problem+json");
    }

    @Test
    void whoWasWarnedStaysByASignOfLife() {
        var maria = desk.as(Role.EDITOR, SUN);
        assertThat(maria.get("/desk").body()).contains("data-osn-idle=\"3600\"");
        var sleepy = desk.signedIn(maria.member(), Duration.ofMinutes(59));
        assertThat(sleepy.post("/desk/stay", Map.of()).statusCode()).isEqualTo(204);
        assertThat(sleepy.get("/desk").statusCode()).isEqualTo(200);
        var late = desk.signedIn(maria.member(), Duration.ofMinutes(61));
        assertThat(late.send(late.form("/desk/stay", Map.of()).setHeader("Accept", "*/*"))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void nobodySeesALinkOfTheNavigationTwice() {
        for (var roles :
                List.of(Set.of(Role.EDITOR), Set.of(Role.EDITOR, Role.ORGANIZATION_ADMIN), Set.of(Role.COORDINATOR))) {
            var network = roles.stream().anyMatch(Role::ofTheNetwork);
            var page = desk.as(roles, network ? null : SUN).get("/desk").body();
            var navigation = page.substring(page.indexOf("moj-side-navigation"), page.indexOf("osn-side__own"));
            var links = Pattern.compile("href=\"([^\"]+)\"")
                    .matcher(navigation)
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            assertThat(links).contains("/desk").doesNotHaveDuplicates();
        }
    }

    @Test
    void theDeskOpensInTheMembersLanguageUntilTheSwitchSaysOtherwise() {
        var maria = desk.as(Role.EDITOR, SUN);
        maria.post("/desk/preferences", Map.of("language", "en", "keys", "yes"));

        var arrival = maria.get("/desk");
        assertThat(arrival.statusCode()).isEqualTo(302);
        assertThat(arrival.headers().firstValue("Location").orElseThrow()).contains("/en/desk?_language=en");
        var request = maria.asked("/desk");
        var cookie = request.copy().GET().build().headers().firstValue("Cookie").orElseThrow();
        assertThat(maria.send(request.setHeader("Cookie", cookie + "; language=el")
                                .GET())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whoBelongsToSeveralOrganizationsChangesBetweenThem() {
        var member = desk.member(Set.of(Role.EDITOR), SUN);
        var maria = desk.signedIn(member);
        assertThat(maria.get("/desk").body()).doesNotContain("Αλλαγή φορέα<");
        belongsAlso(member, MOON);
        var both = desk.signedIn(desk.member(Set.of(Role.EDITOR), SUN));
        belongsAlso(both.member(), MOON);

        var question = both.get("/desk/organization").body();
        assertThat(both.get("/desk").body()).contains("/desk/organization");
        var other = membership(both.member(), MOON);
        assertThat(question).contains(other.toString());

        assertThat(both.post("/desk/organization", Map.of("membership", other.toString()))
                        .statusCode())
                .isEqualTo(302);
        assertThat(both.get("/desk/search?q=" + encoded("κουζίνα")).body())
                .contains("Σελήνης")
                .doesNotContain("Ήλιου");
    }

    @Test
    void nobodyChangesIntoAnOrganizationOfOthers() {
        var other = desk.member(Set.of(Role.EDITOR), MOON);
        var refused = desk.as(Role.EDITOR, SUN)
                .post(
                        "/desk/organization",
                        Map.of("membership", membership(other, MOON).toString()));

        assertThat(refused.statusCode()).isEqualTo(422);
    }

    @Test
    void aPreferenceThatIsNoneIsSaidAndNothingIsKept() {
        var refused = desk.as(Role.EDITOR, SUN).post("/desk/preferences", Map.of("language", "xx", "keys", "maybe"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Γλώσσα: επιλέξτε κάτι από τον κατάλογο", "href=\"#language\"");
    }

    @Test
    void aFormWithoutItsTokenChangesNothing() {
        assertThat(desk.as(Role.EDITOR, SUN)
                        .postWithoutToken("/desk/preferences", Map.of("language", "en", "keys", "no"))
                        .statusCode())
                .isGreaterThanOrEqualTo(400);
    }

    @Test
    void helpIsAboutThePageOneCameFromAndCanBeSearchedWithoutAccents() {
        var maria = desk.as(Role.EDITOR, SUN);

        assertThat(maria.get("/desk/search?q=x").body()).contains("/desk/help?page=/desk/search");
        assertThat(maria.get("/desk/help?page=/desk/search").body())
                .contains("Αναζήτηση στο γραφείο", "τουλάχιστον δύο");
        assertThat(maria.get("/en/desk/help?q=shortcuts").body())
                .contains("Preferences")
                .doesNotContain("Changing organisation</a>");
        assertThat(maria.get("/desk/help?q=" + encoded("φορεα")).body()).contains("Αλλαγή φορέα");
        assertThat(maria.get("/desk/help?q=" + encoded("τίποτεσχετικό")).body()).contains("Δεν υπάρχει βοήθεια");
    }

    @Test
    void pagesOfTheDeskAreNeitherKeptNorIndexed() {
        var today = desk.as(Role.EDITOR, SUN).get("/desk");

        assertThat(today.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(today.headers().firstValue("X-Robots-Tag")).contains("noindex");
        assertThat(today.body()).contains("<meta name=\"robots\" content=\"noindex\">");
    }

    @Test
    void aStrangerSeesNothingOfTheDesk() {
        for (var path : Set.of("/desk", "/desk/search?q=x", "/desk/help", "/desk/preferences", "/desk/organization")) {
            assertThat(desk.stranger().get(path).statusCode()).as(path).isNotEqualTo(200);
        }
    }

    private void belongsAlso(UUID member, UUID organization) {
        Sight.job("sign-in").run(() -> context.getBean(Members.class).give(member, organization, Set.of(Role.EDITOR)));
    }

    private UUID membership(UUID member, UUID organization) {
        var found = new UUID[1];
        Sight.job("sign-in")
                .run(() -> found[0] = context.getBean(Members.class).memberships(member).stream()
                        .filter(one -> organization.equals(one.organization()))
                        .findFirst()
                        .orElseThrow()
                        .id());
        return found[0];
    }

    private long rows(String table) {
        return transactions.execute(_ ->
                jdbc.sql("select count(*) from desk." + table).query(Long.class).single());
    }

    private static void seenBy(Visitor visitor, UUID organization, Runnable work) {
        new Sight(visitor.member(), organization, "editor", Sight.Reach.ORGANIZATION, "desk", "here").run(work);
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }
}
