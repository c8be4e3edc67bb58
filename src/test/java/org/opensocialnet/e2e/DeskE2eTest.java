package org.opensocialnet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.junit.UsePlaywright;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opensocialnet.access.AtTheDesk;
import org.opensocialnet.access.AtTheDesk.Visitor;
import org.opensocialnet.access.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ActiveProfiles;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("desk-rooms")
@UsePlaywright(GreekChromium.class)
class DeskE2eTest {

    static final UUID SUN = UUID.fromString("01900000-0000-7000-8000-000000000001");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    static Stream<String> pages() {
        return Stream.of(
                "desk",
                "desk?all=true",
                "desk/search?q=κουζίνα",
                "desk/search?q=τίποτε",
                "desk/help",
                "desk/help?page=/desk",
                "desk/preferences",
                "desk/organization");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyPageIsReachableByEveryone(String address, Page page) {
        enter(page, Set.of(Role.EDITOR, Role.ORGANIZATION_ADMIN));
        var complaints = new ArrayList<String>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        for (var width : List.of(Screens.PHONE, Screens.DESKTOP)) {
            for (var language : List.of("", "en/")) {
                Screens.size(page, width);
                page.navigate("http://localhost:%d/%s%s".formatted(port, language, address));
                Screens.look(page, language.replace('/', '-') + address.replaceAll("[^a-z]+", "-"));
            }
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void whereNothingWaitsThePageIsCalm(Page page) {
        AtTheDesk.of(context).as(Role.RESEARCHER, null).entersWith(page.context());
        Screens.size(page, Screens.PHONE);
        page.navigate(address("/desk"));
        assertThat(page.locator("h1").textContent()).contains("Τίποτε δεν σας περιμένει");
        Screens.look(page, "desk-calm");
    }

    @Test
    void theKeyboardReachesEverythingInOrder(Page page) {
        enter(page, Set.of(Role.EDITOR));
        Screens.size(page, Screens.DESKTOP);
        page.navigate(address("/desk"));

        page.keyboard().press("Tab");
        assertThat(focused(page)).isEqualTo("Μετάβαση στο κύριο περιεχόμενο");
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        assertThat(focused(page)).isEqualTo("Δείτε τη");
    }

    @Test
    void whoIsAboutToBeSignedOutIsWarnedAndStays(Page page) {
        enter(page, Set.of(Role.EDITOR));
        page.clock().install();
        for (var width : List.of(Screens.PHONE, Screens.DESKTOP)) {
            Screens.size(page, width);
            page.navigate(address("/desk/preferences"));
            page.clock().fastForward("56:00");
            assertThat(page.locator(".osn-stay").isVisible()).isFalse();
            page.clock().fastForward("01:10");
            page.getByText("Θα αποσυνδεθείτε σε 2 λεπτά.").waitFor();
            Screens.look(page, "desk-stay");
            assertThat(focused(page)).isEqualTo("Θέλω να μείνω");
            page.keyboard().press("Enter");
            page.waitForCondition(() -> !page.locator(".osn-stay").isVisible());
            page.clock().fastForward("59:10");
            page.getByText("Ό,τι γράψατε είναι ακόμη στη σελίδα.").waitFor();
            Screens.look(page, "desk-stay-over");
        }
    }

    @Test
    void whatCannotBeShownKeepsTheFrame(Page page) {
        enter(page, Set.of(Role.EDITOR));
        for (var width : List.of(Screens.PHONE, Screens.DESKTOP)) {
            Screens.size(page, width);
            for (var path : List.of("/desk/nonsense", "/desk/members")) {
                page.navigate(address(path));
                assertThat(page.locator(".osn-side").count()).isEqualTo(1);
                Screens.look(page, path.substring(1).replace('/', '-') + "-no");
            }
            page.navigate(address("/desk/sample/guarded"));
            Screens.look(page, "desk-broken");
            page.navigate(address("/sample/broken"));
            Screens.look(page, "public-broken");
        }
    }

    @Test
    void singleKeysLeadSomewhere(Page page) {
        enter(page, Set.of(Role.EDITOR));
        Screens.size(page, Screens.DESKTOP);
        page.navigate(address("/desk/preferences"));

        page.keyboard().press("/");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("desk-q");
        page.keyboard().type("?/gt");
        assertThat(page.locator("#desk-q").inputValue()).isEqualTo("?/gt");
        page.evaluate("document.activeElement.blur()");

        page.keyboard().press("?");
        assertThat(page.locator(".osn-keys").isVisible()).isTrue();
        Screens.look(page, "desk-keys");
        page.keyboard().press("Escape");
        assertThat(page.locator(".osn-keys").isVisible()).isFalse();

        page.keyboard().press("g");
        page.keyboard().press("t");
        page.waitForURL("**/desk");
        page.keyboard().press("g");
        page.keyboard().press("h");
        page.waitForURL("**/desk/help**");
        assertThat(page.locator("h1").textContent()).contains("Σήμερα");
    }

    @Test
    void whoTurnedThemOffIsLeftAlone(Page page) {
        enter(page, Set.of(Role.EDITOR));
        Screens.size(page, Screens.DESKTOP);
        page.navigate(address("/desk/preferences"));
        page.locator("#keys-1").check();
        page.locator("main .osn-button").click();
        assertThat(page.locator(".osn-said").textContent()).contains("αποθηκεύτηκαν");

        page.keyboard().press("?");
        page.keyboard().press("/");

        assertThat(page.locator(".osn-keys").isVisible()).isFalse();
        assertThat(page.evaluate("document.activeElement.id")).isNotEqualTo("desk-q");
    }

    @Test
    void withoutScriptTheMenuOpensAndTheFormWorks(Page given) {
        try (BrowserContext plain = given.context()
                        .browser()
                        .newContext(new Browser.NewContextOptions()
                                .setJavaScriptEnabled(false)
                                .setLocale("el-GR"));
                var page = plain.newPage()) {
            visitor(Set.of(Role.EDITOR)).entersWith(plain);
            Screens.size(page, Screens.PHONE);
            page.navigate(address("/desk"));
            assertThat(page.locator("#desk-menu").isVisible()).isFalse();

            page.locator(".osn-desk__open").click();
            assertThat(page.locator("#desk-menu").isVisible()).isTrue();
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(java.nio.file.Path.of("target/screens/desk-menu-390.png"))
                    .setFullPage(true));
            page.locator("#desk-menu a[href='/desk/preferences']").click();
            page.locator("#language-1").check();
            page.locator("main .osn-button").click();
            assertThat(page.locator(".osn-said").textContent()).contains("Your preferences are saved");

            page.locator("#desk-q").fill("κουζίνα");
            page.locator(".osn-desk__find").click();
            assertThat(page.locator("main").textContent()).contains("Κουζίνα του Ήλιου");
        }
    }

    private void enter(Page page, Set<Role> roles) {
        visitor(roles).entersWith(page.context());
    }

    private Visitor visitor(Set<Role> roles) {
        return AtTheDesk.of(context).as(roles, SUN);
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }

    private static String focused(Page page) {
        return String.valueOf(page.evaluate("document.activeElement.textContent.trim()"));
    }
}
