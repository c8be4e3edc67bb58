package org.opensocialnet.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opensocialnet.access.AtTheDesk;
import org.opensocialnet.access.Role;
import org.opensocialnet.deliveries.DeliveryWorld;

/** Sleeping bags are planned, signed for with a finger, confirmed on a phone without an account, and told to everybody. */
class DeliveriesE2eTest extends CityPages {

    @ParameterizedTest
    @CsvSource({"el,390", "en,1280"})
    void fromThePlanToThePublicPage(String language, int width, Page page) {
        boolean greek = language.equals("el");
        var two = jdbc.sql("""
                select organization_id from directory.public_service where gone_at is null
                group by organization_id order by count(*) desc, organization_id limit 2""").query(UUID.class).list();
        var world = new DeliveryWorld(context);
        var called = world.called(
                two.getFirst(), greek ? "Υπνόσακοι για τις κρύες νύχτες" : "Sleeping bags for cold nights");
        world.pledged(called.line(), two.getLast(), "30");
        Screens.size(page, width);
        AtTheDesk.of(context).as(Set.of(Role.ORGANIZATION_ADMIN), two.getLast()).entersWith(page.context());
        look(page, language, "/desk/deliveries", "deliveries-list-" + language);
        look(page, language, "/desk/deliveries/new?request=" + called.request(), "deliveries-plan-" + language);
        page.locator("#where").fill(greek ? "Αποθήκη του υπνωτηρίου" : "Store room of the shelter");
        button(page, greek ? "Προγραμματισμός" : "Plan it").click();
        assertThat(page.locator(".osn-said")).isVisible();
        Screens.look(page, "deliveries-delivery-" + language);
        look(page, language, "/desk/deliveries/picking", "deliveries-picking-" + language);
        page.goBack();
        page.locator("main h2 a").first().click();
        Screens.look(page, "deliveries-planned-" + language);
        button(page, greek ? "Ξεκίνησε" : "It is on its way").click();
        assertThat(page.locator(".osn-said")).isVisible();
        sign(page);
        page.locator("#signed").fill(greek ? "Φωτεινή Παραλήπτρια" : "Photini Receiver");
        Screens.look(page, "deliveries-underway-" + language);
        button(page, greek ? "Παραδόθηκε" : "It was handed over").click();
        assertThat(page.locator("svg.osn-sign__field path")).hasAttribute("d", Pattern.compile("M\\d.*L\\d.*"));
        Screens.look(page, "deliveries-handed-" + language);
        page.getByText(greek ? "Δελτίο παράδοσης" : "Delivery note").first().click();
        Screens.look(page, "deliveries-note-" + language);
        var link = page.locator("main code").first().textContent();

        page.context().clearCookies();
        page.navigate(link.replaceFirst("https?://[^/]+", "http://localhost:" + port));
        Screens.look(page, "deliveries-received-" + language);
        button(page, greek ? "Επιβεβαίωση" : "Confirm").click();
        assertThat(page.locator(".govuk-error-summary")).isVisible();
        page.locator("#answer").check();
        button(page, greek ? "Επιβεβαίωση" : "Confirm").click();
        assertThat(page.locator("h1")).containsText(greek ? "Ευχαριστούμε" : "Thank you");
        Screens.look(page, "deliveries-thanks-" + language);

        look(page, language, "/account", "account-list-" + language);
        look(page, language, "/account/calls/" + called.request(), "account-call-" + language);
        assertThat(page.locator("[data-osn-figure=people]")).hasText("25");
        AtTheDesk.of(context).as(Set.of(Role.COORDINATOR), null).entersWith(page.context());
        page.locator("main details summary").last().click();
        page.locator("main details a").nth(1).click();
        Screens.look(page, "account-rows-" + language);
        assertThat(page.locator("main")).containsText("25");
        look(page, language, "/desk/public-account", "account-desk-" + language);
        button(page, greek ? "Να το βλέπουν όλοι" : "Open to everybody").first().click();
        page.locator("main section a").first().click();
        Screens.look(page, "account-envelope-" + language);
        open(page, language, "/desk/public-account");
        button(page, greek ? "Κλείσιμο" : "Close").first().click();
        AtTheDesk.of(context).as(Set.of(Role.CASEWORKER), two.getFirst()).entersWith(page.context());
        look(page, language, "/desk/receipts", "deliveries-receipts-" + language);
        page.locator("main h2 a").first().click();
        Screens.look(page, "deliveries-receipt-" + language);
    }

    /** Draws from one side to the other. */
    private static void sign(Page page) {
        var field = page.locator("svg.osn-sign__field");
        field.scrollIntoViewIfNeeded();
        BoundingBox box = field.boundingBox();
        page.mouse().move(box.x + 20, box.y + 40);
        page.mouse().down();
        page.mouse().move(box.x + box.width / 2, box.y + box.height - 10);
        page.mouse().move(box.x + box.width - 20, box.y + 30);
        page.mouse().up();
    }
}
