package org.opensocialnet.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opensocialnet.access.AtTheDesk;
import org.opensocialnet.access.Role;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.Uuid7;
import org.springframework.transaction.support.TransactionOperations;

/** An organisation and a citizen give parts of what the team calls for; the team looks, says thanks, and they write each other. */
class PledgesE2eTest extends CityPages {

    @ParameterizedTest
    @CsvSource({"el,390", "en,1280"})
    void fromTheCallToTheThanks(String language, int width, Page page) {
        boolean greek = language.equals("el");
        var what = (greek ? "Κουβέρτες για κρύες νύχτες" : "Blankets for cold nights");
        var request = called(what);
        var organization = jdbc.sql("""
                select organization_id from directory.public_service where gone_at is null
                group by organization_id order by count(*) desc, organization_id limit 1""").query(UUID.class).single();
        Screens.size(page, width);

        look(page, language, "/calls", "pledges-public-" + language);
        open(page, language, "/calls/" + request);
        button(page, greek ? "Αποστολή προσφοράς" : "Send the offer").click();
        Screens.look(page, "pledges-give-faults-" + language);
        page.locator("#quantity").fill("3");
        page.locator("#name").fill("Νεφέλη");
        page.locator("#phone").fill("6900000055");
        page.locator("#consent").check();
        button(page, greek ? "Αποστολή προσφοράς" : "Send the offer").click();
        Screens.look(page, "pledges-citizen-" + language);
        var link = page.url().replaceFirst(".*(/calls/pledge/[^?#]*).*", "$1");

        AtTheDesk.of(context).as(Set.of(Role.ORGANIZATION_ADMIN), organization).entersWith(page.context());
        look(page, language, "/desk/stock", "pledges-stock-none-" + language);
        open(page, language, "/desk/stock/new");
        page.locator("#name").fill(what);
        page.locator("#quantity").fill("40");
        page.locator("#place").fill(greek ? "αποθήκη" : "storehouse");
        Screens.look(page, "pledges-stock-new-" + language);
        button(page, greek ? "Αποθήκευση" : "Save").click();
        Screens.look(page, "pledges-stock-" + language);
        look(page, language, "/desk/calls", "pledges-calls-" + language);
        open(page, language, "/desk/calls/" + request);
        page.locator("#quantity").fill("100");
        button(page, greek ? "Προσφέρουμε" : "Offer this").click();
        assertThat(page.locator(".govuk-error-summary")).isVisible();
        Screens.look(page, "pledges-call-" + language);
        page.locator("#quantity").fill("12");
        page.locator("#stock")
                .selectOption(
                        new String[] {page.locator("#stock option:nth-child(2)").getAttribute("value")});
        page.locator("#conditions").fill(greek ? "Τις φέρνουμε εμείς" : "We bring them");
        button(page, greek ? "Προσφέρουμε" : "Offer this").click();
        Screens.look(page, "pledges-own-" + language);
        page.locator("main article a").first().click();
        page.locator("#message").fill(greek ? "Ερχόμαστε το Σάββατο." : "We come on Saturday.");
        button(page, greek ? "Αποστολή μηνύματος" : "Send the message").click();
        page.locator("details summary").first().click();
        Screens.look(page, "pledges-one-" + language);
        var pledge = page.url().replaceFirst(".*/desk/pledges/([^?#]*).*", "$1");

        page.context().clearCookies();
        AtTheDesk.of(context).as(Set.of(Role.COORDINATOR), null).entersWith(page.context());
        look(page, language, "/desk/promises", "pledges-check-" + language);
        page.locator("main article a").first().click();
        Screens.look(page, "pledges-promise-citizen-" + language);
        button(page, greek ? "Γίνεται δεκτή" : "Accept the offer").click();
        assertThat(page.locator(".osn-said")).isVisible();
        look(page, language, "/desk/requests/" + request + "/pledges", "pledges-of-" + language);
        open(page, language, "/desk/promises/" + pledge);
        page.locator("#words").fill(greek ? "Ευχαριστούμε!" : "Thank you!");
        page.locator("form[action$=thanks] button").click();
        Screens.look(page, "pledges-promise-" + language);

        page.context().clearCookies();
        look(page, language, link, "pledges-citizen-accepted-" + language);
        page.locator("details summary").first().click();
        button(page, greek ? "Απόσυρση προσφοράς" : "Withdraw the offer").click();
        Screens.look(page, "pledges-citizen-withdrawn-" + language);
        withdrawn(request);
        look(page, language, "/calls", "pledges-public-none-" + language);
    }

    /** The team calls for thirty blankets; the line is open to citizens. The request and its line share one id. */
    private UUID called(String what) {
        var id = Uuid7.next();
        written("""
                insert into support.request (id, form, asker, organization, title, state, made_at, changed_at)
                values (:id, :id, 'team', null, :what, '{"is": "Open"}', now(), now())
                """, id, what);
        written("""
                insert into support.line (id, request, kind, what, quantity, unit, people, service_type, target_group, zone,
                                          needed_by, citizens)
                values (:id, :id, 'goods', :what, 30, 'item', 30, 'night-shelter', '', '', current_date + 20, true)
                """, id, what);
        return id;
    }

    private void withdrawn(UUID request) {
        written("""
                update support.request set state = '{"is": "Closed", "words": "test"}' where id = :id and :what <> ''
                """, request, "x");
    }

    private void written(String sql, UUID id, String what) {
        var transactions = context.getBean(TransactionOperations.class);
        Sight.job("test")
                .run(() -> transactions.executeWithoutResult(
                        _ -> jdbc.sql(sql).param("id", id).param("what", what).update()));
    }
}
