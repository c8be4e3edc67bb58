package org.opensocialnet.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.AriaRole.LINK;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opensocialnet.access.AtTheDesk;
import org.opensocialnet.access.AtTheDesk.Visitor;
import org.opensocialnet.access.Role;

/** An editor keeps an organisation's records: from the list to what the public sees, and back. */
class UpkeepE2eTest extends CityPages {

    /** A mobile unit that counts what is free, and whose it is. */
    UUID service() {
        return jdbc.sql("""
                select s.id from directory.public_service s
                where s.service_kind = 'mobile' and s.gone_at is null
                order by exists (select from directory.public_service_capacity c where c.service_id = s.id) desc, s.id
                limit 1""").query(UUID.class).single();
    }

    UUID organization(UUID service) {
        return jdbc.sql("select organization_id from directory.public_service where id = ?")
                .param(service)
                .query(UUID.class)
                .single();
    }

    Visitor editor() {
        return AtTheDesk.of(context).as(Set.of(Role.EDITOR), organization(service()));
    }

    @ParameterizedTest
    @CsvSource({"el,390", "en,1280"})
    void fromTheListToThePublicPageAndBack(String language, int width, Page page) {
        boolean greek = language.equals("el");
        editor().entersWith(page.context());
        var record = "/desk/records/service/" + service();
        Screens.size(page, width);
        look(page, language, "/desk/records", "upkeep-records-" + language);
        look(page, language, record, "upkeep-record-" + language);

        open(page, language, record + "/edit/phones");
        page.getByLabel(greek ? "Αριθμός" : "Number").last().fill("210 123 4567");
        Screens.look(page, "upkeep-phones-" + language);
        button(page, greek ? "Αποθήκευση στο πρόχειρο" : "Save in the draft").click();
        Screens.look(page, "upkeep-saved-" + language);
        assertThat(page.locator(".osn-said")).isVisible();
        page.getByRole(LINK, new GetByRoleOptions().setName(greek ? "Έλεγχος και δημοσίευση" : "Check and publish"))
                .click();
        assertThat(page.locator("ins")).containsText("210 123 4567");
        Screens.look(page, "upkeep-draft-" + language);

        page.getByRole(
                        LINK,
                        new GetByRoleOptions()
                                .setName(greek ? "Πώς θα το βλέπει το κοινό" : "How the public will see it"))
                .click();
        assertThat(page.locator(".osn-summary")).containsText("210 123 4567");
        Screens.look(page, "upkeep-preview-" + language);
        page.goBack();

        button(page, greek ? "Δημοσίευση" : "Publish").click();
        assertThat(page.locator(".osn-said")).containsText(greek ? "Δημοσιεύτηκε" : "Published");
        Screens.look(page, "upkeep-published-" + language);
        look(page, language, record + "/history", "upkeep-history-" + language);
        button(page, Pattern.compile(greek ? "^Αναίρεση" : "^Undo")).first().click();
        assertThat(page.locator(".osn-said")).containsText(greek ? "Αναιρέθηκε" : "Taken back");
        open(page, language, "/service/" + service());
        assertThat(page.locator(".osn-summary")).not().containsText("210 123 4567");
    }

    @ParameterizedTest
    @CsvSource({"el,1280", "en,390"})
    void theOtherPagesOfUpkeep(String language, int width, Page page) {
        editor().entersWith(page.context());
        var record = "/desk/records/service/" + service();
        Screens.size(page, width);
        look(page, language, "/desk/capacity", "upkeep-capacity-" + language);
        look(page, language, "/desk/notices", "upkeep-notices-" + language);
        look(page, language, "/desk/notices/new", "upkeep-notice-" + language);
        look(page, language, record + "/route", "upkeep-route-" + language);
        look(page, language, record + "/edit/groups", "upkeep-groups-" + language);
        look(page, language, record + "/edit/kinds", "upkeep-kinds-" + language);
        look(page, language, record + "/edit/basics", "upkeep-basics-" + language);
        look(page, language, record + "/retirement", "upkeep-retire-" + language);
        look(page, language, "/desk/claims?q=a", "upkeep-claims-" + language);
        look(page, language, "/desk/records/new", "upkeep-new-" + language);
        var place = jdbc.sql("select id from directory.public_location where organization_id = ? order by id limit 1")
                .param(organization(service()))
                .query(UUID.class)
                .single();
        look(page, language, "/desk/records/location/" + place + "/edit/secrecy", "upkeep-secrecy-" + language);
    }

    @ParameterizedTest
    @CsvSource({"el,390", "en,1280"})
    void hoursAreReadBackWhileTheyAreTyped(String language, int width, Page page) {
        editor().entersWith(page.context());
        Screens.size(page, width);
        open(page, language, "/desk/records/service/" + service() + "/hours");
        page.locator("#prose").fill("Monday-Friday 8:30-14:30");
        assertThat(page.locator("#reading")).containsText("Monday to Friday, 08:30 to 14:30");
        assertThat(page.locator("#reading")).containsText("Δευτέρα ως Παρασκευή, 08:30 ως 14:30");
        Screens.look(page, "upkeep-hours-" + language);
    }

    @ParameterizedTest
    @CsvSource({"390", "1280"})
    void worksWithoutScript(int width, Browser browser) {
        try (var context = browser.newContext(new NewContextOptions().setJavaScriptEnabled(false))) {
            editor().entersWith(context);
            var page = context.newPage();
            page.setViewportSize(width, 900);
            open(page, "el", "/desk/records/service/" + service() + "/hours");
            page.locator("#prose").fill("Δευτέρα-Παρασκευή 8:30-14:30");
            button(page, "Τι σημαίνει").click();
            assertThat(page.locator("#reading")).containsText("Δευτέρα ως Παρασκευή, 08:30 ως 14:30");
            open(page, "el", "/desk/capacity");
            if (page.locator(".osn-count").count() > 0) {
                page.locator("button[value=full]").first().click();
                assertThat(page.locator(".osn-count__now strong").first()).hasText("0");
            }
        }
    }
}
