package org.opensocialnet.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.AriaRole.LINK;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opensocialnet.access.AtTheDesk;
import org.opensocialnet.access.Role;

/** The coordination team: a file from sending to undo, a pair from the list to the preview, an organisation's new name. */
class ImportsE2eTest extends CityPages {

    @ParameterizedTest
    @CsvSource({"el,390", "en,1280"})
    void aFileFromSendingToUndo(String language, int width, Page page) {
        boolean greek = language.equals("el");
        sitDown(page, width);
        look(page, language, "/desk/imports", "imports-list-" + language);
        page.getByRole(LINK, named("Γείτονες σε δίκτυο")).first().click();
        Screens.look(page, "imports-past-" + language);
        var past = page.url();
        page.navigate(past + "/records");
        Screens.look(page, "imports-records-" + language);
        page.navigate(past + "/problems");
        assertThat(page.locator("table")).containsText("minimum_age");
        Screens.look(page, "imports-problems-" + language);

        look(page, language, "/desk/imports/new", "imports-send-" + language);
        button(page, greek ? "Αποστολή και σύγκριση" : "Send and compare").click();
        assertThat(page.locator(".govuk-error-summary")).isVisible();
        Screens.look(page, "imports-send-again-" + language);
        page.locator("input[name=source][value=new]").check();
        page.locator("input[name=name]").fill("Δήμος Ανατολής " + UUID.randomUUID());
        page.locator("input[name=file]").setInputFiles(file());
        button(page, greek ? "Αποστολή και σύγκριση" : "Send and compare").click();
        settled(page);
        Screens.look(page, "imports-compared-" + language);
        button(page, greek ? "Να μπει στον κατάλογο" : "Bring it into the directory")
                .click();
        settled(page);
        Screens.look(page, "imports-applied-" + language);
        page.getByRole(LINK, named(greek ? "Αναίρεση της εισαγωγής" : "Undo the import"))
                .click();
        Screens.look(page, "imports-undo-" + language);
        button(page, greek ? "Αναίρεση της εισαγωγής" : "Undo the import").click();
        settled(page);
        assertThat(page.locator(".osn-status").first()).containsText(greek ? "Αναιρέθηκε" : "Undone");
    }

    @ParameterizedTest
    @CsvSource({"el,390", "en,1280"})
    void aPairFromTheListToThePreviewAndANewName(String language, int width, Page page) {
        boolean greek = language.equals("el");
        sitDown(page, width);
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            open(page, language, "/desk/doubles");
            return page.locator(".osn-record").count() > 1;
        });
        Screens.look(page, "doubles-list-" + language);
        page.locator(".osn-record__name a").first().click();
        Screens.look(page, "doubles-pair-" + language);
        button(page, greek ? "Πώς θα το βλέπει το κοινό" : "How the public will see it")
                .click();
        assertThat(page.locator("body"))
                .containsText(greek ? "Έτσι θα ήταν η σελίδα" : "This is how the page would be");
        Screens.look(page, "doubles-preview-" + language);
        look(page, language, "/desk/doubles/decided", "doubles-decided-" + language);

        look(page, language, "/desk/successions/new", "successions-new-" + language);
        page.locator("input[name=event][value=renamed]").check();
        page.locator("select[name=organization]").selectOption(organization());
        button(page, greek ? "Συνέχεια" : "Continue").click();
        page.locator("input[name=name]").fill("Τραπέζι " + UUID.randomUUID());
        Screens.look(page, "successions-enter-" + language);
        page.locator("input[name=source]").fill("Απόφαση 12/2026");
        button(page, greek ? "Καταχώριση" : "Enter").click();
        Screens.look(page, "successions-list-" + language);
        page.locator(".osn-record__act button").first().click();
        assertThat(page.locator(".osn-said")).containsText(greek ? "Αναιρέθηκε" : "Taken back");
    }

    @ParameterizedTest
    @CsvSource({"el,390", "en,1280"})
    void membersOfWhatMergedAreOfferedToTheHeir(String language, int width, Page page) {
        var kitchen = merged();
        var desk = AtTheDesk.of(context);
        desk.member(Set.of(Role.CASEWORKER, Role.EDITOR), kitchen);
        desk.member(Set.of(Role.ORGANIZATION_ADMIN), kitchen);
        desk.as(Role.ADMINISTRATOR, null).entersWith(page.context());
        Screens.size(page, width);
        look(page, language, "/desk/heirs", "heirs-" + language);
        assertThat(page.locator("input[name=members]")).hasCount(2);
        jdbc.sql("delete from directory.organization_succession where predecessor_id = ?")
                .param(kitchen)
                .update();
    }

    /** A kitchen that became part of a larger house. */
    UUID merged() {
        var kitchen = UUID.randomUUID();
        var house = UUID.randomUUID();
        jdbc.sql("""
                insert into directory.organization (id, name, description, record_source, gone_at)
                values (:kitchen, 'Κουζίνα της γειτονιάς Μεταξουργείου (επινοημένη)', '', 'own', now()),
                       (:house, 'Κοινωνικό Σπίτι Ακαδημίας Πλάτωνος (επινοημένο)', '', 'own', null)
                """).param("kitchen", kitchen).param("house", house).update();
        jdbc.sql("""
                insert into directory.organization_succession (
                    id, predecessor_id, successor_id, event, happened_on, record_source)
                values (gen_random_uuid(), :kitchen, :house, 'merged-into', '2026-05-01', 'own')
                """).param("kitchen", kitchen).param("house", house).update();
        return kitchen;
    }

    void sitDown(Page page, int width) {
        AtTheDesk.of(context).as(Role.COORDINATOR, null).entersWith(page.context());
        Screens.size(page, width);
    }

    String organization() {
        return jdbc.sql("""
                select id from directory.public_organization
                where record_source = 'demo' and gone_at is null
                order by name desc, id
                limit 1""").query(String.class).single();
    }

    static FilePayload file() {
        var text = "id,name,description\n%s,Δήμος Ανατολής,Ένας επινοημένος δήμος\n,Χωρίς id,\n"
                .formatted(UUID.randomUUID());
        return new FilePayload("organizations.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }

    /** Without a script the reader refreshes until the work is done. */
    static void settled(Page page) {
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            page.reload();
            return page.locator("#progress").count() == 0;
        });
    }

    static GetByRoleOptions named(String name) {
        return new GetByRoleOptions().setName(name);
    }
}
