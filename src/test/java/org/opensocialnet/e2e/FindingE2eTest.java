package org.opensocialnet.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.AriaRole.BUTTON;
import static com.microsoft.playwright.options.AriaRole.COMBOBOX;
import static com.microsoft.playwright.options.AriaRole.LINK;
import static com.microsoft.playwright.options.AriaRole.OPTION;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.LoadState;
import java.io.File;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The main journey of the public site: from the first question to the way there. */
class FindingE2eTest extends CityPages {

    @ParameterizedTest
    @CsvSource({"el,390", "el,1280", "en,390", "en,1280"})
    void fromTheFirstQuestionToTheWayThere(String language, int width, Page page) {
        boolean greek = language.equals("el");
        Screens.size(page, width);
        page.navigate(address(language, "/"));
        Screens.look(page, "home-" + language);

        box(page).fill("syssitio");
        page.getByRole(BUTTON, new GetByRoleOptions().setName(greek ? "Αναζήτηση" : "Search"))
                .click();
        assertThat(page.locator(".osn-card").first()).isVisible();
        Screens.look(page, "find-" + language);

        page.getByRole(LINK, new GetByRoleOptions().setName(Pattern.compile(greek ? "^Ανοιχτά τώρα" : "^Open now")))
                .first()
                .click();
        assertThat(page.locator(".osn-chip--set")).hasText(Pattern.compile(greek ? "Ανοιχτά τώρα" : "Open now"));
        assertThat(page.locator(".osn-state--closed")).hasCount(0);

        page.locator(".osn-card__title a").first().click();
        assertThat(page.locator("h1")).isVisible();
        Screens.look(page, "service-" + language);
        assertThat(page.getByRole(
                        LINK,
                        new GetByRoleOptions()
                                .setName(greek ? "Οδηγίες διαδρομής (OpenStreetMap)" : "Directions (OpenStreetMap)")))
                .hasAttribute("href", Pattern.compile("mlat="));
        page.goBack();
        assertThat(page.locator(".osn-card").first()).isVisible();
    }

    @ParameterizedTest
    @CsvSource({
        "/find,390",
        "/find,1280",
        "/find?q=ypnos%20apopse,1280",
        "/find?q=xenonas&group=women,1280",
        "/find?q=zzzzqq&open=now,390",
        "/find?q=syssitio&language=ps&open=now,1280",
        "/guide,390",
        "/quality,1280",
        "/find/print?q=naloxoni,1280"
    })
    void everyPageIsReachableByEveryone(String path, int width, Page page) {
        Screens.size(page, width);
        page.navigate(address("el", path));
        Screens.look(page, path.substring(1).replaceAll("[^a-z]+", "-"));
    }

