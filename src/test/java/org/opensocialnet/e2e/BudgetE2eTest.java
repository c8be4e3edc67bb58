package org.opensocialnet.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.AriaRole.LINK;

import com.microsoft.playwright.Locator.GetByRoleOptions;
import com.microsoft.playwright.Page;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opensocialnet.access.AtTheDesk;
import org.opensocialnet.access.Role;
import org.opensocialnet.funding.CalledFor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** Eleni looks what is left, opens an envelope of her own, orders from it, and pays what came as it was ordered. */
class BudgetE2eTest extends CityPages {

    @Autowired
    TransactionOperations transactions;

    @ParameterizedTest
    @CsvSource({"el,390", "en,1280"})
    void fromWhatIsLeftToWhatWasPaid(String language, int width, Page page) {
        boolean greek = language.equals("el");
        AtTheDesk.of(context).as(Role.COORDINATOR, null).entersWith(page.context());
        Screens.size(page, width);
        look(page, language, "/desk/budget", "budget-list-" + language);
        link(page, greek ? "Σίτιση και είδη πρώτης ανάγκης" : "Food and essentials");
        assertThat(page.locator("main svg[role=img]")).isVisible();
        Screens.look(page, "budget-envelope-" + language);
        link(page, greek ? "Συμφωνία" : "Reconciliation");
        assertThat(page.locator(".osn-status--good")).isVisible();
        Screens.look(page, "budget-reconciliation-" + language);

        look(page, language, "/desk/budget/envelopes/new", "budget-new-" + language);
        var name = "Δοκιμή " + language;
        page.locator("#name").fill(name);
        page.locator("#amount").fill("100 $");
        page.locator("#funder-0").fill("Δήμος");
        button(page, greek ? "Αποθήκευση" : "Save").click();
        assertThat(page.locator(".govuk-error-summary")).isVisible();
        page.locator("#amount").fill("2.500,00");
        button(page, greek ? "Αποθήκευση" : "Save").click();
        assertThat(page.locator("h1")).hasText(name);

        link(page, greek ? "Παραγγελίες" : "Orders");
        Screens.look(page, "budget-orders-" + language);
        link(page, greek ? "Νέα παραγγελία" : "New order");
        page.locator("#number").fill("Π-1");
        page.locator("#category").selectOption("soup-kitchen");
        page.locator("#supplier").fill("Κλωστές και Υφάσματα ΑΕ");
        page.locator("#what-0").fill("Κουβέρτες");
        page.locator("#quantity-0").fill("40");
        page.locator("#price-0").fill("12");
        Screens.look(page, "budget-order-new-" + language);
        button(page, greek ? "Παραγγελία" : "Order").click();
        page.locator("summary").first().click();
        page.locator("#received-0").fill("35");
        button(page, greek ? "Καταχώριση" : "Enter").first().click();
        page.locator("summary").last().click();
        page.locator("#invoice").fill("Τ-77-" + language);
        page.locator("#billed-0").fill("40");
        button(page, greek ? "Καταχώριση" : "Enter").last().click();
        assertThat(page.locator(".osn-status--attention")).isVisible();
        Screens.look(page, "budget-order-" + language);
        page.locator("#why").fill(greek ? "Οι πέντε έρχονται αύριο" : "Five come tomorrow");
        button(page, greek ? "Πληρωμή" : "Pay").click();
        look(page, language, "/desk/budget/approvals", "budget-approvals-" + language);
        button(page, greek ? "Απόσυρση" : "Withdraw").first().click();
        assertThat(page.locator(".osn-said")).isVisible();

        open(page, language, "/desk/budget");
        link(page, name);
        link(page, greek ? "Κίνηση χρημάτων" : "Move money");
        Screens.look(page, "budget-move-" + language);
        page.goBack();
        link(page, greek ? "Κλείσιμο περιόδου" : "Close a period");
        Screens.look(page, "budget-closing-" + language);
    }

    @ParameterizedTest
    @CsvSource({"el,390", "en,1280"})
    void whatNobodyCoversAnEnvelopePays(String language, int width, Page page) {
        boolean greek = language.equals("el");
        AtTheDesk.of(context).as(Role.COORDINATOR, null).entersWith(page.context());
        Screens.size(page, width);
        var call = CalledFor.so(jdbc, transactions, UUID.randomUUID(), "goods", 40);
        look(page, language, "/desk/funding/" + call, "funding-call-" + language);
        page.locator("main td a").first().click();
        Screens.look(page, "funding-new-" + language);
        page.locator("#envelope").check();
        page.locator("#quantity").fill("400");
        page.locator("#amount").fill("-1");
        button(page, greek ? "Κράτηση" : "Set aside").click();
        assertThat(page.locator(".govuk-error-summary")).isVisible();
        Screens.look(page, "funding-faults-" + language);
        page.locator("#quantity").fill("30");
        page.locator("#amount").fill("120");
        button(page, greek ? "Κράτηση" : "Set aside").click();
        assertThat(page.locator(".osn-said")).isVisible();
        Screens.look(page, "funding-set-aside-" + language);
        link(page, greek ? "Παραγγελία σε προμηθευτή" : "Order from a supplier");
        Screens.look(page, "funding-order-" + language);
        page.goBack();
        link(page, greek ? "Άλλες κινήσεις" : "Other steps");
        Screens.look(page, "funding-part-" + language);
        button(page, greek ? "Δεν χρειάζονται" : "Not needed").click();
        assertThat(page.locator(".osn-said")).isVisible();
    }

    private static void link(Page page, String name) {
        page.locator("main")
                .getByRole(LINK, new GetByRoleOptions().setName(name))
                .first()
                .click();
    }
}
