package org.opensocialnet.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opensocialnet.access.AtTheDesk;
import org.opensocialnet.access.Role;
import org.opensocialnet.attachments.Samples;

/** A neighbour asks for blankets without an account, adds a photograph, and the team looks at it. */
class AsksE2eTest extends CityPages {

    @ParameterizedTest
    @CsvSource({"el,390", "en,1280"})
    void fromThePublicFormToTheTeam(String language, int width, Page page) {
        boolean greek = language.equals("el");
        Screens.size(page, width);
        open(page, language, "/ask");
        button(page, greek ? "Έλεγχος πριν την αποστολή" : "Check before sending")
                .click();
        assertThat(page.locator(".govuk-error-summary")).isVisible();
        Screens.look(page, "ask-wrong-" + language);
        look(page, language, "/ask", "ask-" + language);
        page.locator("#kind-1").selectOption("goods");
        page.locator("#what-1").fill(greek ? "Κουβέρτες για μονό κρεβάτι" : "Blankets for single beds");
        page.locator("#quantity-1").fill("10");
        page.locator("#unit-1").selectOption("item");
        page.locator("#people-1").fill("4");
        page.locator("#zone").selectOption(new SelectOption().setIndex(1));
        page.locator("#story").fill(greek ? "Το σπίτι δεν έχει θέρμανση." : "The house has no heating.");
        page.locator("[name=consent]").check();
        button(page, greek ? "Έλεγχος πριν την αποστολή" : "Check before sending")
                .click();
        Screens.look(page, "ask-check-" + language);
        button(page, greek ? "Αποστολή" : "Send").click();
        assertThat(page.locator("main")).containsText(greek ? "Το αίτημα στάλθηκε" : "Your request was sent");
        Screens.look(page, "asked-new-" + language);
        var link = page.url().replaceFirst("\\?.*", "");
        page.navigate(link + "/papers");
        page.locator("#file").setInputFiles(new FilePayload("photo.jpg", "image/jpeg", Samples.photograph()));
        button(page, greek ? "Αποστολή αρχείου" : "Send the file").click();
        assertThat(page.locator("main")).containsText("photo.jpg");
        Screens.look(page, "asked-files-" + language);

        AtTheDesk.of(context).as(Set.of(Role.COORDINATOR), null).entersWith(page.context());
        open(page, language, "/desk/requests?shown=waiting");
        page.locator("main table a").first().click();
        Screens.look(page, "asks-request-" + language);
        page.locator("main a[href*='/desk/asks/']").click();
        page.locator("#type-1").selectOption("night-shelter");
        Screens.look(page, "asks-team-" + language);
        button(page, greek ? "Αποθήκευση" : "Save").click();
        page.locator("details:has(#question) summary").click();
        page.locator("#question").fill(greek ? "Έχετε πού να τις φυλάξετε;" : "Have you a place to keep them?");
        page.locator("form[action$='/return'] button").click();
        page.locator("main a[href$='/papers']").click();
        Screens.look(page, "asks-files-desk-" + language);
        page.context().clearCookies();
        page.navigate(link);
        Screens.look(page, "asked-question-" + language);
    }
}
