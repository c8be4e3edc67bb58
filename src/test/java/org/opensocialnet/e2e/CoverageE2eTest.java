package org.opensocialnet.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.junit.UsePlaywright;
import com.microsoft.playwright.options.Media;
import java.time.YearMonth;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opensocialnet.access.AtTheDesk;
import org.opensocialnet.access.Role;
import org.opensocialnet.coverage.PlantedCity;
import org.opensocialnet.evidence.ToldMonths;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The coordination team finds what is missing, what is too much and what nobody knows, in a browser. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@UsePlaywright(GreekChromium.class)
class CoverageE2eTest {

    private static final String DAY = "day=" + PlantedCity.DAY;

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    void look(Page page, String language, String path, String name) {
        page.navigate("http://localhost:" + port + (language.equals("en") ? "/en" : "") + path);
        Screens.look(page, name);
    }

    @ParameterizedTest
    @CsvSource({"el,390", "en,1280"})
    void theTeamFindsDeficitsOversupplyAndTheUnknown(String language, int width, Page page) {
        boolean greek = language.equals("el");
        var city = PlantedCity.in(context);
        AtTheDesk.of(context).as(Role.COORDINATOR, null).entersWith(page.context());
        Screens.size(page, width);

        look(page, language, "/desk/coverage?" + DAY, "coverage-matrix-" + language);
        assertThat(page.locator("main")).containsText(greek ? "12 θέσεις για περίπου 40" : "12 places for about 40");
        var list = page.locator(width == Screens.PHONE ? ".osn-worst" : ".osn-matrix");
        assertThat(list).containsText("−28");
        assertThat(list).containsText("−160");
        assertThat(list).containsText("+40");
        assertThat(list).containsText("?");

        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".osn-matrix")).isVisible();
        assertThat(page.locator(".osn-coverage-ways")).isHidden();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));

        list.locator("a[href*='type=womens-hostel&group=women']").first().click();
        assertThat(page.locator("h1")).containsText(greek ? "Ξενώνας γυναικών" : "Women's hostel");
        Screens.look(page, "coverage-cell-" + language);
        look(
                page,
                language,
                "/desk/coverage?" + DAY + "&before=" + PlantedCity.DAY.minusDays(60) + "&across=zone",
                "coverage-beside-" + language);
        look(page, language, "/desk/coverage?" + DAY + "&across=organization", "coverage-organizations-" + language);
        look(page, language, "/desk/coverage/map?" + DAY + "&type=sign-language", "coverage-map-" + language);
        assertThat(page.locator("svg .osn-area--deficit-grave")).hasCount(1);
        look(page, language, "/desk/coverage/profile?" + DAY + "&group=women", "coverage-group-" + language);
        look(
                page,
                language,
                "/desk/coverage/profile?" + DAY + "&organization=" + city.kitchen,
                "coverage-organization-" + language);
        look(page, language, "/desk/coverage/changes?" + DAY, "coverage-changes-" + language);
        look(page, language, "/desk/coverage/how", "coverage-how-" + language);
        look(page, language, "/desk/coverage/reach?type=soup-kitchen", "coverage-reach-" + language);
        ToldMonths.tell(context, YearMonth.from(PlantedCity.DAY));
        look(page, language, "/data/coverage?month=" + YearMonth.from(PlantedCity.DAY), "open-data-" + language);
        look(page, language, "/desk/coverage?day=2001-01-01&show=deficit", "coverage-empty-" + language);
        look(page, language, "/desk/population", "population-" + language);
    }

    @ParameterizedTest
    @CsvSource({"el,1280", "en,390"})
    void anOrganisationReadsItsOwnFigures(String language, int width, Page page) {
        var city = PlantedCity.in(context);
        AtTheDesk.of(context).as(Role.ORGANIZATION_ADMIN, city.lawyers).entersWith(page.context());
        Screens.size(page, width);

        look(page, language, "/desk/coverage?" + DAY, "coverage-own-" + language);
        assertThat(page.locator("main")).containsText("−160");
        assertThat(page.locator("main")).not().containsText(Pattern.compile("−28"));
        look(page, language, "/desk/coverage/profile?" + DAY, "coverage-own-profile-" + language);
    }
}
