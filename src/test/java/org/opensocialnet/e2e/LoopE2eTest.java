package org.opensocialnet.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opensocialnet.access.AtTheDesk;
import org.opensocialnet.access.Role;
import org.opensocialnet.chronicle.Chronicle;
import org.springframework.beans.factory.annotation.Autowired;

/** The whole loop, in Greek: a gap shows, help is asked for, promised, paid and brought, and the gap is smaller. */
class LoopE2eTest extends CityPages {

    private static final int DAYS = 75;
    private static final String CELL = "/desk/coverage/cell?type=soup-kitchen&group=older&zone=91860107";

    private static final String MATRIX = "/desk/coverage?show=deficit";
    private static final String OLDER = ".osn-matrix a[href*='type=soup-kitchen&group=older']";

    @Autowired
    Chronicle chronicle;

    @BeforeEach
    void theLastDaysAreTold() {
        chronicle.tell(DAYS);
    }

    @Test
    void fromTheGapToTheAccount(Page page) {
        Screens.size(page, Screens.DESKTOP);
        coordinator(page);
        open(page, "el", MATRIX);
        int onTheMatrix = gap(page, OLDER);
        look(page, "el", CELL, "loop-1-gap");
        int before = gap(page);
        assertThat(page.locator(".osn-shade").first()).containsText("−2");

        page.getByText("Ζητήστε βοήθεια").first().click();
        page.locator("#title").fill("Ζεστό φαγητό για ηλικιωμένους, 7η Κοινότητα");
        page.locator("#story").fill("Η κοντινότερη κουζίνα είναι πολύ μακριά για να πάνε με τα πόδια.");
        button(page, "Αποθήκευση και πρώτη γραμμή").click();
        page.getByLabel("Είδη").first().check();
        button(page, "Συνέχεια").click();
        page.locator("#item").selectOption(new SelectOption().setLabel("Έτοιμο γεύμα"));
        page.locator("#quantity").fill("300");
        page.locator("#people").fill("300");
        Screens.look(page, "loop-2-line");
        button(page, "Αποθήκευση γραμμής").click();
        button(page, "Αποστολή στην ομάδα συντονισμού").click();
        button(page, "Έγκριση").click();
        button(page, "Άνοιγμα για προσφορές").click();
        assertThat(page.locator(".osn-said")).isVisible();
        Screens.look(page, "loop-3-called");
        var request = page.url().replaceFirst(".*/desk/requests/", "").replaceFirst("[?#].*", "");

        promises(page, "karydia", request, "60");
        promises(page, "psomi-thymari", request, "120");
        coordinator(page);
        look(page, "el", "/desk/requests/" + request, "loop-4-promised");
        assertThat(page.locator("main")).containsText("180");

        var receipt = brings(page, "karydia", request);
        page.context().clearCookies();
        open(page, "el", receipt);
        page.locator("input[name=answer]").first().check();
        Screens.look(page, "loop-6-receipt");
        button(page, "Επιβεβαίωση").click();
        assertThat(page.locator("main")).containsText("Ευχαριστούμε");

        coordinator(page);
        look(page, "el", CELL, "loop-7-gap");
        Assertions.assertThat(gap(page)).isLessThan(before);
        open(page, "el", MATRIX);
        Assertions.assertThat(gap(page, OLDER)).isLessThan(onTheMatrix);
        look(page, "el", "/desk/requests/" + request, "loop-8-partly-delivered");
    }

    /** What was promised goes on its way; gives the address by which whoever receives it says that it came. */
    private String brings(Page page, String body, String request) {
        in(page, Role.ORGANIZATION_ADMIN, body(body));
        open(page, "el", "/desk/deliveries/new?request=" + request);
        button(page, "Προγραμματισμός").click();
        page.locator("main a[href*='/desk/deliveries/handovers/']").first().click();
        button(page, "Ξεκίνησε").click();
        page.getByText("Δελτίο παράδοσης").first().click();
        Screens.look(page, "loop-5-note");
        return page.locator("main code").first().innerText().strip().replaceFirst("https?://[^/]+", "");
    }

    /** How many are missing a day. */
    private static int gap(Page page) {
        return gap(page, ".osn-shade");
    }

    private static int gap(Page page, String where) {
        return Integer.parseInt(page.locator(where).first().innerText().replaceFirst("(?s)^\\D*(\\d+).*", "$1"));
    }

    private void promises(Page page, String body, String request, String meals) {
        in(page, Role.ORGANIZATION_ADMIN, body(body));
        open(page, "el", "/desk/calls/" + request);
        page.locator("input[name=line]").first().check();
        page.locator("#quantity").fill(meals);
        page.getByLabel("Η οργάνωσή μας μπορεί να αναφερθεί δημόσια").check();
        button(page, "Προσφέρουμε").click();
        assertThat(page.locator(".osn-said")).isVisible();
        Screens.look(page, "loop-4-" + body);
    }

    private void coordinator(Page page) {
        in(page, Role.COORDINATOR, null);
    }

    private void in(Page page, Role role, @Nullable UUID organization) {
        page.context().clearCookies();
        AtTheDesk.of(context).as(Set.of(role), organization).entersWith(page.context());
    }

    /** An invented organisation by its short name. */
    private UUID body(String key) {
        return jdbc.sql("select id from directory.public_organization where website = :website")
                .param("website", "https://%s.example.org".formatted(key))
                .query(UUID.class)
                .single();
    }
}
