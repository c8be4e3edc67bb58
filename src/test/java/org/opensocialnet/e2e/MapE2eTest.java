package org.opensocialnet.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.junit.UsePlaywright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("gallery")
@UsePlaywright(GreekChromium.class)
class MapE2eTest {

    static final Pattern LIT = Pattern.compile(".*--lit.*");

    @LocalServerPort
    int port;

    @Test
    void aCardAndItsMarkLightUpTogether(Page page) {
        openMap(page);

        page.locator("#r-a").hover();
        assertThat(page.locator("[data-osn-mark=a]")).hasClass(LIT);

        page.locator("[data-osn-mark=c]").focus();
        assertThat(page.locator("#r-c")).hasClass(LIT);
    }

    @Test
    void aMarkChosenByKeyboardLeadsToItsCard(Page page) {
        openMap(page);

        page.locator("[data-osn-mark=b]").focus();
        page.keyboard().press("Enter");

        assertThat(page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Ξενώνας γυναικών").setExact(true)))
                .isFocused();
    }

    @Test
    void movingTheMapOffersToSearchThere(Page page) {
        openMap(page);
        var search = page.getByText("Αναζήτηση σε αυτή την περιοχή");
        assertThat(search).isHidden();

        page.locator(".maplibregl-canvas").focus();
        page.keyboard().press("ArrowRight");
        search.click();

        page.waitForURL(Pattern.compile(".*bbox=23\\.7\\d+.*"));
    }

    @Test
    void onAPhoneTheMapComesWhenAskedFor(Page page) {
        Screens.size(page, Screens.PHONE);
        var asked = new ArrayList<String>();
        page.onRequest(request -> asked.add(request.url()));
        page.navigate(find());
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(asked).noneMatch(url -> url.contains("maplibre") || url.contains("base.geojson"));

        page.getByText("Χάρτης", new Page.GetByTextOptions().setExact(true)).click();

        assertThat(page.locator("[data-osn-mark=a]")).isVisible(new IsVisibleOptions().setTimeout(20_000));
        Screens.look(page, "gallery-find-with-map");
    }

    @Test
    void withoutScriptTheListIsThePage(Browser browser) {
        try (var context = browser.newContext(new NewContextOptions().setJavaScriptEnabled(false))) {
            var page = context.newPage();
            page.navigate(find());

            assertThat(page.locator("[data-osn-map]")).isHidden();
            assertThat(page.locator("#r-d")).isVisible();
            assertThat(page.getByText("Εφαρμογή")).isVisible();
        }
    }

    @Test
    void aHomePageWeighsLessThan120KilobytesAndAMapPageLessThan500(Browser browser) {
        assertThat(weight(browser, "/gallery")).isLessThan(120_000);
        assertThat(weight(browser, "/gallery/find")).isLessThan(500_000);
    }

    private long weight(Browser browser, String address) {
        try (var context = browser.newContext(new NewContextOptions().setViewportSize(Screens.DESKTOP, 900))) {
            return weight(context.newPage(), address);
        }
    }

    private long weight(Page page, String address) {
        List<Response> answers = new ArrayList<>();
        page.context().onResponse(answers::add);
        page.navigate("http://localhost:" + port + address);
        if (address.endsWith("find")) {
            page.locator("[data-osn-map][data-ready]").waitFor();
        }
        page.waitForLoadState(LoadState.NETWORKIDLE);
        var sum = answers.stream().mapToLong(MapE2eTest::bytes).sum();
        assertThat(answers).as(address).hasSizeGreaterThan(4);
        return sum;
    }

    /** What came over the wire; of a worker's file the browser only tells the announced length. */
    private static long bytes(Response answer) {
        var announced = Long.parseLong(answer.headers().getOrDefault("content-length", "0"));
        return Math.max(announced, answer.request().sizes().responseBodySize);
    }

    private void openMap(Page page) {
        Screens.size(page, Screens.DESKTOP);
        page.navigate(find());
        page.locator("[data-osn-map][data-ready] [data-osn-mark=a]").waitFor();
    }

    private String find() {
        return "http://localhost:%d/gallery/find".formatted(port);
    }
}
