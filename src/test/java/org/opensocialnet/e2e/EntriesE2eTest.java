package org.opensocialnet.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opensocialnet.access.AtTheDesk;
import org.opensocialnet.access.Role;

/** A caseworker writes into the ledger: one need, what became of it, one file; and takes it all back. */
class EntriesE2eTest extends CityPages {

    @ParameterizedTest
    @CsvSource({"el,390", "en,1280"})
    void aNeedAFileAndTheWayBack(String language, int width, Page page) {
        boolean greek = language.equals("el");
        var organization = jdbc.sql("""
                select organization_id from directory.public_service where gone_at is null
                group by organization_id order by count(*) desc, organization_id limit 1""").query(UUID.class).single();
        AtTheDesk.of(context).as(Set.of(Role.CASEWORKER), organization).entersWith(page.context());
        Screens.size(page, width);
        look(page, language, "/desk/entries", "entries-none-" + language);
        open(page, language, "/desk/entries/new?book=need");
        page.locator("#people").fill("0");
        button(page, greek ? "Αποθήκευση" : "Save").click();
        assertThat(page.locator(".govuk-error-summary")).isVisible();
        Screens.look(page, "entries-wrong-" + language);
        page.locator("#people").fill("3");
        page.locator("#type").selectOption("night-shelter");
        page.locator("#group").selectOption("women");
        page.locator("#reason").selectOption("full");
        Screens.look(page, "entries-new-" + language);
        button(page, greek ? "Αποθήκευση" : "Save").click();
        assertThat(page.locator(".osn-said")).isVisible();
        Screens.look(page, "entries-list-" + language);

        page.locator("main table").getByRole(AriaRole.LINK).first().click();
        Screens.look(page, "entries-one-" + language);
        page.getByLabel(greek ? "Καλύφθηκε" : "Met").check();
        button(page, greek ? "Αποθήκευση" : "Save").click();
        assertThat(page.locator(".osn-said")).isVisible();
        page.getByLabel(greek ? "Γράφτηκε λάθος" : "It was mistyped").check();
        button(page, greek ? "Ανάκληση της εγγραφής" : "Take the entry back").click();
        Screens.look(page, "entries-reversed-" + language);

        open(page, language, "/desk/entries/files");
        page.locator("#file")
                .setInputFiles(new FilePayload(
                        "march.csv",
                        "text/csv",
                        "Day;Kind of service;People;Group\n3/2/2026;Night shelter;4;Women\n31/2/2026;Showers;1;\n"
                                .getBytes(StandardCharsets.UTF_8)));
        Screens.look(page, "entries-files-" + language);
        button(page, greek ? "Έλεγχος του αρχείου" : "Check the file").click();
        Screens.look(page, "entries-file-" + language);
        button(page, greek ? "Εγγραφή στο βιβλίο" : "Write into the book").click();
        assertThat(page.locator(".osn-said")).isVisible();
        Screens.look(page, "entries-applied-" + language);
        button(page, greek ? "Ανάκληση όλου του αρχείου" : "Take the whole file back")
                .click();
        assertThat(page.locator(".osn-said")).isVisible();
    }
}
