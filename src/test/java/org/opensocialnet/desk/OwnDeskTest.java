package org.opensocialnet.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opensocialnet.desk.DeskRooms.MOON;
import static org.opensocialnet.desk.DeskRooms.SUN;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.opensocialnet.access.Role;

/** What is a member’s own at the desk: preferences, letters, language, organisations, help. */
class OwnDeskTest extends DeskWorld {

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
}
