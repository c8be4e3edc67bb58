package org.opensocialnet.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opensocialnet.access.AtTheDesk;
import org.opensocialnet.access.Role;

/** A shelter asks for sleeping bags and types a nought too many; the team asks back, is answered, and calls others. */
class SupportE2eTest extends CityPages {

    @ParameterizedTest
    @CsvSource({"el,390", "en,1280"})
    void fromTheFirstLineToTheCall(String language, int width, Page page) {
        boolean greek = language.equals("el");
        var organization = jdbc.sql("""
                select organization_id from directory.public_service where gone_at is null
                group by organization_id order by count(*) desc, organization_id limit 1""").query(UUID.class).single();
        Screens.size(page, width);
        AtTheDesk.of(context).as(Set.of(Role.CASEWORKER), organization).entersWith(page.context());
        look(page, language, "/desk/requests?q=" + language + "nothing", "support-none-" + language);
        open(page, language, "/desk/requests/new");
        page.locator("#title").fill(greek ? "Υπνόσακοι για τον χειμώνα" : "Sleeping bags for the winter");
        page.locator("#story").fill(greek ? "Η θερμοκρασία πέφτει κάτω από τους 5 βαθμούς." : "It gets cold.");
        Screens.look(page, "support-new-" + language);
        button(page, greek ? "Αποθήκευση και πρώτη γραμμή" : "Save and add the first line")
                .click();
        Screens.look(page, "support-kind-" + language);
        page.getByLabel(greek ? "Είδη" : "Goods").first().check();
        button(page, greek ? "Συνέχεια" : "Continue").click();
        page.locator("#item").selectOption(new SelectOption().setLabel(greek ? "Υπνόσακος" : "Sleeping bag"));
        page.locator("#quantity").fill("300");
        page.locator("#people").fill("30");
        page.locator("#type").selectOption("night-shelter");
        page.locator("#group").selectOption("women");
        button(page, greek ? "Αποθήκευση γραμμής" : "Save the line").click();
        assertThat(page.locator(".govuk-error-summary")).isVisible();
        Screens.look(page, "support-unusual-" + language);
        page.locator("#quantity").fill("30");
        button(page, greek ? "Αποθήκευση γραμμής" : "Save the line").click();
        Screens.look(page, "support-draft-" + language);
        button(page, greek ? "Αποστολή στην ομάδα συντονισμού" : "Send to the coordination team")
                .click();
        assertThat(page.locator(".osn-said")).isVisible();
        var request = page.url().replaceFirst(".*/desk/requests/", "").replaceFirst("[?#].*", "");

        page.context().clearCookies();
        AtTheDesk.of(context).as(Set.of(Role.COORDINATOR), null).entersWith(page.context());
        look(page, language, "/desk/requests?shown=waiting", "support-list-" + language);
        look(page, language, "/desk/requests/" + request, "support-review-" + language);
        button(page, greek ? "Έγκριση" : "Accept").click();
        button(page, greek ? "Άνοιγμα για προσφορές" : "Open for offers").click();
        assertThat(page.locator(".osn-said")).isVisible();
        Screens.look(page, "support-open-" + language);
        look(page, language, "/desk/goods", "goods-" + language);
        page.locator("main table a").first().click();
        Screens.look(page, "goods-item-" + language);
    }
}
