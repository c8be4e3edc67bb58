package org.opensocialnet.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opensocialnet.access.AtTheDesk;
import org.opensocialnet.access.Role;
import org.opensocialnet.chronicle.Chronicle;
import org.opensocialnet.chronicle.RequestStory;
import org.springframework.beans.factory.annotation.Autowired;

/** A coordinator of the demo city finds what is planted in its ledger, as docs/demo.md tells it. */
class DemoCoverageE2eTest extends CityPages {

    private static final int DAYS = 75;

    @Autowired
    Chronicle chronicle;

    @Autowired
    RequestStory requests;

    @BeforeEach
    void theLastDaysAreTold() {
        chronicle.tell(DAYS);
        requests.tell();
    }

    @ParameterizedTest
    @CsvSource({"en,1280", "el,390"})
    void theTeamFindsWhatIsPlanted(String language, int width, Page page) {
        boolean greek = language.equals("el");
        AtTheDesk.of(context).as(Role.COORDINATOR, null).entersWith(page.context());
        Screens.size(page, width);

        look(page, language, "/desk/coverage", "demo-matrix-" + language);
        var worst = page.locator(width == Screens.PHONE ? ".osn-worst" : ".osn-matrix");
        assertThat(worst).containsText("−27");
        assertThat(cell(worst, "mental-health-counselling", "refugees").first()).isVisible();
        assertThat(cell(worst, "soup-kitchen", "older").first()).isVisible();
        assertThat(page.locator("select[name=organization]"))
                .containsText(greek ? "Φανάρι στη Στέγη" : "Lantern on the Roof");

        cell(worst, "night-shelter", "women").first().click();
        Screens.look(page, "demo-women-" + language);
        var main = page.locator("main");
        assertThat(main)
                .containsText(
                        Pattern.compile(greek ? "12 θέσεις για περίπου (38|39|40)" : "12 places for about (38|39|40)"));
        assertThat(main).containsText(Pattern.compile(greek ? "Πλήρες 2[67] από 30" : "Full on 2[67] of 30"));

        look(
                page,
                language,
                "/desk/coverage/cell?type=mental-health-counselling&group=refugees",
                "demo-refugees-" + language);
        assertThat(main.locator("ol").first()).containsText(greek ? "Γλώσσα: 4" : "Language: 4");

        look(page, language, "/desk/coverage/map?type=soup-kitchen&group=older", "demo-map-" + language);
        assertThat(main).containsText("−2");
        look(
                page,
                language,
                "/desk/coverage/cell?type=soup-kitchen&group=older&zone=91860107",
                "demo-older-" + language);
        assertThat(main).containsText(greek ? "δεν έχουν υπηρεσία κοντά τους" : "have no service in reach");

        look(page, language, "/desk/coverage?show=oversupply", "demo-oversupply-" + language);
        if (width != Screens.PHONE) {
            assertThat(cell(main, "night-shelter", "homeless").first()).containsText("+1");
        }
        look(page, language, "/desk/coverage/cell?type=night-shelter&group=homeless", "demo-homeless-" + language);
        assertThat(main).containsText("+1");

        look(page, language, "/desk/coverage?show=unknown", "demo-unknown-" + language);
        look(
                page,
                language,
                "/desk/coverage/cell?type=vocational-training&group=unemployed",
                "demo-training-" + language);
        assertThat(main)
                .containsText(greek ? "3 από 3 φορείς δεν έγραψαν τίποτε" : "3 of 3 organisations wrote nothing");

        look(page, language, "/desk?all=true", "demo-desk-" + language);
        assertThat(main).containsText(greek ? "3 φορείς δεν έγραψαν τίποτε" : "3 organisations wrote nothing");
        assertThat(main).containsText(Pattern.compile(greek ? "ίσως μεταφέρ" : "could be moved"));
    }

    private static Locator cell(Locator in, String type, String group) {
        return in.locator("a[href*='type=%s&group=%s']".formatted(type, group));
    }
}