    @ParameterizedTest
    @CsvSource({
        "municipality, /organization/2ad8ce03-0c81-3a63-b4e5-1121604cc0e1",
        "organization, /organization/7ca3f64c-c2ba-353a-8580-383ca3b8d708",
        "merged, /organization/192a6f0b-c3ed-3c70-8d34-d5ea866e7b01",
        "confidential, /location/6562c4cc-b1d1-302e-9b5b-392fc1a0f8da",
        "location, /location/04203d0d-e9b8-3353-b21c-3bdb516c9d6a",
        "mobile, /service/abd50ac0-aab4-3d05-b935-5ebd925c0f57",
        "data, /data",
        "guide, /guide",
        "quality, /quality",
        "accessibility, /accessibility",
        "privacy, /privacy",
        "demo, /demo",
        "not-found, /service/00000000-0000-7000-8000-000000000000",
        "wrong, /service/nothing",
        "paper, /find/print?q=naloxoni"
    })
    void everyPageStandsInBothLanguagesAndSizes(String name, String path, Page page) {
        for (var language : List.of("el", "en")) {
            for (var width : List.of(Screens.PHONE, Screens.DESKTOP)) {
                Screens.size(page, width);
                page.navigate(address(language, path));
                assertThat(page.locator("h1")).hasCount(1);
                Screens.look(page, name + "-" + language);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"el", "en"})
    void theGuideOnPaperTellsAReaderAloudItsLanguageAndItsParts(String language, Page page) throws IOException {
        var pdf =
                page.request().get(address(language, "/guide.pdf?group=women")).body();
        try (var guide = Loader.loadPDF(pdf)) {
            assertThat(guide.getDocumentCatalog().getLanguage()).isEqualTo(language);
            assertThat(guide.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            var picture = new PDFRenderer(guide).renderImageWithDPI(0, 80);
            ImageIO.write(picture, "png", new File("target/screens/guide-paper-" + language + ".png"));
        }
    }

    @ParameterizedTest
    @CsvSource({"el,390", "en,1280"})
    void whoSaysWhatIsWrongIsToldWhatIsMissingAndThenThanked(String language, int width, Page page) {
        boolean greek = language.equals("el");
        Screens.size(page, width);
        page.navigate(address(language, "/service/d2c574e9-443e-3f56-b91a-28caf4bf962a"));
        page.locator("#report summary").click();
        page.locator("#report button").click();
        assertThat(page.locator("#r-message")).hasAttribute("aria-invalid", "true");
        Screens.look(page, "report-missing-" + language);

        page.locator("#r-message").fill("6900000058");
        page.locator("#report button").click();
        assertThat(page.locator("#r-stays")).isVisible();
        Screens.look(page, "report-somebody-" + language);

        page.locator("#r-message").fill(greek ? "Έκλεισε τον Οκτώβριο." : "It closed in October.");
        page.locator("#report button").click();
        assertThat(page.locator("#report .osn-notice")).isVisible();
        Screens.look(page, "report-kept-" + language);

        page.navigate(address(language, "/organization/7ca3f64c-c2ba-353a-8580-383ca3b8d708"));
        page.locator("#report summary").click();
        Screens.look(page, "report-organization-" + language);
    }

    @ParameterizedTest
    @CsvSource({"el,390", "en,1280"})
    void theBoxSuggestsWhileOneTypesAndTheKeyboardChooses(String language, int width, Page page) {
        Screens.size(page, width);
        page.navigate(address(language, "/"));
        var box = page.getByRole(COMBOBOX);
        box.pressSequentially("omo");
        assertThat(page.getByRole(OPTION).first()).isVisible();
        box.press("ArrowDown");
        assertThat(page.locator("[aria-selected=true]")).hasCount(1);
        Screens.look(page, "suggest-" + language);
        box.press("Enter");
        page.waitForURL(Pattern.compile(".*/find\\?place=.*omonia.*"));
    }

    @Test
    void aMisspeltWordIsAnsweredAndAskedBack(Page page) {
        Screens.size(page, Screens.DESKTOP);
        page.navigate(address("el", "/find?q=" + URLEncoder.encode("οδοντιστρος", StandardCharsets.UTF_8)));
        assertThat(page.locator(".osn-card").first()).isVisible();
        var meant = page.getByText("Μήπως εννοείτε");
        assertThat(meant).isVisible();
        meant.locator("a").click();
        assertThat(page.locator(".osn-card").first()).isVisible();
        assertThat(page.getByText("Μήπως εννοείτε")).isHidden();
    }

    @ParameterizedTest
    @CsvSource({"390", "1280"})
    void worksWithoutScript(int width, Browser browser) {
        try (var context = browser.newContext(new NewContextOptions().setJavaScriptEnabled(false))) {
            var page = context.newPage();
            page.setViewportSize(width, 900);
            page.navigate(address("el", "/"));
            box(page).fill("ναλοξόνη");
            box(page).press("Enter");
            assertThat(page.locator(".osn-card").first()).isVisible();
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(java.nio.file.Path.of("target/screens/noscript-find-" + width + ".png"))
                    .setFullPage(true));
            page.locator(".osn-card__title a").first().press("Enter");
            assertThat(page.locator(".osn-hours, .osn-summary").first()).isVisible();
        }
    }

    @Test
    void theMapShowsTheResultsOfTheList(Page page) {
        Screens.size(page, Screens.DESKTOP);
        page.navigate(address("el", "/find?q=syssitio"));

        assertThat(page.locator(".osn-map canvas")).isVisible();
        assertThat(page.locator(".osn-map .osn-pin").first()).isVisible();
    }

    @Test
    void theKeyboardAloneLeadsToAService(Page page) {
        Screens.size(page, Screens.DESKTOP);
        page.navigate(address("el", "/"));
        page.keyboard().press("Tab");
        assertThat(page.locator(":focus")).hasClass(Pattern.compile("govuk-skip-link"));
        page.keyboard().press("Enter");
        tabTo(page, "input[type=search]");
        page.keyboard().type("xenonas");
        page.keyboard().press("Enter");
        assertThat(page.locator(".osn-card").first()).isVisible();
        tabTo(page, ".osn-card__title a");
        page.keyboard().press("Enter");
        assertThat(page.locator(".osn-summary")).isVisible();
    }

    private static void tabTo(Page page, String wanted) {
        for (int steps = 0; steps < 120; steps++) {
            page.keyboard().press("Tab");
            if (page.locator(":focus")
                    .first()
                    .evaluate("(at, wanted) => at.matches(wanted)", wanted)
                    .equals(true)) {
                return;
            }
        }
        throw new AssertionError("the keyboard does not reach " + wanted);
    }

    @ParameterizedTest
    @CsvSource({"/,120", "/find,500"})
    void pagesAreLightEnoughForAnOldPhone(String path, int kilobytes, Page page) {
        var bytes = new AtomicLong();
        page.onRequestFinished(
                request -> bytes.addAndGet(request.sizes().responseBodySize + request.sizes().responseHeadersSize));
        Screens.size(page, Screens.PHONE);
        page.navigate(address("el", path));
        page.waitForLoadState(LoadState.NETWORKIDLE);

        assertThat(bytes.get()).as("bytes of " + path).isPositive().isLessThan(kilobytes * 1000L);
    }

    private static Locator box(Page page) {
        return page.locator("input[type=search]");
    }
}
